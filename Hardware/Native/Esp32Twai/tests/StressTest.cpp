// BatterySim: tests of the CAN component. MIT license, see LICENSE.
//
// The interrupt on one thread and the interpreter's task on another, for the thread sanitizer.

#include "TwaiPort.h"
#include "fake/FakeTwai.h"

#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<uint32_t> Events{0};

int main()
{
    const uint32_t count = 20000;
    FakeTwai &chip = FakeTwai::Current();
    TwaiPort port;
    if (!port.Open(TwaiBitTiming::FromSettings(7, 15, 2, 0), [] { Events.fetch_add(1, std::memory_order_relaxed); }))
    {
        return 1;
    }

    std::atomic<bool> isOver{false};
    std::atomic<uint32_t> arrived{0};
    uint32_t wire = 0;
    chip.OnWire = [&wire](const TwaiFrame &frame) {
        // Data and identifier belong together: a frame that is overwritten while it is sent would show here.
        if (frame.Length != 8 || frame.Data[0] != (uint8_t)frame.Id || frame.Data[7] != (uint8_t)(frame.Id >> 3))
        {
            printf("a frame was changed while it was sent: 0x%X\n", (unsigned)frame.Id);
            abort();
        }

        // Now and then nobody listens for long enough for a time-out.
        wire++;
        return wire / 500 % 7 != 3;
    };

    std::thread interrupt([&] {
        TwaiFrame frame = {};
        frame.Length = 8;
        for (uint32_t number = 0; !isOver; number++)
        {
            chip.Advance(200);
            frame.Id = number & 0x7FF;
            frame.Data[0] = (uint8_t)frame.Id;
            arrived += chip.Arrive(frame) ? 1 : 0;
        }
    });

    uint32_t accepted = 0;
    uint32_t received = 0;
    bool isGood = true;
    for (uint32_t round = 0; accepted < count; round++)
    {
        TwaiFrame frame = {};
        frame.Id = round & 0x7FF;
        frame.Length = 8;
        frame.Data[0] = (uint8_t)frame.Id;
        frame.Data[7] = (uint8_t)(frame.Id >> 3);
        accepted += port.Send(frame) == TwaiSendResult::Accepted ? 1 : 0;
        while (port.Receive(frame))
        {
            received++;
            isGood = isGood && frame.Data[0] == (uint8_t)frame.Id;
        }

        std::this_thread::yield();
    }

    isOver = true;
    interrupt.join();
    TwaiFrame frame;
    while (port.Receive(frame))
    {
        received++;
    }

    port.Close();
    const TwaiCounters counters = port.Counters();
    printf(
        "sent %u, delivered %u, abandoned %u, time-outs %u; arrived %u, received %u, overruns %u\n",
        (unsigned)accepted,
        (unsigned)counters.Delivered,
        (unsigned)counters.Abandoned,
        (unsigned)counters.AcknowledgeTimeouts,
        (unsigned)arrived.load(),
        (unsigned)received,
        (unsigned)counters.ReceiveOverruns);
    isGood = isGood && chip.Violation.empty() && counters.Delivered + counters.Abandoned == accepted && counters.AcknowledgeTimeouts > 0 &&
             received + counters.ReceiveOverruns == arrived && Events == counters.Received;
    puts(isGood ? "well" : "the sums do not agree");
    return isGood ? 0 : 1;
}
