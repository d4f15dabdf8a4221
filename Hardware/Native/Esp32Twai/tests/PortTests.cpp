// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#include "Rig.h"

TEST_CASE("open sets pins, rate, exact segments and endless repetition in hardware")
{
    Rig rig;
    CHECK(rig.Chip.Config.io_cfg.tx == Esp32TwaiTransmitPin);
    CHECK(rig.Chip.Config.io_cfg.rx == Esp32TwaiReceivePin);
    CHECK(rig.Chip.Config.io_cfg.quanta_clk_out == -1);
    CHECK(rig.Chip.Config.bit_timing.bitrate == 500000);
    CHECK(rig.Chip.Config.fail_retry_cnt == -1);
    CHECK(rig.Chip.Timing.brp == 8);
    CHECK(rig.Chip.Timing.tseg_1 == 16);
    CHECK(rig.Chip.Timing.tseg_2 == 3);
    CHECK(rig.Chip.Timing.sjw == 1);
    CHECK(rig.Port.Status().state == TWAI_ERROR_ACTIVE);
}

TEST_CASE("a second open, and one that the driver refuses, fail and leave nothing behind")
{
    Rig rig;
    CHECK_FALSE(rig.Port.Open(TwaiBitTiming::FromSettings(7, 15, 2, 0), [] {}));
    rig.Port.Close();
    rig.Chip.RefusedNodes = 1;
    CHECK_FALSE(rig.Port.Open(TwaiBitTiming::FromSettings(7, 15, 2, 0), [] {}));
    CHECK_FALSE(rig.Chip.HasNode());
    CHECK_FALSE(rig.Port.Open(TwaiBitTiming::FromSettings(8, 15, 2, 0), [] {}));
    CHECK_FALSE(rig.Chip.HasNode());
    CHECK(rig.Send(0x351) == TwaiSendResult::NotOpen);
}

TEST_CASE("frames of every length and kind go out as they were, in order")
{
    Rig rig;
    std::vector<TwaiFrame> sent;
    for (uint8_t length = 0; length <= 8; length++)
    {
        TwaiFrame frame = {};
        frame.Id = length % 2 == 0 ? 0x350u + length : 0x1FFFFF00u + length;
        frame.IsExtended = length % 2 != 0;
        frame.Length = length;
        for (uint8_t index = 0; index < length; index++)
        {
            frame.Data[index] = (uint8_t)(16 * length + index);
        }

        sent.push_back(frame);
    }

    TwaiFrame remote = {};
    remote.Id = 0x305;
    remote.IsRemote = true;
    remote.Length = 8;
    sent.push_back(remote);
    for (const TwaiFrame &frame : sent)
    {
        REQUIRE(rig.Port.Send(frame) == TwaiSendResult::Accepted);
    }

    rig.Run(10);
    REQUIRE(rig.Wire.size() == sent.size());
    for (size_t index = 0; index < sent.size(); index++)
    {
        CHECK(rig.Wire[index].Id == sent[index].Id);
        CHECK(rig.Wire[index].IsExtended == sent[index].IsExtended);
        CHECK(rig.Wire[index].IsRemote == sent[index].IsRemote);
        CHECK(rig.Wire[index].Length == sent[index].Length);
        CHECK(memcmp(rig.Wire[index].Data, sent[index].Data, 8) == 0);
    }

    CHECK(rig.Port.Counters().Delivered == sent.size());
}

TEST_CASE("the caller's frame may change as soon as Send returns")
{
    Rig rig;
    for (uint32_t number = 0; number < 16; number++)
    {
        TwaiFrame frame = Rig::Frame(0x100 + number, {(uint8_t)number});
        REQUIRE(rig.Port.Send(frame) == TwaiSendResult::Accepted);
        memset((void *)&frame, 0xEE, sizeof(frame));
    }

    rig.Run(10);
    REQUIRE(rig.Wire.size() == 16);
    for (uint32_t number = 0; number < 16; number++)
    {
        CHECK(rig.Wire[number].Id == 0x100 + number);
        CHECK(rig.Wire[number].Data[0] == number);
    }
}

TEST_CASE("a full queue is told, nothing waits, and there is room again after a frame went out")
{
    Rig rig;
    const int64_t before = rig.Chip.NowMicroseconds();
    for (int number = 0; number < 16; number++)
    {
        REQUIRE(rig.Send(0x351) == TwaiSendResult::Accepted);
    }

    CHECK(rig.Send(0x351) == TwaiSendResult::QueueFull);
    CHECK(rig.Port.Counters().Refused == 1);
    CHECK(rig.Chip.NowMicroseconds() == before);
    rig.Chip.Advance(300);
    CHECK(rig.Send(0x351) == TwaiSendResult::Accepted);
    rig.Run(20);
    CHECK(rig.Port.Counters().Delivered == 17);
}

TEST_CASE("receives with the sender's length; 9 to 15 mean 8")
{
    Rig rig;
    TwaiFrame frame = {};
    CHECK_FALSE(rig.Port.Receive(frame));
    CHECK(rig.Chip.Arrive(Rig::Frame(0x305, {9, 8})));
    TwaiFrame odd = Rig::Frame(0x306, {1, 2, 3, 4, 5, 6, 7, 8});
    odd.Length = 12;
    CHECK(rig.Chip.Arrive(odd));
    TwaiFrame remote = {};
    remote.Id = 0x12345678;
    remote.IsExtended = true;
    remote.IsRemote = true;
    remote.Length = 4;
    CHECK(rig.Chip.Arrive(remote));

    REQUIRE(rig.Port.Receive(frame));
    CHECK(frame.Id == 0x305);
    CHECK(frame.Length == 2);
    CHECK(frame.Data[0] == 9);
    CHECK(frame.Data[2] == 0);
    REQUIRE(rig.Port.Receive(frame));
    CHECK(frame.Length == 8);
    REQUIRE(rig.Port.Receive(frame));
    CHECK(frame.Id == 0x12345678);
    CHECK(frame.IsExtended);
    CHECK(frame.IsRemote);
    CHECK(frame.Length == 4);
    CHECK_FALSE(rig.Port.Receive(frame));
}

TEST_CASE("the 65th frame that nobody fetched is dropped and counted, for each time that the port is opened")
{
    Rig rig;
    for (uint32_t number = 0; number < 67; number++)
    {
        rig.Chip.Arrive(Rig::Frame(number, {}));
    }

    CHECK(rig.Port.Counters().Received == 67);
    CHECK(rig.Port.Counters().ReceiveOverruns == 3);
    rig.Port.Close();
    REQUIRE(rig.Port.Open(TwaiBitTiming::FromSettings(15, 15, 2, 0), [] {}));
    TwaiFrame frame = {};
    CHECK_FALSE(rig.Port.Receive(frame));
    CHECK(rig.Port.Counters().ReceiveOverruns == 0);
    CHECK(rig.Port.Counters().Received == 0);
}
