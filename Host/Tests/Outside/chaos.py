"""A seeded schedule of everything at once against one twin, and what has to hold whatever happens."""
import glob
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time

import loads

SECONDS = 60
BURST_MIN_SECONDS = 0.3
MEMORY_GROWTH_MAX_KILOBYTES = 60_000
SIMULATED_MINUTES = 10
# An adapter that is missing is tried again after 0.25 s, then ever more seldom.
COMEBACKS_MAX = 3 * SECONDS


def clock_environment(folder):
    """Has the twin see a clock on the wall that can be stepped; the clock that counts on is left alone, as a step of a real one leaves it."""
    library = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
    if not library:
        sys.exit("reliability: libfaketime is not installed")
    step = os.path.join(folder, "clock")
    set_clock(folder, 0)
    return {"LD_PRELOAD": library[0], "FAKETIME_TIMESTAMP_FILE": step, "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
            # With its workaround for old C libraries every timed wait of the runtime ends at once.
            "FAKETIME_FORCE_MONOTONIC_FIX": "0"}


def set_clock(folder, seconds):
    with open(os.path.join(folder, "clock"), "w") as file:
        file.write(f"{seconds:+d}\n")


class Chaos:
    """Runs the schedule; keeps when the twin was held so that a gap can be told from a declared one."""

    def __init__(self, twin, adapter, folder, seed):
        self.twin = twin
        self.adapter = adapter
        self.folder = folder
        self.random = random.Random(seed)
        self.held = []
        self.counts = {}

    def run(self):
        kinds = [self.flood, self.kill_clients, self.hold, self.unplug, self.step_clock, self.leave_unread]
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            kind = self.random.choice(kinds)
            kind()
            self.counts[kind.__name__] = self.counts.get(kind.__name__, 0) + 1
            time.sleep(self.random.uniform(0.1, 1.0))
        self.adapter.mode = "good"
        set_clock(self.folder, 0)
        time.sleep(7)  # The longest pause before an adapter is tried again is 5 s.

    def flood(self):
        data = {self.twin.scpi: b"MOD1:SOC 50;:SYST:TIME?\n" * 200, self.twin.slcan: b"O\r" + b"t3050\r" * 300,
                self.twin.socketcand: b"< open can0 >< rawmode >" + b"< send 305 0 >" * 200,
                self.twin.modbus: bytes.fromhex("000100000006010300b6000d") * 100,
                self.twin.panel: loads.panel_calls(self.twin.panel, 100)}
        port = self.random.choice(self.twin.ports)
        loads.flood([port], data[port], self.random.randint(1, 8), self.random.uniform(0.5, 2.0))

    def kill_clients(self):
        for _ in range(self.random.randint(5, 50)):
            loads.reset(self.random.choice(self.twin.ports), b"O\rt3050\r" + b"MOD1:SOC" * self.random.randint(1, 300))

    def hold(self):
        start = time.monotonic()
        self.twin.process.send_signal(signal.SIGSTOP)
        time.sleep(self.random.uniform(0.2, 3.0))
        self.twin.process.send_signal(signal.SIGCONT)
        self.held.append((start, time.monotonic()))

    def unplug(self):
        self.adapter.pull(self.random.choice(["good", "silent", "refusing", "absent"]))

    def step_clock(self):
        set_clock(self.folder, self.random.choice([3600, -3600, 86400 * 400, -7, 2, 0]))

    def leave_unread(self):
        threading.Thread(target=loads.deaf, args=([self.twin.scpi, self.twin.socketcand], 8), daemon=True).start()

    def check_gaps(self, observer, start, limit):
        """No gap but where the twin was held, and no two bursts at once."""
        worst = 0.0
        for begin, length in observer.gaps(start):
            held = sum(max(0.0, min(end, begin + length) - max(first, begin)) for first, end in self.held)
            worst = max(worst, length - held)
            if length - held > limit:
                sys.exit(f"reliability: {length:.2f} s without 0x351, and the twin was held for {held:.2f} s of it only")
        times = [one for one in observer.times if one >= start]
        shortest = min(later - earlier for earlier, later in zip(times, times[1:]))
        if shortest < BURST_MIN_SECONDS:
            sys.exit(f"reliability: two bursts left within {shortest:.3f} s")
        return worst, len(times)


def check_books(adapter, summary, log_lines):
    """Every frame of the log that did not come from the adapter was handed to it, or is in a column that says why not."""
    line = next(one for one in summary.splitlines() if f":{adapter.port}" in one and " received" in one)
    columns = {name: int(count) for count, name in re.findall(r"(\d+) (received|sent|not taken|refused there|lost here)", line)}
    frames = sum(1 for one in log_lines if one.startswith("("))
    booked = columns.get("sent", 0) + columns.get("not taken", 0) + columns.get("refused there", 0)
    if booked + columns.get("received", 0) != frames:
        sys.exit(f"reliability: the log holds {frames} frames, and the adapter's line knows {booked}: {line}")
    if adapter.opens > COMEBACKS_MAX:
        sys.exit(f"reliability: the adapter was opened {adapter.opens} times: the pauses between two tries do not grow")
    if adapter.frames > columns.get("sent", 0) + columns.get("refused there", 0):
        sys.exit(f"reliability: the adapter was given {adapter.frames} frames, and its line says {line}")
    return columns, frames


def full_disk(program):
    """Several simulated minutes onto a disk that fills up: the end is told, and what lies there is whole lines that were counted."""
    with tempfile.TemporaryDirectory() as folder:
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", folder], capture_output=True).returncode == 0
        try:
            log = os.path.join(folder, "frames.log")
            limit = None if mounted else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
            arguments = ["run", "--duration", f"{SIMULATED_MINUTES}m", "--speed", "max", "--log", log]
            ended = subprocess.run(program + arguments, capture_output=True, text=True, timeout=120, preexec_fn=limit, restore_signals=False)
            with open(log) as file:
                text = file.read()
        finally:
            if mounted:
                subprocess.run(["umount", folder], check=True)
    told = re.search(r"failed after (\d+) frames", ended.stderr)
    frames = text.count("\n")
    if ended.returncode != 1 or told is None or int(told.group(1)) != frames or not text.endswith("\n"):
        sys.exit(f"reliability: a full disk ends with {ended.returncode}, {frames} lines and this: {ended.stderr}")
    return ("a disk of 128 kB" if mounted else "a limit of 100 kB"), frames


def simulated(program):
    """Several simulated minutes as fast as possible: every burst is in the log, at its second."""
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "frames.log")
        arguments = ["run", "--duration", f"{SIMULATED_MINUTES}m", "--speed", "max", "--log", log]
        subprocess.run(program + arguments, capture_output=True, check=True, timeout=120)
        with open(log) as file:
            times = [float(one.split(")")[0][1:]) for one in file if " 351#" in one]
    gaps = [later - earlier for earlier, later in zip(times, times[1:])]
    if len(times) < SIMULATED_MINUTES * 60 - 10 or max(gaps) > 1.001:
        sys.exit(f"reliability: {len(times)} bursts in {SIMULATED_MINUTES} simulated minutes, the longest gap {max(gaps):.3f} s")
    return len(times)
