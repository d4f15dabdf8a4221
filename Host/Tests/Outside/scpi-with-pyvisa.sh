#!/usr/bin/env bash
# Drives a running twin through PyVISA with its pure Python backend, as a test rack would.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"
batterysim=${1:-$batterysim}

need "/usr/bin/python3 -c 'import pyvisa, pyvisa_py'" python3-pyvisa python3-pyvisa-py
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
$batterysim run --scpi "$port" --duration 60s >"$work/output" 2>"$work/errors" &
twin=$!
/usr/bin/python3 "$here/scpi-with-pyvisa.py" "$port"
