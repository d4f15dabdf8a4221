// BatterySim: nanoFramework.Device.Can on the CAN controller of an ESP32. MIT license, see LICENSE.

#ifndef BATTERYSIM_TWAI_PORT_H
#define BATTERYSIM_TWAI_PORT_H

#include "TwaiBackOff.h"
#include "TwaiBitTiming.h"
#include "TwaiReceiveRing.h"
#include "TwaiStatus.h"
#include "target_nf_device_can_config.h"
#include <atomic>
#include <cstring>
#include <esp_attr.h>
#include <esp_timer.h>
#include <esp_twai.h>
#include <esp_twai_onchip.h>

/// The CAN controller of the chip, over the node driver of ESP-IDF 5.5.
///
/// What this adds to the driver:
/// - It owns the frames that the driver sends, because the driver keeps only their addresses until they are sent.
/// - The controller repeats a frame without an acknowledge indefinitely. After AcknowledgeTimeoutMicroseconds without progress the node is
///   stopped, deleted and made anew, because enabling a stopped node starts its last frame again. Then sending pauses, longer each time.
/// - After bus-off it waits, longer each time, asks the driver to recover, and when the controller is back makes the node anew, because the
///   frame that bus-off cut short is never reported as done. Frames that still waited then may have gone out first: the driver goes on with
///   its queue by itself, and has no way to empty it.
///
/// Open, Close, Send, Receive and Poll belong to the interpreter's task, the On... functions to the interrupt. There is no thread and no
/// timer: time passes when the task calls, which the firmware does every 10 ms.
class TwaiPort
{
  public:
    /// Frames that can wait, the one on the bus included: two bursts of a battery.
    static const uint32_t TransmitCapacity = 16;

    /// A frame with eight bytes and the longest wait for a bus of higher priorities takes a few milliseconds.
    static const int64_t AcknowledgeTimeoutMicroseconds = 100000;

    /// What the controller may take to see 128 times 11 recessive bits, at the lowest bit rate and then some.
    static const int64_t RecoveryTimeoutMicroseconds = 1000000;

    /// Called in the interrupt after a frame was received.
    typedef void (*ReceivedCallback)();

    /// Makes and enables the node. False if the driver refuses the settings or has no memory.
    bool Open(const TwaiBitTiming &timing, ReceivedCallback onReceived)
    {
        if (_phase != TwaiPhase::Closed)
        {
            return false;
        }

        _timing = timing;
        _onReceived = onReceived;
        _ring.Clear();
        _ringDroppedAtOpen = _ring.Dropped();
        ResetCounts();
        _recoveryBackOff.Reset();
        _acknowledgeBackOff.Reset();
        _pauseEndMicroseconds = 0;
        if (!CreateNode())
        {
            return false;
        }

        _phase = TwaiPhase::Running;
        return true;
    }

    void Close()
    {
        DeleteNode();
        _phase = TwaiPhase::Closed;
    }

    /// Queues a frame; never waits.
    TwaiSendResult Send(const TwaiFrame &frame)
    {
        Poll();
        const TwaiSendResult result = Enqueue(frame);
        _refused += result == TwaiSendResult::Accepted ? 0 : 1;
        return result;
    }

    /// Takes the oldest received frame; false if there is none.
    bool Receive(TwaiFrame &frame)
    {
        Poll();
        if (!_ring.Pop(frame))
        {
            return false;
        }

        // Somebody is there, so sending may go on at once.
        _acknowledgeBackOff.Reset();
        _pauseEndMicroseconds = 0;
        return true;
    }

    /// Looks after time-outs and recovery.
    void Poll()
    {
        const int64_t now = esp_timer_get_time();
        switch (_phase)
        {
            case TwaiPhase::Closed:
                break;
            case TwaiPhase::Running:
                PollRunning(now);
                break;
            case TwaiPhase::BusOffPause:
                if (now >= _phaseEndMicroseconds)
                {
                    StartRecovery(now);
                }

                break;
            case TwaiPhase::Recovering:
                PollRecovering(now);
                break;
            case TwaiPhase::Failed:
                if (now >= _phaseEndMicroseconds)
                {
                    Rebuild(now);
                }

                break;
        }
    }

