// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#pragma once

#include "TwaiPort.h"
#include "fake/FakeTwai.h"

#include <doctest/doctest.h>
#include <vector>

/// An open port on a fresh controller at 500 kbit/s.
struct Rig
{
    FakeTwai &Chip = FakeTwai::Current();
    TwaiPort Port;
    std::vector<TwaiFrame> Wire;
    bool IsHeard = true;

    Rig()
    {
        Chip.Reset();
        Chip.OnWire = [this](const TwaiFrame &frame) {
            if (IsHeard)
            {
                Wire.push_back(frame);
            }

            return IsHeard;
        };
        REQUIRE(Port.Open(TwaiBitTiming::FromSettings(7, 15, 2, 0), [] {}));
    }

    ~Rig()
    {
        Port.Close();
        CHECK(Chip.Violation == "");
        CHECK_FALSE(Chip.HasNode());
    }

    static TwaiFrame Frame(uint32_t id, std::vector<uint8_t> data)
    {
        TwaiFrame frame = {};
        frame.Id = id;
        frame.Length = (uint8_t)data.size();
        std::copy(data.begin(), data.end(), frame.Data);
        return frame;
    }

    TwaiSendResult Send(uint32_t id)
    {
        return Port.Send(Frame(id, {1, 2, 3, 4, 5, 6, 7, 8}));
    }

    /// The firmware's loop: it looks after the port every 10 ms.
    void Run(int64_t milliseconds)
    {
        for (int64_t passed = 0; passed < milliseconds; passed += 10)
        {
            Chip.Advance(10000);
            Port.Poll();
        }
    }
};
