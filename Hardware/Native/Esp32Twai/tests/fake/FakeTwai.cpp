// BatterySim: a TWAI controller for tests. MIT license, see LICENSE.

#include "FakeTwai.h"

#include <algorithm>
#include <cstring>
#include <esp_timer.h>

// The driver's handle is an address that nobody looks behind.
struct twai_node_base
{
    int Unused;
};

static twai_node_base TheNode;

FakeTwai &FakeTwai::Current()
{
    static FakeTwai fake;
    return fake;
}

void FakeTwai::Reset()
{
    const std::lock_guard<std::mutex> interrupt(_interrupt);
    _exists = false;
    _isEnabled = false;
    _state = TWAI_ERROR_BUS_OFF;
    _transmitErrors = 0;
    _receiveErrors = 0;
    _queue.clear();
    _current = nullptr;
    _recoveryEnd = -1;
    OnWire = nullptr;
    DisturbedAttempts = 0;
    IsStuckDominant = false;
    RefusedNodes = 0;
    AttemptCount = 0;
    NodeCount = 0;
    RecoverCount = 0;
    Violation.clear();
}

esp_err_t FakeTwai::New(const twai_onchip_node_config_t *config, twai_node_handle_t *node)
{
    if (config->tx_queue_depth == 0 || config->bit_timing.bitrate == 0 || config->bit_timing.bitrate > 1000000 || config->io_cfg.tx < 0 ||
        config->io_cfg.rx < 0)
    {
        return ESP_ERR_INVALID_ARG;
    }

    if (_exists)
    {
        return ESP_ERR_NOT_FOUND;
    }

    if (RefusedNodes > 0)
    {
        RefusedNodes--;
        return ESP_ERR_NO_MEM;
    }

    const std::lock_guard<std::mutex> interrupt(_interrupt);
    Config = *config;
    Timing = {};
    _exists = true;
    _state = TWAI_ERROR_BUS_OFF;
    _transmitErrors = 0;
    _receiveErrors = 0;
    _busErrors = 0;
    _callbacks = {};
    NodeCount++;
    *node = &TheNode;
    return ESP_OK;
}

esp_err_t FakeTwai::Delete()
{
    const std::lock_guard<std::mutex> interrupt(_interrupt);
    if (!_exists || IsOn())
    {
        Violation = "a node was deleted while it was enabled";
        return ESP_ERR_INVALID_STATE;
    }

    _exists = false;
    _isEnabled = false;
    _queue.clear();
    _current = nullptr;
    _recoveryEnd = -1;
    return ESP_OK;
}

esp_err_t FakeTwai::Enable()
{
    const std::lock_guard<std::mutex> interrupt(_interrupt);
    if (!_exists || IsOn())
    {
        return ESP_ERR_INVALID_STATE;
    }

    _isEnabled = true;
    _state = TWAI_ERROR_ACTIVE;

    // The driver goes on with the frame that it was stopped in.
    if (_current != nullptr)
    {
        AttemptCount++;
        _currentEnd = NowMicroseconds() + FrameMicroseconds(*_current);
    }

    return ESP_OK;
}

esp_err_t FakeTwai::Disable()
{
    const std::lock_guard<std::mutex> interrupt(_interrupt);
    if (!_exists || !IsOn())
    {
        return ESP_ERR_INVALID_STATE;
    }

    _isEnabled = false;
    _state = TWAI_ERROR_BUS_OFF;
    return ESP_OK;
}

esp_err_t FakeTwai::Recover()
{
    const std::lock_guard<std::mutex> interrupt(_interrupt);
    if (!_exists || IsOn())
    {
        return ESP_ERR_INVALID_STATE;
    }

    RecoverCount++;
    _recoveryEnd = NowMicroseconds() + (int64_t)(128 * 11 * BitMicroseconds());
    return ESP_OK;
}

esp_err_t FakeTwai::Register(const twai_event_callbacks_t *callbacks, void *context)
{
    if (!_exists || IsOn())
    {
        return ESP_ERR_INVALID_STATE;
    }

    _callbacks = *callbacks;
    _context = context;
    return ESP_OK;
}

esp_err_t FakeTwai::SetTiming(const twai_timing_advanced_config_t *timing)
{
    if (!_exists || IsOn())
    {
        return ESP_ERR_INVALID_STATE;
    }

    if (timing->brp < 2 || timing->brp > 256 || timing->brp % 2 != 0 || timing->tseg_1 < 1 || timing->tseg_1 > 16 || timing->tseg_2 < 1 ||
        timing->tseg_2 > 8 || timing->sjw < 1 || timing->sjw > 4)
    {
        return ESP_ERR_INVALID_ARG;
    }

    Timing = *timing;
    return ESP_OK;
}

esp_err_t FakeTwai::GetInfo(twai_node_status_t *status, twai_node_record_t *record)
{
    if (status != nullptr)
    {
        status->state = _state.load(std::memory_order_relaxed);
        status->tx_error_count = (uint16_t)_transmitErrors.load(std::memory_order_relaxed);
        status->rx_error_count = (uint16_t)_receiveErrors.load(std::memory_order_relaxed);
    }

    if (record != nullptr)
    {
        record->bus_err_num = _busErrors;
    }

    return ESP_OK;
}