    TwaiPhase Phase() const
    {
        return _phase;
    }

    /// State and error counters of the controller; bus-off while the port is closed.
    twai_node_status_t Status() const
    {
        twai_node_status_t status = {};
        status.state = TWAI_ERROR_BUS_OFF;
        if (_node != nullptr)
        {
            twai_node_get_info(_node, &status, nullptr);
        }

        return status;
    }

    TwaiCounters Counters() const
    {
        TwaiCounters counters = {};
        counters.Delivered = _delivered.load(std::memory_order_relaxed);
        counters.Abandoned = _abandoned + _failed.load(std::memory_order_relaxed);
        counters.Refused = _refused;
        counters.AcknowledgeTimeouts = _acknowledgeTimeouts;
        counters.BusOffs = _busOffs;
        counters.Received = _received.load(std::memory_order_relaxed);
        counters.ReceiveOverruns = _ring.Dropped() - _ringDroppedAtOpen;
        counters.BusErrors = _busErrors.load(std::memory_order_relaxed);
        return counters;
    }

  private:
    // What the driver reads until the frame is sent.
    struct Slot
    {
        twai_frame_t Frame;
        uint8_t Data[TwaiFrame::LengthMax];
    };

    void ResetCounts()
    {
        _delivered.store(0, std::memory_order_relaxed);
        _failed.store(0, std::memory_order_relaxed);
        _received.store(0, std::memory_order_relaxed);
        _busErrors.store(0, std::memory_order_relaxed);
        _abandoned = 0;
        _refused = 0;
        _acknowledgeTimeouts = 0;
        _busOffs = 0;
    }

    uint32_t InFlight() const
    {
        return _queued - _completed.load(std::memory_order_acquire);
    }

    TwaiSendResult Enqueue(const TwaiFrame &frame)
    {
        switch (_phase)
        {
            case TwaiPhase::Running:
                break;
            case TwaiPhase::BusOffPause:
            case TwaiPhase::Recovering:
                return TwaiSendResult::BusOff;
            default:
                return TwaiSendResult::NotOpen;
        }

        const int64_t now = esp_timer_get_time();
        const uint32_t waiting = InFlight();
        if (now < _pauseEndMicroseconds || waiting == TransmitCapacity)
        {
            return TwaiSendResult::QueueFull;
        }

        Slot &slot = _slots[_queued % TransmitCapacity];
        slot.Frame = {};
        slot.Frame.header.id = frame.Id;
        slot.Frame.header.ide = frame.IsExtended;
        slot.Frame.header.rtr = frame.IsRemote;
        slot.Frame.header.dlc = frame.Length;
        slot.Frame.buffer = slot.Data;
        slot.Frame.buffer_len = frame.IsRemote ? 0 : frame.Length;
        memcpy(slot.Data, frame.Data, sizeof(slot.Data));

        // Counted before the driver has it: the interrupt may report it as done before the call returns.
        _queued++;
        const esp_err_t error = twai_node_transmit(_node, &slot.Frame, 0);
        if (error != ESP_OK)
        {
            _queued--;
            return error == ESP_ERR_INVALID_STATE ? TwaiSendResult::BusOff : TwaiSendResult::QueueFull;
        }

        if (waiting == 0)
        {
            _progressMicroseconds = now;
        }

        return TwaiSendResult::Accepted;
    }

