// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#include "Rig.h"

static void GoBusOff(Rig &rig)
{
    rig.Chip.DisturbedAttempts = 32;
    rig.Send(0x351);
    rig.Send(0x355);
    rig.Chip.Advance(20000);
    rig.Port.Poll();
}

TEST_CASE("32 disturbed attempts take the controller off the bus, and sending says so")
{
    Rig rig;
    GoBusOff(rig);
    CHECK(rig.Port.Phase() == TwaiPhase::BusOffPause);
    CHECK(rig.Port.Status().state == TWAI_ERROR_BUS_OFF);
    CHECK(rig.Port.Counters().BusOffs == 1);
    CHECK(rig.Send(0x351) == TwaiSendResult::BusOff);
    CHECK_FALSE(rig.Chip.Arrive(Rig::Frame(0x305, {})));
}

TEST_CASE("it waits 100 ms, asks to recover, is back after 128 times 11 bits, and sends nothing of before")
{
    Rig rig;
    GoBusOff(rig);
    rig.Run(90);
    CHECK(rig.Chip.RecoverCount == 0);
    rig.Run(20);
    CHECK(rig.Chip.RecoverCount == 1);
    rig.Run(20);
    CHECK(rig.Port.Phase() == TwaiPhase::Running);
    CHECK(rig.Port.Status().state == TWAI_ERROR_ACTIVE);
    CHECK(rig.Port.Status().tx_error_count == 0);
    rig.Wire.clear();
    rig.Run(100);
    CHECK(rig.Wire.empty());
    CHECK(rig.Port.Counters().Abandoned >= 1);
    REQUIRE(rig.Send(0x359) == TwaiSendResult::Accepted);
    rig.Run(10);
    CHECK(rig.Wire.size() == 1);
    CHECK(rig.Chip.Arrive(Rig::Frame(0x305, {})));
}

TEST_CASE("on a shorted bus the tries to recover become rare, and end when the short does")
{
    Rig rig;
    rig.Chip.IsStuckDominant = true;
    rig.Send(0x351);
    rig.Run(60000);
    const uint32_t tries = rig.Chip.RecoverCount;
    CHECK(rig.Port.Status().state == TWAI_ERROR_BUS_OFF);
    CHECK(tries >= 8);
    CHECK(tries <= 16);

    rig.Chip.IsStuckDominant = false;
    rig.Run(7000);
    CHECK(rig.Port.Phase() == TwaiPhase::Running);
    REQUIRE(rig.Send(0x351) == TwaiSendResult::Accepted);
    rig.Run(10);
    CHECK(rig.Wire.size() == 1);
}

TEST_CASE("a delivered frame makes the next recovery quick again")
{
    Rig rig;
    for (int round = 0; round < 4; round++)
    {
        GoBusOff(rig);
        rig.Run(130);
        REQUIRE(rig.Port.Phase() == TwaiPhase::Running);
        REQUIRE(rig.Send(0x351) == TwaiSendResult::Accepted);
        rig.Run(20);
    }

    CHECK(rig.Chip.RecoverCount == 4);
}

TEST_CASE("a driver without memory for the new node is tried again")
{
    Rig rig;
    rig.IsHeard = false;
    rig.Chip.RefusedNodes = 2;
    rig.Send(0x351);
    rig.Run(120);
    CHECK(rig.Port.Phase() == TwaiPhase::Failed);
    CHECK(rig.Send(0x351) == TwaiSendResult::NotOpen);
    rig.IsHeard = true;
    rig.Run(2000);
    CHECK(rig.Port.Phase() == TwaiPhase::Running);
    REQUIRE(rig.Send(0x351) == TwaiSendResult::Accepted);
}

TEST_CASE("errors in received frames count, and good frames count them down")
{
    Rig rig;
    for (int number = 0; number < 130; number++)
    {
        rig.Chip.ArriveDisturbed();
    }

    CHECK(rig.Port.Status().rx_error_count == 130);
    CHECK(rig.Port.Status().state == TWAI_ERROR_PASSIVE);
    rig.Chip.Arrive(Rig::Frame(0x305, {}));
    CHECK(rig.Port.Status().rx_error_count == 127);
    CHECK(rig.Port.Status().state == TWAI_ERROR_WARNING);
}

TEST_CASE("close works in every phase")
{
    Rig rig;
    SUBCASE("with frames in the queue")
    {
        rig.Send(0x351);
        rig.Send(0x351);
    }

    SUBCASE("off the bus")
    {
        GoBusOff(rig);
    }

    SUBCASE("while it recovers")
    {
        rig.Chip.IsStuckDominant = true;
        rig.Send(0x351);
        rig.Run(150);
        REQUIRE(rig.Port.Phase() == TwaiPhase::Recovering);
    }

    rig.Port.Close();
    CHECK_FALSE(rig.Chip.HasNode());
    rig.Chip.IsStuckDominant = false;
    rig.Chip.DisturbedAttempts = 0;
    REQUIRE(rig.Port.Open(TwaiBitTiming::FromSettings(7, 15, 2, 0), [] {}));
    rig.Wire.clear();
    REQUIRE(rig.Send(0x356) == TwaiSendResult::Accepted);
    rig.Run(10);
    CHECK(rig.Wire.size() == 1);
}
