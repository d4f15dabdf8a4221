// BatterySim: the CAN component on a bus of other programs. MIT license, see LICENSE.

#ifndef BATTERYSIM_BRIDGE_BUS_H
#define BATTERYSIM_BRIDGE_BUS_H

#include "TwaiFrame.h"

/// A bus that other programs are on.
class Bus
{
  public:
    virtual ~Bus() = default;

    /// Puts a frame on the bus. Ends the program if the bus is gone.
    virtual void Put(const TwaiFrame &frame) = 0;

    /// Takes the next frame of another program; false if there is none.
    virtual bool Take(TwaiFrame &frame) = 0;
};

#endif
