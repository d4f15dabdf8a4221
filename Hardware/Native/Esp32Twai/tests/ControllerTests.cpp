// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#include "fake/FakeClr.h"
#include "fake/FakeGpio.h"
#include "fake/FakeTwai.h"
#include "target_nf_device_can_config.h"

#include <doctest/doctest.h>

namespace
{
    const std::vector<uint8_t> Fast = {7, 15, 2, 0};
    const std::vector<uint8_t> Data = {1, 2, 3};

    struct Board
    {
        FakeTwai &Chip = FakeTwai::Current();
        FakeClr Clr{1, Fast};

        Board()
        {
            Chip.Reset();
            FakeClr::EventCount = 0;
            FakeClr::RefusedObjects = 0;
            REQUIRE(Clr.Init() == S_OK);
        }

        ~Board()
        {
            CHECK(Clr.Dispose() == S_OK);
            CHECK(Chip.Violation == "");
        }

        static TwaiFrame Frame(uint32_t id, uint8_t length)
        {
            TwaiFrame frame = {};
            frame.Id = id;
            frame.Length = length;
            for (uint8_t index = 0; index < length; index++)
            {
                frame.Data[index] = (uint8_t)(index + 1);
            }

            return frame;
        }
    };
}

TEST_CASE("init takes CAN1 and timing that the chip can do, and nothing else")
{
    FakeTwai::Current().Reset();
    CHECK(FakeClr(2, Fast).Init() == CLR_E_INVALID_PARAMETER);
    CHECK(FakeClr(0, Fast).Init() == CLR_E_INVALID_PARAMETER);
    CHECK(FakeClr(1, {6, 8, 1, 0}).Init() == CLR_E_INVALID_PARAMETER);
    CHECK(FakeClr(1, {}).Init() == CLR_E_NULL_REFERENCE);
    CHECK_FALSE(FakeTwai::Current().HasNode());

    FakeTwai::Current().RefusedNodes = 1;
    CHECK(FakeClr(1, Fast).Init() == CLR_E_FAIL);
}

TEST_CASE("init powers the transceiver and takes it out of standby")
{
    FakeGpioLevels.clear();
    Board board;
    CHECK(FakeGpioLevels.at(Esp32TwaiPowerPin) == 1);
    CHECK(FakeGpioLevels.at(Esp32TwaiStandbyPin) == 0);
}

TEST_CASE("a program that starts again without a reset opens the port again")
{
    Board board;
    CHECK(board.Clr.Init() == S_OK);
    CHECK(board.Clr.Write(0x351, false, false, &Data) == S_OK);
}

TEST_CASE("write checks the message")
{
    Board board;
    const std::vector<uint8_t> nine(9);
    const std::vector<uint8_t> eight(8);
    CHECK(board.Clr.WriteNull() == CLR_E_NULL_REFERENCE);
    CHECK(board.Clr.Write(0x351, false, false, &nine) == CLR_E_OUT_OF_RANGE);
    CHECK(board.Clr.Write(0x800, false, false, &eight) == CLR_E_OUT_OF_RANGE);
    CHECK(board.Clr.Write(0x20000000, true, false, &eight) == CLR_E_OUT_OF_RANGE);
    CHECK(board.Clr.Write(0x7FF, false, false, &eight) == S_OK);
    CHECK(board.Clr.Write(0x1FFFFFFF, true, false, &eight) == S_OK);
    CHECK(board.Clr.Write(0x305, false, false, nullptr) == S_OK);
    CHECK(FakeClr(2, Fast).Write(0x351, false, false, &eight) == CLR_E_INVALID_PARAMETER);
}

