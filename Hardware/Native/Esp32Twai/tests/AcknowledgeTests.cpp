// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#include "Rig.h"

TEST_CASE("a lone node becomes error-passive at 128, never goes off the bus, and stops after 100 ms")
{
    Rig rig;
    rig.IsHeard = false;
    REQUIRE(rig.Send(0x351) == TwaiSendResult::Accepted);
    rig.Chip.Advance(50000);
    CHECK(rig.Port.Status().tx_error_count == 128);
    CHECK(rig.Port.Status().state == TWAI_ERROR_PASSIVE);
    CHECK(rig.Chip.AttemptCount > 100);

    rig.Run(60);
    const uint32_t attempts = rig.Chip.AttemptCount;
    CHECK(rig.Port.Counters().AcknowledgeTimeouts == 1);
    CHECK(rig.Port.Counters().Abandoned == 1);
    CHECK(rig.Port.Counters().BusOffs == 0);
    rig.Run(10000);
    CHECK(rig.Chip.AttemptCount == attempts);
    CHECK(rig.Wire.empty());
}

TEST_CASE("the error states follow the counters: 96 warning, 128 passive")
{
    Rig rig;
    rig.IsHeard = false;
    rig.Send(0x351);
    twai_error_state_t last = TWAI_ERROR_ACTIVE;
    while (last != TWAI_ERROR_PASSIVE)
    {
        rig.Chip.Advance(250);
        const twai_node_status_t status = rig.Port.Status();
        const twai_error_state_t expected = status.tx_error_count >= 128  ? TWAI_ERROR_PASSIVE
                                            : status.tx_error_count >= 96 ? TWAI_ERROR_WARNING
                                                                          : TWAI_ERROR_ACTIVE;
        CHECK(status.state == expected);
        last = status.state;
    }
}

TEST_CASE("after a time-out sending pauses 250 ms, doubling to 2 s, and the queue that it had is gone")
{
    Rig rig;
    rig.IsHeard = false;
    std::vector<int64_t> pauses;
    for (int round = 0; round < 5; round++)
    {
        while (rig.Send(0x351) != TwaiSendResult::Accepted)
        {
            rig.Run(10);
        }

        rig.Send(0x355);
        rig.Send(0x356);
        rig.Run(110);
        const int64_t start = rig.Chip.NowMicroseconds();
        while (rig.Send(0x351) == TwaiSendResult::QueueFull)
        {
            rig.Run(10);
        }

        pauses.push_back((rig.Chip.NowMicroseconds() - start) / 1000);
        rig.Run(110);
    }

    CHECK(pauses[0] >= 230);
    CHECK(pauses[0] <= 260);
    CHECK(pauses[4] >= 1980);
    CHECK(pauses[4] <= 2010);

    // Nothing of all that is sent when somebody comes: only what is sent from then on.
    rig.IsHeard = true;
    rig.Run(3000);
    CHECK(rig.Wire.empty());
    REQUIRE(rig.Send(0x359) == TwaiSendResult::Accepted);
    rig.Run(10);
    REQUIRE(rig.Wire.size() == 1);
    CHECK(rig.Wire[0].Id == 0x359);
}

TEST_CASE("a frame of another node ends the pause")
{
    Rig rig;
    rig.IsHeard = false;
    rig.Send(0x351);
    rig.Run(120);
    CHECK(rig.Send(0x351) == TwaiSendResult::QueueFull);
    TwaiFrame frame = {};
    rig.Chip.Arrive(Rig::Frame(0x305, {}));
    rig.IsHeard = true;
    REQUIRE(rig.Port.Receive(frame));
    CHECK(rig.Send(0x351) == TwaiSendResult::Accepted);
}

TEST_CASE("receiving and acknowledging go on while sending pauses")
{
    Rig rig;
    rig.IsHeard = false;
    rig.Send(0x351);
    rig.Run(150);
    CHECK(rig.Chip.Arrive(Rig::Frame(0x305, {})));
}

TEST_CASE("a slow bus is not a dead one: progress within 100 ms keeps the queue")
{
    Rig rig;
    int attempts = 0;
    rig.Chip.OnWire = [&](const TwaiFrame &frame) {
        rig.Wire.push_back(frame);
        return ++attempts % 300 == 0;
    };
    for (int number = 0; number < 8; number++)
    {
        REQUIRE(rig.Send(0x351) == TwaiSendResult::Accepted);
    }

    rig.Run(600);
    CHECK(rig.Port.Counters().Delivered == 8);
    CHECK(rig.Port.Counters().AcknowledgeTimeouts == 0);
}

TEST_CASE("an acknowledged frame counts the errors down by one")
{
    Rig rig;
    rig.Chip.DisturbedAttempts = 2;
    rig.Send(0x351);
    rig.Run(10);
    CHECK(rig.Port.Status().tx_error_count == 15);
    CHECK(rig.Port.Counters().BusErrors == 2);
    CHECK(rig.Port.Counters().Delivered == 1);
}
