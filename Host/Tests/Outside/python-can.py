"""Talks to a served port of the twin with python-can, as an inverter would: python-can.py slcan|socketcand PORT"""
import sys
import time

import can

SET = [0x359, 0x351, 0x355, 0x356, 0x35C, 0x35E, 0x379]


def open_bus(kind, port):
    if kind == "slcan":
        return can.Bus(interface="slcan", channel=f"socket://127.0.0.1:{port}", bitrate=500000, sleep_after_open=0.2)
    return can.Bus(interface="socketcand", host="127.0.0.1", port=port, channel="can0")


def collect(bus, seconds):
    end = time.monotonic() + seconds
    frames = []
    while (left := end - time.monotonic()) > 0:
        message = bus.recv(left)
        if message is not None:
            frames.append((time.monotonic(), message))
    return frames


def check(condition, sentence):
    if not condition:
        sys.exit(f"python-can.py: {sentence}")


def reply():
    return can.Message(arbitration_id=0x305, is_extended_id=False, data=bytes(8))


def main():
    kind, port, cadence = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    bus = open_bus(kind, port)
    watcher = open_bus(kind, port)
    if cadence == "broadcast":
        frames = collect(bus, 4.5)
        ids = [message.arbitration_id for _, message in frames]
        for identifier in SET:
            check(ids.count(identifier) in (4, 5), f"0x{identifier:X} came {ids.count(identifier)} times in 4.5 s, not 4 or 5")
        check(set(ids) == set(SET), f"other frames came: {sorted(set(ids))}")
        first = ids.index(SET[0])
        check(ids[first:first + 7] == SET, f"the set came as {ids[first:first + 7]}")
        limits = next(message for _, message in frames if message.arbitration_id == 0x351)
        check(len(limits.data) == 8, "0x351 has not 8 bytes")
    else:
        collect(bus, 1.5)
        check(not collect(bus, 1.5), "in poll cadence frames came without having been asked for")
        collect(watcher, 0.2)
        for _ in range(3):
            asked = time.monotonic()
            bus.send(reply())
            answer = collect(bus, 0.5)
            ids = [message.arbitration_id for _, message in answer]
            check(ids == SET, f"the answer to 0x305 is {[hex(i) for i in ids]}")
            check(answer[0][0] - asked < 0.1, f"the answer took {answer[0][0] - asked:.3f} s")
            time.sleep(0.6)
        seen = [message.arbitration_id for _, message in collect(watcher, 0.3)]
        check(seen.count(0x305) == 3, f"a second client saw 0x305 {seen.count(0x305)} times, not 3")
        check(seen.count(0x351) == 3, f"a second client saw 0x351 {seen.count(0x351)} times, not 3")
    bus.shutdown()
    watcher.shutdown()
    print(f"python-can {can.__version__} over {kind}, {cadence}: passed")


main()