esp_err_t FakeTwai::Transmit(const twai_frame_t *frame, int timeoutMilliseconds)
{
    if (frame->buffer_len > TwaiFrame::LengthMax || (frame->header.dlc != 0 && frame->buffer_len != 0 && frame->header.dlc != frame->buffer_len))
    {
        return ESP_ERR_INVALID_ARG;
    }

    if (timeoutMilliseconds != 0)
    {
        Violation = "a caller waits for the transmit queue, which would stop the interpreter";
    }

    const std::lock_guard<std::mutex> queue(_queueLock);
    if (!_exists || !IsOn())
    {
        return ESP_ERR_INVALID_STATE;
    }

    if (_current != nullptr && _queue.size() == Config.tx_queue_depth)
    {
        return ESP_ERR_TIMEOUT;
    }

    _queue.push_back(frame);
    StartNext(NowMicroseconds());
    return ESP_OK;
}

esp_err_t FakeTwai::ReceiveFromInterrupt(twai_frame_t *frame)
{
    if (!_isInReceiveCallback)
    {
        Violation = "twai_node_receive_from_isr outside of on_rx_done";
        return ESP_ERR_INVALID_STATE;
    }

    frame->header = {};
    frame->header.id = _received.Id;
    frame->header.ide = _received.IsExtended;
    frame->header.rtr = _received.IsRemote;
    frame->header.dlc = _received.Length;
    if (!_received.IsRemote)
    {
        memcpy(frame->buffer, _received.Data, std::min({(size_t)_received.Length, frame->buffer_len, sizeof(_received.Data)}));
    }

    return ESP_OK;
}

void FakeTwai::Advance(int64_t microseconds)
{
    const int64_t end = NowMicroseconds() + microseconds;
    while (true)
    {
        const std::lock_guard<std::mutex> interrupt(_interrupt);
        int64_t next = end;
        bool isSending;
        {
            const std::lock_guard<std::mutex> queue(_queueLock);
            isSending = _isEnabled && IsOn() && _current != nullptr && _currentEnd <= end;
            next = isSending ? _currentEnd : end;
        }

        if (IsStuckDominant && _recoveryEnd >= 0)
        {
            // Not one recessive bit: counting begins again.
            _recoveryEnd = end + (int64_t)(128 * 11 * BitMicroseconds());
        }

        if (_recoveryEnd >= 0 && _recoveryEnd <= end)
        {
            _now.store(_recoveryEnd, std::memory_order_relaxed);
            FinishRecovery();
        }
        else if (isSending)
        {
            _now.store(std::max(next, NowMicroseconds()), std::memory_order_relaxed);
            FinishAttempt(NowMicroseconds());
        }
        else
        {
            _now.store(end, std::memory_order_relaxed);
            return;
        }
    }
}

bool FakeTwai::Arrive(const TwaiFrame &frame)
{
    const std::lock_guard<std::mutex> interrupt(_interrupt);
    if (!_isEnabled || !IsOn())
    {
        return false;
    }

    // After a good frame an error-passive receiver returns to a count below the limit, any other counts down by one.
    const int errors = _receiveErrors;
    _receiveErrors = errors > 127 ? 127 : std::max(0, errors - 1);
    UpdateState();
    if (_callbacks.on_rx_done != nullptr)
    {
        _received = frame;
        const twai_rx_done_event_data_t event = {};
        _isInReceiveCallback = true;
        _callbacks.on_rx_done(&TheNode, &event, _context);
        _isInReceiveCallback = false;
    }

    return true;
}

void FakeTwai::ArriveDisturbed()
{
    const std::lock_guard<std::mutex> interrupt(_interrupt);
    if (_isEnabled && IsOn())
    {
        CountError(0, 1);
    }
}

void FakeTwai::StartNext(int64_t now)
{
    if (_current == nullptr && !_queue.empty())
    {
        _current = _queue.front();
        _queue.pop_front();
        AttemptCount++;
        _currentEnd = now + FrameMicroseconds(*_current);
    }
}