    void PollRunning(int64_t now)
    {
        if (Status().state == TWAI_ERROR_BUS_OFF)
        {
            _busOffs++;
            EnterBusOffPause(now);
            return;
        }

        const uint32_t delivered = _delivered.load(std::memory_order_relaxed);
        if (delivered != _deliveredSeen)
        {
            _deliveredSeen = delivered;
            _acknowledgeBackOff.Reset();
            _recoveryBackOff.Reset();
        }

        const uint32_t completed = _completed.load(std::memory_order_acquire);
        if (completed != _completedSeen)
        {
            _completedSeen = completed;
            _progressMicroseconds = now;
        }

        if (InFlight() != 0 && now - _progressMicroseconds >= AcknowledgeTimeoutMicroseconds)
        {
            _acknowledgeTimeouts++;
            _pauseEndMicroseconds = now + _acknowledgeBackOff.Next();
            Rebuild(now);
        }
    }

    void EnterBusOffPause(int64_t now)
    {
        _phase = TwaiPhase::BusOffPause;
        _phaseEndMicroseconds = now + _recoveryBackOff.Next();
    }

    void StartRecovery(int64_t now)
    {
        if (twai_node_recover(_node) != ESP_OK)
        {
            // The driver refuses only when the node is no longer off the bus.
            Rebuild(now);
            return;
        }

        _phase = TwaiPhase::Recovering;
        _phaseEndMicroseconds = now + RecoveryTimeoutMicroseconds;
    }

    void PollRecovering(int64_t now)
    {
        if (Status().state != TWAI_ERROR_BUS_OFF)
        {
            Rebuild(now);
        }
        else if (now >= _phaseEndMicroseconds)
        {
            // The bus never went quiet for long enough: a short circuit, or another bit rate.
            EnterBusOffPause(now);
        }
    }

    // Makes the node anew without the frames that it had.
    void Rebuild(int64_t now)
    {
        DeleteNode();
        if (CreateNode())
        {
            _phase = TwaiPhase::Running;
            return;
        }

        _phase = TwaiPhase::Failed;
        _phaseEndMicroseconds = now + _recoveryBackOff.Next();
    }

    bool CreateNode()
    {
        twai_onchip_node_config_t config = {};
        config.io_cfg.tx = (gpio_num_t)Esp32TwaiTransmitPin;
        config.io_cfg.rx = (gpio_num_t)Esp32TwaiReceivePin;
        config.io_cfg.quanta_clk_out = (gpio_num_t)-1;
        config.io_cfg.bus_off_indicator = (gpio_num_t)-1;
        config.bit_timing.bitrate = _timing.BitsPerSecond();

        // A frame that loses arbitration or is disturbed has to be repeated; on these chips the driver knows only always and never.
        config.fail_retry_cnt = -1;
        config.tx_queue_depth = TransmitCapacity;

        twai_timing_advanced_config_t bit = {};
        bit.brp = _timing.Prescaler;
        bit.tseg_1 = (uint8_t)_timing.SegmentOneQuanta;
        bit.tseg_2 = (uint8_t)_timing.SegmentTwoQuanta;
        bit.sjw = (uint8_t)_timing.JumpWidthQuanta;

        twai_event_callbacks_t callbacks = {};
        callbacks.on_tx_done = OnTransmitted;
        callbacks.on_rx_done = OnReceived;
        callbacks.on_error = OnError;

        if (twai_new_node_onchip(&config, &_node) != ESP_OK)
        {
            _node = nullptr;
            return false;
        }

        _completedSeen = _queued;
        _completed.store(_queued, std::memory_order_release);
        if (twai_node_reconfig_timing(_node, &bit, nullptr) != ESP_OK ||
            twai_node_register_event_callbacks(_node, &callbacks, this) != ESP_OK || twai_node_enable(_node) != ESP_OK)
        {
            DeleteNode();
            return false;
        }

        return true;
    }

    void DeleteNode()
    {
        if (_node == nullptr)
        {
            return;
        }

        // Refused when it is off the bus, in which case it can be deleted as it is.
        twai_node_disable(_node);
        twai_node_delete(_node);
        _node = nullptr;
        _abandoned += InFlight();
        _completed.store(_queued, std::memory_order_release);
    }

