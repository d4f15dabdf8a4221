#!/usr/bin/python3
"""Draws the plots of docs/model.md from the CSV files that the recorder writes.

    plot.py COURSE FILE.csv FILE.svg      COURSE: cycle, return or coldstart

Needs Debian's python3-matplotlib. The file comes from
`dotnet run -c Release --project Host/Verification/Bench -- record COURSE FILE.csv`
or, for a course of your own, from `batterysim run --record FILE.csv`.
"""

import csv
import io
import sys

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "batterysim"
matplotlib.rcParams["font.size"] = 8
matplotlib.rcParams["path.simplify_threshold"] = 0.5
from matplotlib import pyplot as plt  # noqa: E402

STATES = {"off": 0, "asleep": 1, "starting": 2, "running": 3}


def read(path, rows_max=1500):
    """Columns by name, thinned to at most rows_max rows; an empty field is a gap."""
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    step = max(1, -(-len(rows) // rows_max))
    columns = {}
    for name in rows[0]:
        if name.endswith("_state"):
            columns[name] = [STATES[row[name]] for row in rows[::step]]
        else:
            columns[name] = [float(row[name]) if row[name] else float("nan") for row in rows[::step]]
    return columns


def batteries(data):
    return [n for n in range(1, 65) if f"battery{n}_socPercent" in data]


def draw(panels, time, unit, path):
    """One panel below the other over a common time axis; a panel is (label, [(name, values, style)])."""
    figure, axes = plt.subplots(len(panels), 1, sharex=True, figsize=(7.5, 1.7 * len(panels)))
    for axis, (label, curves) in zip(axes, panels):
        for name, values, style in curves:
            axis.plot(time, values, style, label=name, linewidth=0.9)
        axis.set_ylabel(label)
        axis.grid(True, linewidth=0.3)
        axis.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False)
    axes[-1].set_xlabel(unit)
    figure.tight_layout()
    drawing = io.StringIO()
    figure.savefig(drawing, metadata={"Date": None})
    with open(path, "w") as file:
        file.writelines(line.rstrip() + "\n" for line in drawing.getvalue().splitlines())


def cycle(data, path):
    hours = [second / 3600 for second in data["seconds"]]
    draw(
        [
            ("V", [("bank", data["terminalVolts"], "-"), ("CVL", data["chargeVoltageLimitVolts"], ":")]),
            ("A", [("bank", data["terminalAmps"], "-"), ("CCL", data["chargeCurrentLimitAmps"], ":"), ("-DCL", [-v for v in data["dischargeCurrentLimitAmps"]], ":")]),
            ("V a cell", [("highest", data["battery1_cellMaxVolts"], "-"), ("lowest", data["battery1_cellMinVolts"], "-")]),
            ("SOC %, degC", [("SOC", data["socPercent"], "-"), ("cells", data["battery1_temperatureCelsius"], "-")]),
        ],
        hours,
        "hours",
        path,
    )


def follower_return(data, path):
    minutes = [second / 60 for second in data["seconds"]]
    numbers = batteries(data)
    draw(
        [
            ("A", [(f"battery {n}", data[f"battery{n}_amps"], "-") for n in numbers]),
            ("SOC %", [(f"battery {n}", data[f"battery{n}_socPercent"], "-") for n in numbers]),
            ("V", [("bank", data["terminalVolts"], "-")]),
            ("A", [("CCL of the bank", data["chargeCurrentLimitAmps"], "-"), ("CCL of the last", data[f"battery{numbers[-1]}_chargeCurrentLimitAmps"], "-")]),
        ],
        minutes,
        "minutes",
        path,
    )


def cold_start(data, path):
    numbers = batteries(data)
    draw(
        [
            ("state", [(f"battery {n}", [v + 0.06 * n for v in data[f"battery{n}_state"]], "-") for n in numbers]),
            ("V", [("bank", data["terminalVolts"], "-")]),
            ("modules", [("0x359", data["modulesOnline"], "-")]),
            ("A", [("CCL", data["chargeCurrentLimitAmps"], "-"), ("bank", data["terminalAmps"], "-")]),
        ],
        data["seconds"],
        "seconds; state: 0 off, 1 asleep, 2 starting, 3 running",
        path,
    )


COURSES = {"cycle": cycle, "return": follower_return, "coldstart": cold_start}

if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in COURSES:
        sys.exit(f"plot.py: usage: plot.py {'|'.join(COURSES)} FILE.csv FILE.svg")
    try:
        COURSES[sys.argv[1]](read(sys.argv[2]), sys.argv[3])
    except (OSError, KeyError, IndexError, ValueError) as error:
        sys.exit(f"plot.py: '{sys.argv[2]}' is no recording that can be drawn as '{sys.argv[1]}': {error!r}")
