// BatterySim: nanoFramework.Device.Can on the CAN controller of an ESP32. MIT license, see LICENSE.

#ifndef BATTERYSIM_TWAI_STATUS_H
#define BATTERYSIM_TWAI_STATUS_H

#include <cstdint>

/// What became of a frame that was handed over for sending.
enum class TwaiSendResult
{
    /// It waits for its turn.
    Accepted,

    /// The queue is full, or the pause after a frame that nobody acknowledged is not over.
    QueueFull,

    /// The controller took itself off the bus.
    BusOff,

    /// The port is not open, or the driver could not be started again.
    NotOpen,
};

/// Where the port is in its life.
enum class TwaiPhase
{
    Closed,
    Running,

    /// Off the bus; waits before it asks to get back.
    BusOffPause,

    /// Asked to get back; the controller waits for 128 times 11 recessive bits.
    Recovering,

    /// The driver could not be started again after an error; it is tried from time to time.
    Failed,
};

/// Counts since the port was opened, for a debugger and for tests. The managed class has no place for them.
struct TwaiCounters
{
    /// Frames that another node acknowledged.
    uint32_t Delivered;

    /// Frames given up: not acknowledged in time, or in the queue when the controller went off the bus.
    uint32_t Abandoned;

    /// Frames that Send refused.
    uint32_t Refused;

    /// Times that the acknowledge time-out stopped a frame.
    uint32_t AcknowledgeTimeouts;

    /// Times that the controller took itself off the bus.
    uint32_t BusOffs;

    /// Frames received.
    uint32_t Received;

    /// Received frames that found the ring full.
    uint32_t ReceiveOverruns;

    /// Errors on the bus that the controller saw.
    uint32_t BusErrors;
};

#endif
