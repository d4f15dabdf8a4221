// BatterySim: reference header for tests, written from the documentation of ESP-IDF 5.5; not a copy. MIT license, see LICENSE.
#pragma once
#include "esp_err.h"
#include <cstddef>
#include <cstdint>

typedef struct twai_node_base *twai_node_handle_t;

typedef enum
{
    TWAI_ERROR_ACTIVE,
    TWAI_ERROR_WARNING,
    TWAI_ERROR_PASSIVE,
    TWAI_ERROR_BUS_OFF,
} twai_error_state_t;

typedef struct
{
    uint32_t id;
    uint16_t dlc;
    uint32_t ide : 1;
    uint32_t rtr : 1;
} twai_frame_header_t;

/// The driver keeps the address of a frame, and through it of its data, until the frame is sent.
typedef struct
{
    twai_frame_header_t header;
    uint8_t *buffer;
    size_t buffer_len;
} twai_frame_t;

typedef struct
{
    uint32_t bitrate;
    uint16_t sp_permill;
} twai_timing_basic_config_t;

typedef struct
{
    uint32_t brp;
    uint8_t prop_seg;
    uint8_t tseg_1;
    uint8_t tseg_2;
    uint8_t sjw;
} twai_timing_advanced_config_t;

typedef struct
{
    twai_error_state_t state;
    uint16_t tx_error_count;
    uint16_t rx_error_count;
} twai_node_status_t;

typedef struct
{
    uint32_t bus_err_num;
} twai_node_record_t;

typedef struct
{
#ifdef TWAI_REFERENCE_HAS_TX_SUCCESS
    bool is_tx_success;
#endif
    const twai_frame_t *done_tx_frame;
} twai_tx_done_event_data_t;

typedef struct
{
    uint8_t unused;
} twai_rx_done_event_data_t;

typedef struct
{
    twai_error_state_t old_sta;
    twai_error_state_t new_sta;
} twai_state_change_event_data_t;

typedef struct
{
    uint32_t err_flags;
} twai_error_event_data_t;

/// All run in the interrupt.
typedef struct
{
    bool (*on_tx_done)(twai_node_handle_t node, const twai_tx_done_event_data_t *event, void *context);
    bool (*on_rx_done)(twai_node_handle_t node, const twai_rx_done_event_data_t *event, void *context);
    bool (*on_state_change)(twai_node_handle_t node, const twai_state_change_event_data_t *event, void *context);
    bool (*on_error)(twai_node_handle_t node, const twai_error_event_data_t *event, void *context);
} twai_event_callbacks_t;

extern "C"
{
    esp_err_t twai_node_enable(twai_node_handle_t node);
    esp_err_t twai_node_disable(twai_node_handle_t node);
    esp_err_t twai_node_recover(twai_node_handle_t node);
    esp_err_t twai_node_delete(twai_node_handle_t node);
    esp_err_t twai_node_register_event_callbacks(twai_node_handle_t node, const twai_event_callbacks_t *callbacks, void *context);
    esp_err_t twai_node_reconfig_timing(
        twai_node_handle_t node,
        const twai_timing_advanced_config_t *bit_timing,
        const twai_timing_advanced_config_t *data_timing);
    esp_err_t twai_node_get_info(twai_node_handle_t node, twai_node_status_t *status, twai_node_record_t *record);
    esp_err_t twai_node_transmit(twai_node_handle_t node, const twai_frame_t *frame, int timeout_ms);
    esp_err_t twai_node_receive_from_isr(twai_node_handle_t node, twai_frame_t *frame);
}
