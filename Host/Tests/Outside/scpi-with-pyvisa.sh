#!/usr/bin/env bash
# Drives a running twin through PyVISA with its pure Python backend, as a test rack would. Installs the two Debian packages where they are missing.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

if ! /usr/bin/python3 -c 'import pyvisa, pyvisa_py' 2> /dev/null; then
    as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" apt-get install -y -qq python3-pyvisa python3-pyvisa-py
fi

dotnet build Host/Cli --configuration Release > /dev/null
port="$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
dotnet run --project Host/Cli --configuration Release --no-build -- run --scpi "$port" --duration 60s > /dev/null &
twin=$!
trap 'kill "$twin" 2> /dev/null || true; wait "$twin" 2> /dev/null || true' EXIT
/usr/bin/python3 Host/Tests/Outside/scpi-with-pyvisa.py "$port"
