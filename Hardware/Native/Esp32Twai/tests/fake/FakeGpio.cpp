// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#include "FakeGpio.h"

#include <driver/gpio.h>

std::map<int, int> FakeGpioLevels;
static std::map<int, bool> IsOutput;

extern "C" esp_err_t gpio_set_direction(gpio_num_t pin, gpio_mode_t mode)
{
    IsOutput[pin] = mode == GPIO_MODE_OUTPUT;
    return ESP_OK;
}

extern "C" esp_err_t gpio_set_level(gpio_num_t pin, uint32_t level)
{
    if (!IsOutput[pin])
    {
        return ESP_ERR_INVALID_STATE;
    }

    FakeGpioLevels[pin] = (int)level;
    return ESP_OK;
}
