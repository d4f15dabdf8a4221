// BatterySim: the CAN component on a bus of other programs. MIT license, see LICENSE.

#include "SocketcandBus.h"

#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <sys/socket.h>
#include <unistd.h>

static void Fail(const char *why)
{
    fprintf(stderr, "bridge: %s\n", why);
    exit(1);
}

SocketcandBus::SocketcandBus(const char *host, int port, const std::string &bus)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons((uint16_t)port);
    _connection = socket(AF_INET, SOCK_STREAM, 0);
    if (inet_pton(AF_INET, host, &address.sin_addr) != 1 || connect(_connection, (sockaddr *)&address, sizeof(address)) != 0)
    {
        Fail("no connection to the server");
    }

    Expect("hi");
    Say("< open " + bus + " >");
    Expect("ok");
    Say("< rawmode >");
    Expect("ok");
}

void SocketcandBus::Put(const TwaiFrame &frame)
{
    char text[64];
    int at = snprintf(text, sizeof(text), frame.IsExtended ? "< send %08X %d" : "< send %X %d", (unsigned)frame.Id, frame.Length);
    for (int index = 0; index < frame.Length; index++)
    {
        at += snprintf(text + at, sizeof(text) - (size_t)at, " %02X", frame.Data[index]);
    }

    Say(std::string(text) + " >");
}

bool SocketcandBus::Take(TwaiFrame &frame)
{
    for (std::string message = Receive(false); !message.empty(); message = Receive(false))
    {
        // < frame ID SECONDS.MICROSECONDS HEX >
        std::istringstream words(message);
        std::string bracket, kind, id, time, data;
        words >> bracket >> kind >> id >> time >> data;
        if (kind != "frame")
        {
            continue;
        }

        frame = {};
        frame.Id = (uint32_t)std::stoul(id, nullptr, 16);
        frame.IsExtended = id.size() > 3;
        for (size_t at = 0; at + 1 < data.size() && frame.Length < TwaiFrame::LengthMax; at += 2)
        {
            frame.Data[frame.Length++] = (uint8_t)std::stoul(data.substr(at, 2), nullptr, 16);
        }

        return true;
    }

    return false;
}

void SocketcandBus::Say(const std::string &text)
{
    if (write(_connection, text.data(), text.size()) != (ssize_t)text.size())
    {
        Fail("the server is gone");
    }
}

std::string SocketcandBus::Receive(bool waits)
{
    while (true)
    {
        const size_t end = _buffer.find('>');
        if (end != std::string::npos)
        {
            const std::string message = _buffer.substr(0, end + 1);
            _buffer.erase(0, end + 1);
            return message;
        }

        char bytes[4096];
        const ssize_t count = recv(_connection, bytes, sizeof(bytes), waits ? 0 : MSG_DONTWAIT);
        if (count == 0)
        {
            Fail("the server is gone");
        }

        if (count < 0)
        {
            return "";
        }

        _buffer.append(bytes, (size_t)count);
    }
}

void SocketcandBus::Expect(const char *word)
{
    const std::string message = Receive(true);
    if (message.find(word) == std::string::npos)
    {
        fprintf(stderr, "bridge: the server said %s where %s was due\n", message.c_str(), word);
        exit(1);
    }
}
