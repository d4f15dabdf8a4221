"""Loads and seeded chaos against a running twin, seen from outside through its socketcand port.

Usage: reliability.py [--doc|""] PROGRAM...
Each load runs for a few seconds; the longest gap between two 0x351 is measured where a gateway would read it. Then everything happens at once.
"""
import os
import random
import re
import signal
import sys
import tempfile
import time

import chaos
import loads
from adapter import Adapter
from watched_twin import Observer, Twin

SEED = 15
# A Sol-Ark with BMS_Err_Stop raises F58 after 10 s; a second and a half is a burst that is half a second late on a busy machine.
GAP_MAX_SECONDS = 1.5
# Where more runs on the machine than it has processors before anything begins, late frames say nothing of the twin; F58 would still be its failure.
BUSY_GAP_MAX_SECONDS = 9.0
MEMORY_GROWTH_MAX_KILOBYTES = 200_000
MALFORMED_BYTES = 100_000_000
CONNECTIONS = 10_000


def run_loads(twin, observer, limit):
    read_block = bytes.fromhex("000100000006010300b6000d")
    noise = random.randbytes(1 << 16)
    taken = []
    all_loads = [
        ("nobody", lambda: time.sleep(loads.LOAD_SECONDS)),
        ("8 clients write SCPI as fast as they can", lambda: loads.flood([twin.scpi], b"MOD1:SOC 50\n" * 300, 8)),
        ("8 clients write slcan frames", lambda: loads.flood([twin.slcan], b"O\rt3050\r" + b"t3050\r" * 500, 8)),
        ("8 clients write socketcand frames",
         lambda: loads.flood([twin.socketcand], b"< open can0 >< rawmode >" + b"< send 305 0 >" * 500, 8)),
        ("8 clients read Modbus registers as fast as they can", lambda: loads.flood([twin.modbus], read_block * 100, 8)),
        ("50 pages of the panel command as fast as they can", lambda: loads.flood([twin.panel], loads.panel_calls(twin.panel), 50)),
        ("200 clients on each port ask and never read", lambda: loads.deaf(twin.ports, 200)),
        (f"{CONNECTIONS:,} connections come and go", lambda: loads.connects(twin.ports, CONNECTIONS)),
        ("100 MB of random bytes over all ports", lambda: taken.append(loads.malformed(twin.ports, noise, MALFORMED_BYTES))),
        ("a web page posts commands to every port", lambda: loads.pages(twin.ports)),
    ]
    rows = []
    for name, load in all_loads:
        start = time.monotonic()
        load()
        gap = observer.worst_gap(start)
        rows.append((name, gap))
        if gap > limit:
            sys.exit(f"reliability: {gap:.2f} s without 0x351 while {name}; SYST:SLIP? says {twin.ask('SYST:SLIP?')}\n{''.join(twin.errors)[-2000:]}")
    if taken[0] < MALFORMED_BYTES:
        sys.exit(f"reliability: only {taken[0]} bytes were taken in {loads.MALFORMED_SECONDS_MAX} s")
    breaker = twin.ask("MOD2:BRE?")
    if breaker != "1":
        sys.exit(f"reliability: the breaker of battery 2 should be closed after the page, and SCPI says {breaker!r}")
    return rows


def check_hold(twin, observer):
    """The host stands still: no burst of bursts afterwards, and everybody is told."""
    slips = int(twin.ask("SYST:SLIP?").split(",")[0])
    twin.ask("*CLS;:STAT:QUES?")
    twin.process.send_signal(signal.SIGSTOP)
    time.sleep(3)
    resumed = time.monotonic()
    twin.process.send_signal(signal.SIGCONT)
    time.sleep(3)
    burst = [one for one in observer.times if resumed <= one < resumed + 0.9]
    if len(burst) > 2:
        sys.exit(f"reliability: {len(burst)} bursts left at once after the host had stood still")
    if int(twin.ask("SYST:SLIP?").split(",")[0]) <= slips:
        sys.exit("reliability: the host stood still for three seconds, and SYST:SLIP? does not say so")
    longest = float(twin.ask("FRAM351:PER?").split(",")[2])
    if longest < 2.5:
        sys.exit(f"reliability: the host stood still for three seconds, and the longest period of 0x351 is said to be {longest} s")


