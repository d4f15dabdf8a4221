// BatterySim: nanoFramework.Device.Can on the CAN controller of an ESP32. MIT license, see LICENSE.

#ifndef BATTERYSIM_TWAI_RECEIVE_RING_H
#define BATTERYSIM_TWAI_RECEIVE_RING_H

#include "TwaiFrame.h"
#include <atomic>

/// Received frames between the interrupt, which adds them, and the interpreter's task, which takes them.
/// One producer and one consumer, no lock: each index has one writer. A frame that finds the ring full is counted and dropped,
/// so what is in the ring is always the oldest, in order.
class TwaiReceiveRing
{
  public:
    /// At 500 kbit/s the shortest frame takes 94 microseconds: room for 6 ms of a full bus, or ten seconds of an inverter.
    static const uint32_t Capacity = 64;

    /// Adds a frame. Called in the interrupt only.
    void Push(const TwaiFrame &frame)
    {
        const uint32_t next = _added.load(std::memory_order_relaxed);
        if (next - _taken.load(std::memory_order_acquire) == Capacity)
        {
            _dropped.store(_dropped.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
            return;
        }

        _frames[next % Capacity] = frame;
        _added.store(next + 1, std::memory_order_release);
    }

    /// Takes the oldest frame; false if there is none. Called in the interpreter's task only.
    bool Pop(TwaiFrame &frame)
    {
        const uint32_t next = _taken.load(std::memory_order_relaxed);
        if (next == _added.load(std::memory_order_acquire))
        {
            return false;
        }

        frame = _frames[next % Capacity];
        _taken.store(next + 1, std::memory_order_release);
        return true;
    }

    /// Frames that found no room since the start.
    uint32_t Dropped() const
    {
        return _dropped.load(std::memory_order_relaxed);
    }

    /// Empties the ring. Only while no interrupt can run.
    void Clear()
    {
        _taken.store(_added.load(std::memory_order_relaxed), std::memory_order_relaxed);
    }

  private:
    TwaiFrame _frames[Capacity];
    std::atomic<uint32_t> _added{0};
    std::atomic<uint32_t> _taken{0};
    std::atomic<uint32_t> _dropped{0};
};

#endif
