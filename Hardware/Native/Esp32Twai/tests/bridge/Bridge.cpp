// BatterySim: the CAN component on a bus of other programs. MIT license, see LICENSE.
//
// Joins a bus as a node: the native calls that managed code would make, over the component, over the simulated controller.
// Usage: bridge socketcand:HOST:PORT:BUS SECONDS < FRAMES    a frame a line, ID#HEX, sent in turn, the whole list again each second
//        bridge socketcan:INTERFACE SECONDS < FRAMES
// Prints "received ID LENGTH HEX" for each received frame, and the counts at the end.

#include "SocketCanBus.h"
#include "SocketcandBus.h"
#include "TwaiPort.h"
#include "fake/FakeClr.h"
#include "fake/FakeTwai.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <thread>
#include <vector>

extern TwaiPort Can1_Port;

namespace
{
    struct Line
    {
        uint32_t Id;
        std::vector<uint8_t> Data;
    };

    /// Joins the bus that an argument names; null if it names none.
    std::unique_ptr<Bus> Join(const std::string &name)
    {
        const std::string kernel = "socketcan:";
        const std::string server = "socketcand:";
        if (name.compare(0, kernel.size(), kernel) == 0)
        {
            return std::make_unique<SocketCanBus>(name.substr(kernel.size()));
        }

        const size_t port = name.find(':', server.size());
        const size_t bus = port == std::string::npos ? port : name.find(':', port + 1);
        if (name.compare(0, server.size(), server) != 0 || bus == std::string::npos)
        {
            return nullptr;
        }

        const std::string host = name.substr(server.size(), port - server.size());
        return std::make_unique<SocketcandBus>(host.c_str(), atoi(name.c_str() + port + 1), name.substr(bus + 1));
    }

    std::vector<Line> ReadFrames()
    {
        std::vector<Line> frames;
        std::string text;
        while (std::getline(std::cin, text))
        {
            const size_t hash = text.find('#');
            if (hash == std::string::npos)
            {
                continue;
            }

            Line line = {(uint32_t)std::stoul(text.substr(0, hash), nullptr, 16), {}};
            for (size_t at = hash + 1; at + 1 < text.size(); at += 2)
            {
                line.Data.push_back((uint8_t)std::stoul(text.substr(at, 2), nullptr, 16));
            }

            frames.push_back(line);
        }

        return frames;
    }

    void PrintReceived(FakeClr &controller)
    {
        bool has = true;
        TwaiFrame frame;
        while (controller.Get(has, frame) == S_OK && has)
        {
            printf("received %X %d ", (unsigned)frame.Id, frame.Length);
            for (int index = 0; index < frame.Length; index++)
            {
                printf("%02X", frame.Data[index]);
            }

            printf("\n");
        }
    }
}

int main(int count, char **arguments)
{
    const std::unique_ptr<Bus> bus = count == 3 ? Join(arguments[1]) : nullptr;
    if (bus == nullptr)
    {
        fprintf(stderr, "usage: bridge socketcand:HOST:PORT:BUS|socketcan:INTERFACE SECONDS < FRAMES\n");
        return 2;
    }

    const std::vector<Line> frames = ReadFrames();
    FakeTwai &chip = FakeTwai::Current();
    chip.OnWire = [&bus](const TwaiFrame &frame) {
        bus->Put(frame);
        return true;
    };
    FakeClr controller(1, {7, 15, 2, 0});
    if (controller.Init() != S_OK)
    {
        fprintf(stderr, "bridge: the controller does not start\n");
        return 1;
    }

    const auto start = std::chrono::steady_clock::now();
    const int64_t end = 1000000LL * atoi(arguments[2]);
    int64_t burst = 0;
    uint32_t refused = 0;
    while (chip.NowMicroseconds() < end)
    {
        // The board's main loop: every 10 ms.
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        const auto passed = std::chrono::steady_clock::now() - start;
        chip.Advance(std::chrono::duration_cast<std::chrono::microseconds>(passed).count() - chip.NowMicroseconds());
        for (TwaiFrame frame; bus->Take(frame);)
        {
            chip.Arrive(frame);
        }

        PrintReceived(controller);
        if (chip.NowMicroseconds() >= burst)
        {
            burst += 1000000;
            for (const Line &frame : frames)
            {
                refused += controller.Write(frame.Id, false, false, &frame.Data) == S_OK ? 0 : 1;
            }
        }
    }

    const TwaiCounters counters = Can1_Port.Counters();
    printf("delivered %u, refused %u, received %u\n", (unsigned)counters.Delivered, (unsigned)refused, (unsigned)counters.Received);
    controller.Dispose();
    return chip.Violation.empty() ? 0 : 1;
}