def end(twin):
    start = time.monotonic()
    twin.process.send_signal(signal.SIGINT)
    code = twin.process.wait(timeout=20)
    ended = time.monotonic() - start
    time.sleep(0.3)
    summary = "".join(twin.output)
    if code != 0 or "host slips" not in summary or ended > 1:
        sys.exit(f"reliability: the end came with code {code} after {ended:.2f} s and this summary:\n{summary}\n{''.join(twin.errors)[-2000:]}")
    return summary, ended


def check_log(twin, summary):
    with open(twin.log) as log:
        text = log.read()
    lines = text.splitlines()
    frames = sum(1 for line in lines if line.startswith("("))
    told = int(re.search(r"(\d+) frames in", summary).group(1))
    if not text.endswith("\n") or frames != told:
        sys.exit(f"reliability: the log holds {frames} frames and the summary says {told}")
    if not any("slipped" in line for line in lines):
        sys.exit("reliability: the log does not say that the host slipped")
    return lines


def main():
    wants_doc = sys.argv[1] == "--doc"
    program = sys.argv[2:]
    random.seed(SEED)
    folder = tempfile.mkdtemp()
    load = os.getloadavg()[0]
    limit = GAP_MAX_SECONDS if load < 2 * os.cpu_count() else BUSY_GAP_MAX_SECONDS
    adapter = Adapter()
    twin = Twin(program, folder, ["--can", f"slcan://127.0.0.1:{adapter.port}", "--inverter", "virtual"], chaos.clock_environment(folder))
    observer = Observer(twin.socketcand)
    observer.start()
    time.sleep(3)
    began = time.monotonic()
    before = twin.memory_kilobytes()
    rows = run_loads(twin, observer, limit)
    after_loads = twin.memory_kilobytes()
    if after_loads - before > MEMORY_GROWTH_MAX_KILOBYTES:
        sys.exit(f"reliability: memory grew by {after_loads - before} kB under the loads")
    check_hold(twin, observer)

    storm = chaos.Chaos(twin, adapter, folder, SEED)
    start = time.monotonic()
    storm.run()
    worst, bursts = storm.check_gaps(observer, start, limit)
    growth = twin.memory_kilobytes() - after_loads
    if growth > chaos.MEMORY_GROWTH_MAX_KILOBYTES:
        sys.exit(f"reliability: memory grew by {growth} kB during the chaos")
    seconds = time.monotonic() - began
    summary, ended = end(twin)
    lines = check_log(twin, summary)
    columns, frames = chaos.check_books(adapter, summary, lines)
    disk, disk_frames = chaos.full_disk(program)
    simulated = chaos.simulated(program)

    facts = {
        "the longest gap during the chaos, time held left out, ms": f"{worst * 1000:.0f}",
        "bursts seen from outside during the chaos": bursts,
        "what happened": ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in sorted(storm.counts.items())),
        "frames in the log": frames,
        "of them at the adapter": "; ".join(f"{count} {name}" for name, count in columns.items()) + f"; it came back {adapter.opens - 1} times",
        "memory grew under the loads, then during the chaos, MB": f"{(after_loads - before) / 1024:.0f}, {growth / 1024:.0f}",
        "one Ctrl+C ended it after, s": f"{ended:.2f}",
        f"frames on {disk}, then the end was told": disk_frames,
        f"bursts in {chaos.SIMULATED_MINUTES} simulated minutes, each at its second": simulated,
        "real time, s": f"{seconds:.0f}",
    }
    if wants_doc:
        print_doc(rows, facts, load, limit)
    else:
        print(f"load average before {load:.1f}, gaps up to {limit} s are accepted")
        for name, gap in rows:
            print(f"longest gap between two 0x351 {gap:5.3f} s: {name}")
        for name, fact in facts.items():
            print(f"{name}: {fact}")


def print_doc(rows, facts, load, limit):
    template = os.path.join(os.path.dirname(__file__), "reliability-page.md")
    with open(template) as file:
        page = file.read()
    table = "\n".join(f"| {name} | {gap * 1000:.0f} |" for name, gap in rows)
    chaos_table = "\n".join(f"| {name} | {fact} |" for name, fact in facts.items())
    print(page.format(date=time.strftime("%Y-%m-%d"), cores=os.cpu_count(), limit=limit, load=f"{load:.1f}", loads=table, chaos=chaos_table), end="")


main()