TEST_CASE("a full queue is a TimeoutException, bus-off an InvalidOperationException, and so is a closed port")
{
    Board board;
    for (int number = 0; number < 16; number++)
    {
        REQUIRE(board.Clr.Write(0x351, false, false, &Data) == S_OK);
    }

    CHECK(board.Clr.Write(0x351, false, false, &Data) == CLR_E_TIMEOUT);
    board.Chip.DisturbedAttempts = 100;
    board.Chip.Advance(20000);
    CHECK(board.Clr.Write(0x351, false, false, &Data) == CLR_E_INVALID_OPERATION);
    CHECK(board.Clr.Dispose() == S_OK);
    CHECK(board.Clr.Write(0x351, false, false, &Data) == CLR_E_INVALID_OPERATION);
}

TEST_CASE("get returns what arrived with its length, and null without making an object")
{
    Board board;
    TwaiFrame frame;
    bool has = true;
    const uint32_t objects = FakeClr::ObjectCount;
    CHECK(board.Clr.Get(has, frame) == S_OK);
    CHECK_FALSE(has);
    CHECK(FakeClr::ObjectCount == objects);

    for (uint8_t length = 0; length <= 8; length++)
    {
        TwaiFrame sent = Board::Frame(length == 8 ? 0x1ABCDEF0 : 0x305, length);
        sent.IsExtended = length == 8;
        sent.IsRemote = length == 7;
        board.Chip.Arrive(sent);
        REQUIRE(board.Clr.Get(has, frame) == S_OK);
        REQUIRE(has);
        CHECK(frame.Id == sent.Id);
        CHECK(frame.IsExtended == sent.IsExtended);
        CHECK(frame.IsRemote == sent.IsRemote);
        CHECK(frame.Length == length);
        if (!sent.IsRemote)
        {
            CHECK(memcmp(frame.Data, sent.Data, 8) == 0);
        }
    }
}

TEST_CASE("a full heap is an OutOfMemoryException, and the next frame is received")
{
    Board board;
    TwaiFrame frame;
    bool has;
    board.Chip.Arrive(Board::Frame(0x305, 8));
    board.Chip.Arrive(Board::Frame(0x306, 8));
    FakeClr::RefusedObjects = 1;
    CHECK(board.Clr.Get(has, frame) == CLR_E_OUT_OF_MEMORY);
    REQUIRE(board.Clr.Get(has, frame) == S_OK);
    CHECK(frame.Id == 0x306);
}

TEST_CASE("an event for each frame while somebody listens; frames are kept in any case")
{
    Board board;
    TwaiFrame frame;
    bool has;
    board.Chip.Arrive(Board::Frame(0x301, 8));
    CHECK(FakeClr::EventCount == 0);
    CHECK(board.Clr.UpdateCallbacks(true) == S_OK);
    board.Chip.Arrive(Board::Frame(0x302, 8));
    board.Chip.Arrive(Board::Frame(0x303, 8));
    CHECK(FakeClr::EventCount == 2);
    CHECK(FakeClr::LastCategory == EVENT_CAN);
    CHECK(FakeClr::LastController == 1);
    CHECK(FakeClr::LastEvent == CanEvent_MessageReceived);
    CHECK(board.Clr.UpdateCallbacks(false) == S_OK);
    board.Chip.Arrive(Board::Frame(0x304, 8));
    CHECK(FakeClr::EventCount == 2);
    for (uint32_t id = 0x301; id <= 0x304; id++)
    {
        REQUIRE(board.Clr.Get(has, frame) == S_OK);
        CHECK(frame.Id == id);
    }
}

TEST_CASE("other controllers are refused everywhere, and the selector names the one there is")
{
    Board board;
    TwaiFrame frame;
    bool has;
    FakeClr other(2, Fast);
    CHECK(other.Dispose() == CLR_E_INVALID_PARAMETER);
    CHECK(other.UpdateCallbacks(true) == CLR_E_INVALID_PARAMETER);
    CHECK(other.Get(has, frame) == CLR_E_INVALID_PARAMETER);

    CLR_RT_StackFrame stack;
    CHECK(Library_nf_device_can_native_nanoFramework_Device_Can_CanController::GetDeviceSelector___STATIC__STRING(stack) == S_OK);
    CHECK(stack.ResultText == "CAN1");
}
