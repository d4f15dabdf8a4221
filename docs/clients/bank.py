"""Injects a fault and reads back what the bank says, with PyVISA."""
import sys

import pyvisa

port = sys.argv[1] if len(sys.argv) > 1 else "5025"
bank = pyvisa.ResourceManager("@py").open_resource(f"TCPIP::127.0.0.1::{port}::SOCKET", read_termination="\n", write_termination="\n")
print(bank.query("*IDN?"))
bank.write("MOD2:BRE OFF")                        # open the breaker of the second battery
bank.write("FAUL:VAL:CCL 5 A,0,30 S")             # claim a CCL of 5 A for 30 s, whatever is true
print("CCL on the wire:", bank.query("FAUL:VAL:CCL?"))
error = bank.query("SYST:ERR?")
bank.write("*RST")
bank.close()
sys.exit(0 if error.startswith("0,") else error)
