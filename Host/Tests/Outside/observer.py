"""Prints the time of each 0x351 that a socketcand port brings, in seconds of the clock that only counts on."""
import signal
import socket
import sys
import time

connection = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
connection.sendall(b"< open can0 >< rawmode >")
rest = b""
signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # Whoever reads this may end first.
while data := connection.recv(65536):
    now = time.monotonic()
    rest += data
    *messages, rest = rest.split(b">")
    for message in messages:
        if b"frame 351 " in message:
            print(f"{now:.6f}", flush=True)
