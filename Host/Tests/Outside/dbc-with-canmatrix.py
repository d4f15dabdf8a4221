"""Loads the DBC of every dialect with canmatrix and compares what it reads in the captures with what batterysim decode reads.

Usage: dbc-with-canmatrix.py BATTERYSIM CAPTURES

canmatrix (Debian: python3-canmatrix) is somebody else's reading of the DBC format: two programs that share no code
must get the same number from the same bytes.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
from decimal import Decimal

import canmatrix
import canmatrix.formats

# Which capture is in which dialect. The five dialects of the bank are also held against each other's captures.
CAPTURES = {
    "sol-ark": ["eco-worthy-cubix-pylon.log", "emul-yambms-invalid-temp.log"],
    "sol-ark-v1.3": ["discover-aes-lynk2-serial-can.log", "eco-worthy-cubix-pylon.log"],
    "pylontech": ["pylontech-us2000-us3000-x10.log", "emul-jk-arminjo.log", "emul-negative-dcl.log"],
    "pylontech-v1.3": ["deye-se-f12c-profile-switch-to-victron-pylon.log", "eco-worthy-victron-profile-vectors.log"],
    "deye": ["deye-se-f12c-native-charging.log", "deye-battery-bus-notes.log", "emul-samsung-to-deye.log"],
    "victron": ["byd-lvs-victron.log", "pytes-v5a-victron.log", "eco-worthy-victron-profile-vectors.log"],
    "eco-worthy": ["eco-worthy-cubix-pylon.log"],
    "deye-v3.3": ["deye-se-f12c-native.log", "deye-se-f12c-native-charging.log", "deye-se-f12c-native-idle-ccl0.log"],
    "pytes": ["pytes-native-400.log"],
    "discover": ["discover-aes-lynk2-serial-can.log"],
    "high-voltage": ["hv-growatt-sph-poll.log"],
}


def run(arguments):
    return subprocess.run(arguments, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def load(batterysim, dialect, folder):
    path = folder / f"{dialect}.dbc"
    run([*batterysim.split(), "dbc", "--dialect", dialect, "--output", str(path)])
    matrices = canmatrix.formats.loadp(str(path))
    (matrix,) = matrices.values()
    if matrix.load_errors:
        raise SystemExit(f"{dialect}: canmatrix complains: {matrix.load_errors}")
    return matrix


def text_of(raw, length):
    """ASCII as batterysim prints it: padding gone, other bytes as \\xNN."""
    data = raw.to_bytes(length, "little").rstrip(b"\0 ")
    return "".join(chr(b) if 0x20 <= b <= 0x7E else f"\\x{b:02X}" for b in data)


def same(printed, signal, decoded, length):
    if isinstance(printed, bool):
        return int(decoded.raw_value) == int(printed)
    if isinstance(printed, str):
        name = signal.values.get(int(decoded.raw_value))
        if name is not None:
            return name == printed
        raw = int(decoded.raw_value)
        held = max(0, min(signal.size // 8, length - signal.start_bit // 8))
        return printed in (text_of(raw, held), raw.to_bytes(signal.size // 8, "little")[:held].hex().upper())
    return abs(Decimal(str(decoded.phys_value)) - Decimal(str(printed))) < Decimal("1e-9")


def compare(matrix, line, where):
    """Number of signals on which both agree; ends the program on the first on which they do not."""
    is_extended = len(line["id"]) == 8
    frame = matrix.frame_by_id(canmatrix.ArbitrationId(int(line["id"], 16), extended=is_extended))
    if frame is None:
        raise SystemExit(f"{where}: the DBC has no frame {line['id']}, which decode reads as {line['name']}.")
    data = bytes.fromhex(line["data"])
    read = frame.decode(data.ljust(frame.size, b"\0")[: frame.size])
    agreed = 0
    for name, printed in line["signals"].items():
        if name == "unexplainedBitsHex":
            continue
        signal = frame.signal_by_name(name)
        if signal is None and frame.size < len(data):
            continue
        if signal is None or not same(printed, signal, read[name], len(data)):
            raise SystemExit(f"{where}: {line['name']}.{name}: decode says {printed!r}, canmatrix {read.get(name)!r}.")
        agreed += 1
    return agreed


def main():
    batterysim, captures = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        for dialect, files in CAPTURES.items():
            matrix = load(batterysim, dialect, pathlib.Path(folder))
            frames = signals = 0
            for file in files:
                lines = run([*batterysim.split(), "decode", str(captures / file), "--dialect", dialect, "--format", "json"])
                for number, text in enumerate(lines.splitlines(), 1):
                    line = json.loads(text, parse_float=Decimal)
                    if "reason" in line:
                        continue
                    signals += compare(matrix, line, f"{file} frame {number} as {dialect}")
                    frames += 1
            if signals == 0:
                raise SystemExit(f"{dialect}: nothing was compared.")
            print(f"{dialect}: {len(matrix.frames)} messages load; {frames} frames, {signals} signals agree")


main()
