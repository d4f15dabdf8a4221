// BatterySim: nanoFramework.Device.Can on the CAN controller of an ESP32. MIT license, see LICENSE.

#ifndef BATTERYSIM_TWAI_BACK_OFF_H
#define BATTERYSIM_TWAI_BACK_OFF_H

#include <cstdint>

/// A pause that doubles each time it is taken, up to a limit.
class TwaiBackOff
{
  public:
    TwaiBackOff(int64_t firstMicroseconds, int64_t lastMicroseconds)
        : _first(firstMicroseconds), _last(lastMicroseconds), _next(firstMicroseconds)
    {
    }

    int64_t Next()
    {
        const int64_t pause = _next;
        _next = 2 * pause < _last ? 2 * pause : _last;
        return pause;
    }

    void Reset()
    {
        _next = _first;
    }

  private:
    int64_t _first;
    int64_t _last;
    int64_t _next;
};

#endif
