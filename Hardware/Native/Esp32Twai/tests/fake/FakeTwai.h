// BatterySim: a TWAI controller for tests. MIT license, see LICENSE.

#pragma once

#include "TwaiFrame.h"
#include <esp_twai_onchip.h>

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>

/// The one controller of a chip and the driver above it, in simulated time, with the rules of CAN that a program can notice:
/// acknowledge, error counters and their limits 96, 128 and 256, bus-off, recovery after 128 times 11 recessive bits.
/// Its functions are those of esp_twai.h; what the driver refuses, this refuses.
class FakeTwai
{
  public:
    /// The controller of this process.
    static FakeTwai &Current();

    /// As after power-up; not while a node exists that somebody still uses.
    void Reset();

    /// Lets time pass and interrupts happen.
    void Advance(int64_t microseconds);

    /// A frame of another node. It is received if the node listens; true if the node acknowledged it.
    bool Arrive(const TwaiFrame &frame);

    /// A frame of another node with an error in it.
    void ArriveDisturbed();

    /// Asked when a frame of ours is complete on the bus: does somebody acknowledge? Everybody does by default.
    std::function<bool(const TwaiFrame &)> OnWire;

    /// So many attempts to send meet a bit error.
    int DisturbedAttempts = 0;

    /// A short circuit: every attempt meets a bit error and there is no recovery.
    bool IsStuckDominant = false;

    /// So many new nodes find no memory.
    int RefusedNodes = 0;

    /// Attempts to send that began, whatever became of them.
    uint32_t AttemptCount = 0;

    /// Nodes that were made.
    uint32_t NodeCount = 0;

    /// Calls of twai_node_recover that were accepted.
    uint32_t RecoverCount = 0;

    /// Timing and configuration in force.
    twai_onchip_node_config_t Config = {};
    twai_timing_advanced_config_t Timing = {};

    /// What the simulated chip holds: true between twai_new_node_onchip and twai_node_delete.
    bool HasNode() const
    {
        return _exists;
    }

    uint16_t TransmitErrors() const
    {
        return (uint16_t)_transmitErrors.load();
    }

    uint16_t ReceiveErrors() const
    {
        return (uint16_t)_receiveErrors.load();
    }

    /// Set where a caller broke a rule of the driver: empty for none.
    std::string Violation;

    int64_t NowMicroseconds() const
    {
        return _now.load(std::memory_order_relaxed);
    }

    // The driver's functions.
    esp_err_t New(const twai_onchip_node_config_t *config, twai_node_handle_t *node);
    esp_err_t Delete();
    esp_err_t Enable();
    esp_err_t Disable();
    esp_err_t Recover();
    esp_err_t Register(const twai_event_callbacks_t *callbacks, void *context);
    esp_err_t SetTiming(const twai_timing_advanced_config_t *timing);
    esp_err_t GetInfo(twai_node_status_t *status, twai_node_record_t *record);
    esp_err_t Transmit(const twai_frame_t *frame, int timeoutMilliseconds);
    esp_err_t ReceiveFromInterrupt(twai_frame_t *frame);

  private:
    bool IsOn() const
    {
        return _state.load(std::memory_order_relaxed) != TWAI_ERROR_BUS_OFF;
    }

    void StartNext(int64_t now);
    void FinishAttempt(int64_t now);
    void FinishRecovery();
    void CountError(int transmit, int receive);
    void UpdateState();
    double BitMicroseconds() const;
    int64_t FrameMicroseconds(const twai_frame_t &frame) const;

    // Held while an interrupt runs; whoever stops the node waits for it, as the driver does.
    std::mutex _interrupt;

    // What the driver guards against its own interrupt: the transmit queue.
    std::mutex _queueLock;

    std::atomic<int64_t> _now{0};
    std::atomic<twai_error_state_t> _state{TWAI_ERROR_BUS_OFF};
    std::atomic<int> _transmitErrors{0};
    std::atomic<int> _receiveErrors{0};
    std::atomic<bool> _isInReceiveCallback{false};
    bool _exists = false;
    bool _isEnabled = false;
    twai_event_callbacks_t _callbacks = {};
    void *_context = nullptr;
    std::deque<const twai_frame_t *> _queue;
    const twai_frame_t *_current = nullptr;
    int64_t _currentEnd = 0;
    int64_t _recoveryEnd = -1;
    uint32_t _busErrors = 0;
    TwaiFrame _received = {};
};
