// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#include "TwaiReceiveRing.h"

#include <doctest/doctest.h>

TEST_CASE("the ring keeps 64 frames in order, drops the newest and counts them")
{
    TwaiReceiveRing ring;
    TwaiFrame frame = {};
    for (int round = 0; round < 5; round++)
    {
        for (uint32_t number = 0; number < 70; number++)
        {
            frame.Id = number;
            ring.Push(frame);
        }

        CHECK(ring.Dropped() == 6u * (round + 1));
        for (uint32_t number = 0; number < 64; number++)
        {
            REQUIRE(ring.Pop(frame));
            CHECK(frame.Id == number);
        }

        CHECK_FALSE(ring.Pop(frame));
    }
}