void FakeTwai::FinishAttempt(int64_t now)
{
    const twai_frame_t *sent;
    {
        const std::lock_guard<std::mutex> queue(_queueLock);
        sent = _current;
    }

    TwaiFrame frame = {};
    frame.Id = sent->header.id;
    frame.IsExtended = sent->header.ide;
    frame.IsRemote = sent->header.rtr;
    frame.Length = (uint8_t)sent->header.dlc;
    memcpy(frame.Data, sent->buffer, sent->buffer_len);

    const bool isDisturbed = IsStuckDominant || DisturbedAttempts > 0;
    const bool isAcknowledged = !isDisturbed && (OnWire == nullptr || OnWire(frame));
    if (isAcknowledged)
    {
        _transmitErrors = std::max(0, _transmitErrors - 1);
        UpdateState();
    }
    else if (isDisturbed)
    {
        DisturbedAttempts = std::max(0, DisturbedAttempts - 1);
        CountError(8, 0);
    }
    else
    {
        // An error-passive node that misses only the acknowledge does not count it: a lone node never goes off the bus.
        CountError(_transmitErrors >= 128 ? 0 : 8, 0);
    }

    const bool isOver = isAcknowledged || Config.fail_retry_cnt == 0;
    if (isAcknowledged && _callbacks.on_tx_done != nullptr)
    {
        twai_tx_done_event_data_t event = {};
#ifdef TWAI_REFERENCE_HAS_TX_SUCCESS
        event.is_tx_success = true;
#endif
        event.done_tx_frame = sent;
        _callbacks.on_tx_done(&TheNode, &event, _context);
    }

    const std::lock_guard<std::mutex> queue(_queueLock);
    if (!IsOn())
    {
        // Bus-off cuts the frame short, and nobody is told of it.
        _current = nullptr;
    }
    else if (isOver)
    {
        _current = nullptr;
        StartNext(now);
    }
    else
    {
        AttemptCount++;
        _currentEnd = now + FrameMicroseconds(*_current);
    }
}

void FakeTwai::FinishRecovery()
{
    _recoveryEnd = -1;
    _transmitErrors = 0;
    _receiveErrors = 0;
    _isEnabled = true;
    _state = TWAI_ERROR_ACTIVE;
    const std::lock_guard<std::mutex> queue(_queueLock);
    StartNext(NowMicroseconds());
}

void FakeTwai::CountError(int transmit, int receive)
{
    _busErrors++;
    _transmitErrors = _transmitErrors + transmit;
    _receiveErrors = std::min(255, _receiveErrors + receive);
    UpdateState();
    if (_callbacks.on_error != nullptr)
    {
        const twai_error_event_data_t event = {};
        _callbacks.on_error(&TheNode, &event, _context);
    }
}

void FakeTwai::UpdateState()
{
    const int errors = std::max(_transmitErrors.load(), _receiveErrors.load());
    const twai_error_state_t old = _state;
    const twai_error_state_t state = _transmitErrors >= 256 ? TWAI_ERROR_BUS_OFF
                                     : errors >= 128       ? TWAI_ERROR_PASSIVE
                                     : errors >= 96        ? TWAI_ERROR_WARNING
                                                           : TWAI_ERROR_ACTIVE;
    if (state != old)
    {
        _state = state;
        if (_callbacks.on_state_change != nullptr)
        {
            const twai_state_change_event_data_t event = {old, state};
            _callbacks.on_state_change(&TheNode, &event, _context);
        }
    }
}

double FakeTwai::BitMicroseconds() const
{
    return Timing.brp == 0 ? 1e6 / Config.bit_timing.bitrate : Timing.brp * (1.0 + Timing.tseg_1 + Timing.tseg_2) / 80.0;
}

// Frame without stuff bits, and three bits of pause: 47 or 67, and the data.
int64_t FakeTwai::FrameMicroseconds(const twai_frame_t &frame) const
{
    return (int64_t)(((frame.header.ide ? 67 : 47) + 8 * frame.buffer_len) * BitMicroseconds());
}

extern "C"
{
    int64_t esp_timer_get_time(void)
    {
        return FakeTwai::Current().NowMicroseconds();
    }

    esp_err_t twai_new_node_onchip(const twai_onchip_node_config_t *config, twai_node_handle_t *node)
    {
        return FakeTwai::Current().New(config, node);
    }

    esp_err_t twai_node_delete(twai_node_handle_t)
    {
        return FakeTwai::Current().Delete();
    }

    esp_err_t twai_node_enable(twai_node_handle_t)
    {
        return FakeTwai::Current().Enable();
    }

    esp_err_t twai_node_disable(twai_node_handle_t)
    {
        return FakeTwai::Current().Disable();
    }

    esp_err_t twai_node_recover(twai_node_handle_t)
    {
        return FakeTwai::Current().Recover();
    }

    esp_err_t twai_node_register_event_callbacks(twai_node_handle_t, const twai_event_callbacks_t *callbacks, void *context)
    {
        return FakeTwai::Current().Register(callbacks, context);
    }

    esp_err_t twai_node_reconfig_timing(
        twai_node_handle_t,
        const twai_timing_advanced_config_t *bit_timing,
        const twai_timing_advanced_config_t *)
    {
        return FakeTwai::Current().SetTiming(bit_timing);
    }

    esp_err_t twai_node_get_info(twai_node_handle_t, twai_node_status_t *status, twai_node_record_t *record)
    {
        return FakeTwai::Current().GetInfo(status, record);
    }

    esp_err_t twai_node_transmit(twai_node_handle_t, const twai_frame_t *frame, int timeout_ms)
    {
        return FakeTwai::Current().Transmit(frame, timeout_ms);
    }

    esp_err_t twai_node_receive_from_isr(twai_node_handle_t, twai_frame_t *frame)
    {
        return FakeTwai::Current().ReceiveFromInterrupt(frame);
    }
}
