// BatterySim: the CAN component on a bus of other programs. MIT license, see LICENSE.

#include "SocketCanBus.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <linux/can.h>
#include <linux/can/raw.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

SocketCanBus::SocketCanBus(const std::string &interface)
{
    sockaddr_can address = {};
    address.can_family = AF_CAN;
    address.can_ifindex = (int)if_nametoindex(interface.c_str());
    _socket = socket(PF_CAN, SOCK_RAW, CAN_RAW);
    if (_socket < 0 || address.can_ifindex == 0 || bind(_socket, (sockaddr *)&address, sizeof(address)) != 0)
    {
        fprintf(stderr, "bridge: no CAN interface %s\n", interface.c_str());
        exit(1);
    }
}

void SocketCanBus::Put(const TwaiFrame &frame)
{
    can_frame raw = {};
    raw.can_id = frame.Id | (frame.IsExtended ? CAN_EFF_FLAG : 0) | (frame.IsRemote ? CAN_RTR_FLAG : 0);
    raw.can_dlc = frame.Length;
    memcpy(raw.data, frame.Data, sizeof(raw.data));
    if (write(_socket, &raw, sizeof(raw)) != (ssize_t)sizeof(raw))
    {
        perror("bridge: the interface takes no frame");
        exit(1);
    }
}

bool SocketCanBus::Take(TwaiFrame &frame)
{
    can_frame raw = {};
    if (recv(_socket, &raw, sizeof(raw), MSG_DONTWAIT) != (ssize_t)sizeof(raw))
    {
        return false;
    }

    frame = {};
    frame.IsExtended = (raw.can_id & CAN_EFF_FLAG) != 0;
    frame.IsRemote = (raw.can_id & CAN_RTR_FLAG) != 0;
    frame.Id = raw.can_id & (frame.IsExtended ? CAN_EFF_MASK : CAN_SFF_MASK);
    frame.Length = raw.can_dlc < TwaiFrame::LengthMax ? raw.can_dlc : TwaiFrame::LengthMax;
    memcpy(frame.Data, raw.data, frame.Length);
    return true;
}
