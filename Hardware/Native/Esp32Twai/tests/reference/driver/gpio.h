// BatterySim: reference header for tests, written from the documentation of ESP-IDF 5.5; not a copy. MIT license, see LICENSE.
#pragma once
#include "esp_err.h"
#include <cstdint>
typedef int gpio_num_t;
typedef enum
{
    GPIO_MODE_OUTPUT = 2,
} gpio_mode_t;
extern "C" esp_err_t gpio_set_direction(gpio_num_t pin, gpio_mode_t mode);
extern "C" esp_err_t gpio_set_level(gpio_num_t pin, uint32_t level);
