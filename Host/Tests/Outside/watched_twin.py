"""A running twin and an observer of its frames that is not ours: plain sockets, no code of the product."""
import os
import re
import socket
import subprocess
import sys
import threading
import time


class Observer(threading.Thread):
    """Keeps the times of 0x351 as a process of its own sees them: what floods the twin must not hold the observer up."""

    def __init__(self, port):
        super().__init__(daemon=True)
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "observer.py")
        self.process = subprocess.Popen([sys.executable, script, str(port)], stdout=subprocess.PIPE, text=True)
        self.times = []

    def run(self):
        for line in self.process.stdout:
            self.times.append(float(line))

    def gaps(self, start):
        """Pairs of when a gap began and how long it was, in seconds, up to now."""
        times = [start] + [one for one in list(self.times) if one >= start] + [time.monotonic()]
        return [(earlier, later - earlier) for earlier, later in zip(times, times[1:])]

    def worst_gap(self, start):
        return max(gap for _, gap in self.gaps(start))


class Twin:
    """One twin with every port that it can serve; arguments are added to them."""

    def __init__(self, program, folder, arguments=(), environment=None):
        self.log = os.path.join(folder, "frames.log")
        arguments = ["run", "--scpi", "0", "--web", "0", "--serve", "socketcand://127.0.0.1:0", "--serve", "slcan://127.0.0.1:0",
                     "--serve", "modbus://127.0.0.1:0", "--log", self.log, *arguments]
        self.errors = []
        self.output = []
        self.process = subprocess.Popen(program + arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1,
                                        env={**os.environ, **(environment or {})})
        threading.Thread(target=lambda: self.errors.extend(self.process.stderr), daemon=True).start()
        threading.Thread(target=lambda: self.output.extend(self.process.stdout), daemon=True).start()
        self.scpi = self.port(r"SCPI listens on .*:(\d+)")
        self.socketcand = self.port(r"serving socketcand on .*:(\d+)")
        self.slcan = self.port(r"serving slcan on .*:(\d+)")
        self.modbus = self.port(r"[Mm]odbus.* on .*:(\d+)")
        self.panel = self.port(r"panel is at http://[^ ]*:(\d+)")
        self.ports = [self.scpi, self.slcan, self.socketcand, self.modbus, self.panel]

    def port(self, pattern):
        for _ in range(200):
            for line in list(self.errors):
                found = re.search(pattern, line)
                if found:
                    return int(found.group(1))
            time.sleep(0.1)
        sys.exit("reliability: the twin does not say where it listens: " + "".join(self.errors))

    def memory_kilobytes(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))

    def ask(self, line):
        with socket.create_connection(("127.0.0.1", self.scpi), timeout=20) as client:
            client.sendall(line.encode() + b"\n")
            return client.makefile().readline().strip()
