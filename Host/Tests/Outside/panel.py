"""Watches the twin's bus with python-can over slcan: panel.py PORT IDENTIFIER. Prints 'ready', then each new content of the frame, a line each."""
import sys

import can

bus = can.Bus(interface="slcan", channel=f"socket://127.0.0.1:{sys.argv[1]}", bitrate=500000, sleep_after_open=0.2)
wanted = int(sys.argv[2], 16)
print("ready", flush=True)
last = None
while True:
    message = bus.recv(30)
    if message is None:
        sys.exit("panel.py: nothing was received for 30 s")
    if message.arbitration_id == wanted and bytes(message.data) != last:
        last = bytes(message.data)
        print(last.hex(), flush=True)
