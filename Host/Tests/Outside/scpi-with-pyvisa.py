"""Checks the instrument through PyVISA; the port of a running twin is the argument."""

import sys
import time

import pyvisa


def expect(what, seen, wanted):
    if seen != wanted:
        sys.exit(f"{what}: expected {wanted!r}, got {seen!r}")


def connect(manager, port):
    for _ in range(100):
        try:
            resource = manager.open_resource(
                f"TCPIP::127.0.0.1::{port}::SOCKET", read_termination="\n", write_termination="\n", timeout=5000)
            resource.query("*OPC?")
            return resource
        except Exception:  # the twin is still starting
            time.sleep(0.1)
    sys.exit("the twin does not listen")


manager = pyvisa.ResourceManager("@py")
bank = connect(manager, int(sys.argv[1]))
expect("*IDN?", bank.query("*IDN?").split(",")[0], "BatterySim")
bank.write("*CLS;*RST")
bank.write("MOD2:SOC 40 PCT")
expect("SOC", round(float(bank.query("MOD2:SOC?"))), 40)
bank.write("MOD2:SOC 140")
expect("error", bank.query("SYST:ERR?"), '-222,"Data out of range;SOC 140 is outside 0 to 100 %"')
expect("no error", bank.query("SYST:ERR?"), '0,"No error"')
voltage, current = bank.query_ascii_values("BANK:VOLT?;:BANK:CURR?", separator=";")
if not 40 < voltage < 60:
    sys.exit(f"voltage {voltage} V")
bank.write("FAUL:VAL:SOC 5,0,30 S")
time.sleep(1.5)
expect("SOC that was sent", bank.query("FRAM355:SIGN?").split(",")[1], "5")
headers = bank.query_binary_values("SYST:HELP:HEAD?", datatype="s", container=bytes)
if b":OUTPut[:STATe]" not in headers:
    sys.exit("SYST:HELP:HEAD? lacks OUTPut")
other = connect(manager, int(sys.argv[1]))
other.write("MOD3:SOC 41;SOC")
expect("second client", round(float(other.query("MOD3:SOC?"))), round(float(bank.query("MOD3:SOC?"))))
expect("refused line", other.query("SYST:ERR?").split(",")[0], "-109")
print("PyVISA: well")
