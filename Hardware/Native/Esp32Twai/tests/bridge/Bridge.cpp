// BatterySim: the CAN component on a bus of other programs. MIT license, see LICENSE.
//
// Joins a socketcand server as a node: the native calls that managed code would make, over the component, over the simulated controller.
// Usage: bridge HOST PORT BUS SECONDS < FRAMES     a frame a line, ID#HEX, sent in turn, the whole list again each second
// Prints "received ID LENGTH HEX" for each received frame, and the counts at the end.

#include "TwaiPort.h"
#include "fake/FakeClr.h"
#include "fake/FakeTwai.h"

#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

extern TwaiPort Can1_Port;

namespace
{
    struct Line
    {
        uint32_t Id;
        std::vector<uint8_t> Data;
    };

    int Connection = -1;
    std::string Buffer;

    void Say(const std::string &text)
    {
        if (write(Connection, text.data(), text.size()) != (ssize_t)text.size())
        {
            fprintf(stderr, "bridge: the server is gone\n");
            exit(1);
        }
    }

    /// The next "< ... >" of the server; empty if none is complete.
    std::string Hear(bool waits)
    {
        while (true)
        {
            const size_t end = Buffer.find('>');
            if (end != std::string::npos)
            {
                const std::string message = Buffer.substr(0, end + 1);
                Buffer.erase(0, end + 1);
                return message;
            }

            char bytes[4096];
            const ssize_t count = recv(Connection, bytes, sizeof(bytes), waits ? 0 : MSG_DONTWAIT);
            if (count == 0)
            {
                fprintf(stderr, "bridge: the server is gone\n");
                exit(1);
            }

            if (count < 0)
            {
                return "";
            }

            Buffer.append(bytes, (size_t)count);
        }
    }

    void Expect(const char *word)
    {
        const std::string message = Hear(true);
        if (message.find(word) == std::string::npos)
        {
            fprintf(stderr, "bridge: the server said %s where %s was due\n", message.c_str(), word);
            exit(1);
        }
    }

    void Connect(const char *host, int port, const std::string &bus)
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons((uint16_t)port);
        Connection = socket(AF_INET, SOCK_STREAM, 0);
        if (inet_pton(AF_INET, host, &address.sin_addr) != 1 || connect(Connection, (sockaddr *)&address, sizeof(address)) != 0)
        {
            fprintf(stderr, "bridge: no connection to %s:%d\n", host, port);
            exit(1);
        }

        Expect("hi");
        Say("< open " + bus + " >");
        Expect("ok");
        Say("< rawmode >");
        Expect("ok");
    }

    std::vector<Line> ReadFrames()
    {
        std::vector<Line> frames;
        std::string text;
        while (std::getline(std::cin, text))
        {
            const size_t hash = text.find('#');
            if (hash == std::string::npos)
            {
                continue;
            }

            Line line = {(uint32_t)std::stoul(text.substr(0, hash), nullptr, 16), {}};
            for (size_t at = hash + 1; at + 1 < text.size(); at += 2)
            {
                line.Data.push_back((uint8_t)std::stoul(text.substr(at, 2), nullptr, 16));
            }

            frames.push_back(line);
        }

        return frames;
    }

    void PutOnTheBus(const TwaiFrame &frame)
    {
        char text[64];
        int at = snprintf(text, sizeof(text), frame.IsExtended ? "< send %08X %d" : "< send %X %d", (unsigned)frame.Id, frame.Length);
        for (int index = 0; index < frame.Length; index++)
        {
            at += snprintf(text + at, sizeof(text) - (size_t)at, " %02X", frame.Data[index]);
        }

        Say(std::string(text) + " >");
    }

    void TakeFromTheBus()
    {
        for (std::string message = Hear(false); !message.empty(); message = Hear(false))
        {
            // < frame ID SECONDS.MICROSECONDS HEX >
            std::istringstream words(message);
            std::string bracket, kind, id, time, data;
            words >> bracket >> kind >> id >> time >> data;
            if (kind != "frame")
            {
                continue;
            }

            TwaiFrame frame = {};
            frame.Id = (uint32_t)std::stoul(id, nullptr, 16);
            frame.IsExtended = id.size() > 3;
            for (size_t at = 0; at + 1 < data.size() && frame.Length < TwaiFrame::LengthMax; at += 2)
            {
                frame.Data[frame.Length++] = (uint8_t)std::stoul(data.substr(at, 2), nullptr, 16);
            }

            FakeTwai::Current().Arrive(frame);
        }
    }

    void PrintReceived(FakeClr &controller)
    {
        bool has = true;
        TwaiFrame frame;
        while (controller.Get(has, frame) == S_OK && has)
        {
            printf("received %X %d ", (unsigned)frame.Id, frame.Length);
            for (int index = 0; index < frame.Length; index++)
            {
                printf("%02X", frame.Data[index]);
            }

            printf("\n");
        }
    }
}

int main(int count, char **arguments)
{
    if (count != 5)
    {
        fprintf(stderr, "usage: bridge HOST PORT BUS SECONDS < FRAMES\n");
        return 2;
    }

    const std::vector<Line> frames = ReadFrames();
    Connect(arguments[1], atoi(arguments[2]), arguments[3]);
    FakeTwai &chip = FakeTwai::Current();
    chip.OnWire = [](const TwaiFrame &frame) {
        PutOnTheBus(frame);
        return true;
    };
    FakeClr controller(1, {7, 15, 2, 0});
    if (controller.Init() != S_OK)
    {
        fprintf(stderr, "bridge: the controller does not start\n");
        return 1;
    }

    const auto start = std::chrono::steady_clock::now();
    const int64_t end = 1000000LL * atoi(arguments[4]);
    int64_t burst = 0;
    uint32_t refused = 0;
    while (chip.NowMicroseconds() < end)
    {
        // The board's main loop: every 10 ms.
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        const auto passed = std::chrono::steady_clock::now() - start;
        chip.Advance(std::chrono::duration_cast<std::chrono::microseconds>(passed).count() - chip.NowMicroseconds());
        TakeFromTheBus();
        PrintReceived(controller);
        if (chip.NowMicroseconds() >= burst)
        {
            burst += 1000000;
            for (const Line &frame : frames)
            {
                refused += controller.Write(frame.Id, false, false, &frame.Data) == S_OK ? 0 : 1;
            }
        }
    }

    const TwaiCounters counters = Can1_Port.Counters();
    printf("delivered %u, refused %u, received %u\n", (unsigned)counters.Delivered, (unsigned)refused, (unsigned)counters.Received);
    controller.Dispose();
    return chip.Violation.empty() ? 0 : 1;
}
