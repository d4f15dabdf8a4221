"""Runs the board's firmware behind a pseudo terminal: board-on-pty.py BATTERYSIM.... Prints 'pty PATH'; ends when it is killed."""
import os
import pty
import subprocess
import sys
import threading
import tty

near, far = pty.openpty()
tty.setraw(near)
tty.setraw(far)
board = subprocess.Popen([*sys.argv[1:], "board", "--press-rst", "--speed", "4x"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
print(f"pty {os.ttyname(far)}", flush=True)


def carry(read, write):
    for data in iter(lambda: read(4096), b""):
        write(data)


threading.Thread(target=carry, args=(lambda size: os.read(near, size), board.stdin.write), daemon=True).start()
carry(lambda size: board.stdout.read(size), lambda data: os.write(near, data))
