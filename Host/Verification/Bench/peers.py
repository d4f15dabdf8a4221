"""Times the models of two open simulators: microseconds for a simulated second of one battery, as JSON. Arguments: a clone of each."""
import json
import sys
import time

dertwin, xbattery = sys.argv[1:]
ROUNDS = 5


def median_microseconds(work, seconds):
    times = []
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        work(seconds)
        times.append((time.process_time() - start) / seconds * 1e6)
    return sorted(times[1:])[ROUNDS // 2]


sys.path.insert(0, dertwin)
from dertwin.devices.bess.simulator import BESSSimulator

store = BESSSimulator()
whole = BESSSimulator()


def run_store(seconds):
    for _ in range(seconds * 10):
        store.update(0.1)


def run_whole(seconds):
    for _ in range(seconds):
        whole.update(1.0)


sys.path.insert(0, xbattery + "/pc_simulator")
from plant.pack_model import BatteryPack16S

pack = BatteryPack16S(cell_capacity_ah=100.0, initial_soc_pct=50.0, seed=42)


def run_pack(seconds):
    for second in range(seconds):
        pack.update(50_000.0 if second // 500 % 2 else -50_000.0, 1000.0)


json.dump({"dertwin": median_microseconds(run_store, 2000), "dertwin_whole": median_microseconds(run_whole, 20000),
           "xbattery": median_microseconds(run_pack, 1500)}, sys.stdout)
