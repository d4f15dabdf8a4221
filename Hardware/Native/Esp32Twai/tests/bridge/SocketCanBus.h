// BatterySim: the CAN component on a bus of other programs. MIT license, see LICENSE.

#ifndef BATTERYSIM_BRIDGE_SOCKETCAN_BUS_H
#define BATTERYSIM_BRIDGE_SOCKETCAN_BUS_H

#include "Bus.h"

#include <string>

/// A CAN interface of the Linux kernel, such as a vcan.
class SocketCanBus : public Bus
{
  public:
    explicit SocketCanBus(const std::string &interface);

    void Put(const TwaiFrame &frame) override;

    bool Take(TwaiFrame &frame) override;

  private:
    int _socket = -1;
};

#endif
