// BatterySim: reference header for tests, written from the documentation of ESP-IDF 5.5; not a copy. MIT license, see LICENSE.
#pragma once
#include "driver/gpio.h"
#include "esp_twai.h"

typedef struct
{
    struct
    {
        gpio_num_t tx;
        gpio_num_t rx;
        gpio_num_t quanta_clk_out;
        gpio_num_t bus_off_indicator;
    } io_cfg;
    twai_timing_basic_config_t bit_timing;
    twai_timing_basic_config_t data_timing;
    int8_t fail_retry_cnt;
    uint32_t tx_queue_depth;
    int intr_priority;
} twai_onchip_node_config_t;

extern "C" esp_err_t twai_new_node_onchip(const twai_onchip_node_config_t *config, twai_node_handle_t *node);
