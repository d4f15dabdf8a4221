// BatterySim: the CAN component on a bus of other programs. MIT license, see LICENSE.

#ifndef BATTERYSIM_BRIDGE_SOCKETCAND_BUS_H
#define BATTERYSIM_BRIDGE_SOCKETCAND_BUS_H

#include "Bus.h"

#include <string>

/// A bus of a socketcand server, in raw mode.
class SocketcandBus : public Bus
{
  public:
    SocketcandBus(const char *host, int port, const std::string &bus);

    void Put(const TwaiFrame &frame) override;

    bool Take(TwaiFrame &frame) override;

  private:
    void Say(const std::string &text);

    /// The next "< ... >" of the server; empty if none is complete.
    std::string Receive(bool waits);

    void Expect(const char *word);

    int _connection = -1;
    std::string _buffer;
};

#endif
