// BatterySim: reference header for tests, written from the documentation of ESP-IDF 5.5; not a copy. MIT license, see LICENSE.
#pragma once
#include <cstdint>

/// Microseconds since the chip started; never goes back.
extern "C" int64_t esp_timer_get_time(void);
