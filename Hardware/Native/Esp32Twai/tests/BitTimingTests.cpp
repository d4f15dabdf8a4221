// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#include "TwaiBitTiming.h"

#include <doctest/doctest.h>

// 80 MHz / (8 * 20) = 500 kbit/s and 80 MHz / (16 * 20) = 250 kbit/s; (1 + 16) / 20 = 85 %.
TEST_CASE("500 and 250 kbit/s are exact and sampled at 85 %")
{
    const TwaiBitTiming fast = TwaiBitTiming::FromSettings(7, 15, 2, 0);
    CHECK(fast.IsValid());
    CHECK(fast.Prescaler == 8);
    CHECK(fast.BitsPerSecond() == 500000);
    CHECK(fast.SamplePointPermille() == 850);

    const TwaiBitTiming slow = TwaiBitTiming::FromSettings(15, 15, 2, 0);
    CHECK(slow.IsValid());
    CHECK(slow.BitsPerSecond() == 250000);
    CHECK(slow.SamplePointPermille() == 850);
}

TEST_CASE("what the registers of the chips cannot hold is refused")
{
    CHECK_FALSE(TwaiBitTiming::FromSettings(0, 15, 2, 0).IsValid());    // prescaler 1
    CHECK_FALSE(TwaiBitTiming::FromSettings(8, 15, 2, 0).IsValid());    // odd prescaler
    CHECK(TwaiBitTiming::FromSettings(127, 15, 2, 0).IsValid());        // 128, the highest of the first revisions
    CHECK_FALSE(TwaiBitTiming::FromSettings(129, 15, 2, 0).IsValid());  // 130 is not a multiple of 4
    CHECK(TwaiBitTiming::FromSettings(131, 15, 2, 0).IsValid());        // 132
    CHECK(TwaiBitTiming::FromSettings(255, 15, 2, 0).IsValid());        // 256
    CHECK_FALSE(TwaiBitTiming::FromSettings(7, 16, 2, 0).IsValid());    // 17 quanta before the sample point
    CHECK_FALSE(TwaiBitTiming::FromSettings(7, 15, 8, 0).IsValid());    // 9 quanta after it
    CHECK_FALSE(TwaiBitTiming::FromSettings(7, 15, 7, 4).IsValid());    // jump of 5 quanta
    CHECK_FALSE(TwaiBitTiming::FromSettings(7, 15, 2, 3).IsValid());    // jump longer than phase 2
    CHECK_FALSE(TwaiBitTiming::FromSettings(1, 14, 2, 0).IsValid());    // 2.1 Mbit/s
    CHECK(TwaiBitTiming::FromSettings(3, 15, 2, 0).IsValid());          // 1 Mbit/s
}