    // Newer drivers also report frames that failed, and say so.
    template <typename Event> static auto IsSuccess(const Event *event, int) -> decltype((bool)event->is_tx_success)
    {
        return event->is_tx_success;
    }

    template <typename Event> static bool IsSuccess(const Event *, long)
    {
        return true;
    }

    // The driver sends in the order of the queue, so whatever is older than this frame is over as well.
    static bool IRAM_ATTR OnTransmitted(twai_node_handle_t, const twai_tx_done_event_data_t *event, void *context)
    {
        TwaiPort *port = (TwaiPort *)context;
        const uint32_t oldest = port->_completed.load(std::memory_order_relaxed);
        for (uint32_t older = 0; older < TransmitCapacity; older++)
        {
            if (event->done_tx_frame == &port->_slots[(oldest + older) % TransmitCapacity].Frame)
            {
                const bool isSuccess = IsSuccess(event, 0);
                Add(port->_failed, older + (isSuccess ? 0 : 1));
                Add(port->_delivered, isSuccess ? 1 : 0);
                port->_completed.store(oldest + older + 1, std::memory_order_release);
                break;
            }
        }

        return false;
    }

    static bool IRAM_ATTR OnReceived(twai_node_handle_t node, const twai_rx_done_event_data_t *, void *context)
    {
        TwaiPort *port = (TwaiPort *)context;
        TwaiFrame received = {};
        twai_frame_t frame = {};
        frame.buffer = received.Data;
        frame.buffer_len = sizeof(received.Data);
        if (twai_node_receive_from_isr(node, &frame) != ESP_OK)
        {
            return false;
        }

        received.Id = frame.header.id;
        received.IsExtended = frame.header.ide;
        received.IsRemote = frame.header.rtr;

        // CAN lets a sender write 9 to 15 and mean 8.
        received.Length = (uint8_t)(frame.header.dlc < TwaiFrame::LengthMax ? frame.header.dlc : TwaiFrame::LengthMax);
        port->_ring.Push(received);
        Add(port->_received, 1);
        port->_onReceived();
        return false;
    }

    static bool IRAM_ATTR OnError(twai_node_handle_t, const twai_error_event_data_t *, void *context)
    {
        Add(((TwaiPort *)context)->_busErrors, 1);
        return false;
    }

    // For counters with one writer.
    static void Add(std::atomic<uint32_t> &counter, uint32_t count)
    {
        counter.store(counter.load(std::memory_order_relaxed) + count, std::memory_order_relaxed);
    }

    twai_node_handle_t _node = nullptr;
    TwaiPhase _phase = TwaiPhase::Closed;
    TwaiBitTiming _timing = {};
    ReceivedCallback _onReceived = nullptr;
    TwaiReceiveRing _ring;
    Slot _slots[TransmitCapacity] = {};

    // Sequence numbers that wrap: the slot of frame n is n modulo the capacity. The task writes the first, the interrupt the second,
    // and the task also while there is no node and so no interrupt.
    uint32_t _queued = 0;
    std::atomic<uint32_t> _completed{0};

    std::atomic<uint32_t> _delivered{0};
    std::atomic<uint32_t> _failed{0};
    std::atomic<uint32_t> _received{0};
    std::atomic<uint32_t> _busErrors{0};
    uint32_t _abandoned = 0;
    uint32_t _refused = 0;
    uint32_t _acknowledgeTimeouts = 0;
    uint32_t _busOffs = 0;
    uint32_t _ringDroppedAtOpen = 0;
    uint32_t _completedSeen = 0;
    uint32_t _deliveredSeen = 0;

    TwaiBackOff _recoveryBackOff{100000, 5000000};
    TwaiBackOff _acknowledgeBackOff{250000, 2000000};
    int64_t _progressMicroseconds = 0;
    int64_t _pauseEndMicroseconds = 0;
    int64_t _phaseEndMicroseconds = 0;
};

#endif
