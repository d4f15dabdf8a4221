#!/usr/bin/env bash
# The virtual Sol-Ark read by programs that nobody here wrote: mbpoll over TCP and over a serial line, pymodbus, and modbus-serial from npm.
. "$(dirname "$0")/common.bash"

need "command -v mbpoll && command -v socat" mbpoll socat
need "/usr/bin/python3 -c 'import pymodbus, serial_asyncio'" python3-pymodbus python3-serial-asyncio
need "command -v npm" nodejs npm

socat pty,raw,echo=0,link="$work/unit" pty,raw,echo=0,link="$work/reader" 2>"$work/socat" &
cable=$!
for _ in $(seq 50); do [ -e "$work/reader" ] && break; sleep 0.1; done
tcp=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
$batterysim run --load 3kW --soc 60 --serve "modbus://127.0.0.1:$tcp" --serve "modbus-rtu://$work/unit" >"$work/output" 2>"$work/errors" &
twin=$!
trap 'kill "$cable" 2>/dev/null || true; finish' EXIT
for _ in $(seq 100); do [ "$(grep -c 'serving Modbus' "$work/errors")" -eq 2 ] && break; sleep 0.1; done
[ "$(grep -c 'serving Modbus' "$work/errors")" -eq 2 ] || fail "two units are not served"
sleep 3

# Registers 182 to 191: temperature, voltage, SOC and, discharging positive, power and current. 59: state normal.
judge() {
    local what=$1 voltage=$2 soc=$3 power=$4
    [ "$voltage" -gt 4800 ] && [ "$voltage" -lt 5700 ] || fail "$what reads a voltage of $voltage"
    [ "$soc" -ge 59 ] && [ "$soc" -le 60 ] || fail "$what reads a SOC of $soc"
    [ "$power" -gt 2900 ] && [ "$power" -lt 3100 ] || fail "$what reads a power of $power"
}

value() { sed -n "s/^\[$1\]:[^0-9-]*\(-\{0,1\}[0-9]*\).*/\1/p" "$2"; }

mbpoll -m tcp -p "$tcp" -a 1 -0 -r 182 -c 10 -1 127.0.0.1 >"$work/mbpoll" 2>&1 || fail "mbpoll over TCP: $(cat "$work/mbpoll")"
judge "mbpoll over TCP" "$(value 183 "$work/mbpoll")" "$(value 184 "$work/mbpoll")" "$(value 190 "$work/mbpoll")"
mbpoll -m rtu -b 9600 -P none -a 1 -0 -r 182 -c 10 -1 "$work/reader" >"$work/mbpoll" 2>&1 || fail "mbpoll over RTU: $(cat "$work/mbpoll")"
judge "mbpoll over RTU" "$(value 183 "$work/mbpoll")" "$(value 184 "$work/mbpoll")" "$(value 190 "$work/mbpoll")"
if mbpoll -m tcp -p "$tcp" -a 2 -0 -r 183 -c 1 -o 1 -1 127.0.0.1 >"$work/mbpoll" 2>&1; then fail "unit 2 answers"; fi

/usr/bin/python3 "$here/modbus.py" "$tcp" >"$work/python" 2>&1 || fail "pymodbus: $(cat "$work/python")"

mkdir "$work/npm"
(cd "$work/npm" && npm install --no-audit --no-fund --silent modbus-serial@8.0.25) >"$work/npm.log" 2>&1 || fail "cannot install modbus-serial: $(tail -5 "$work/npm.log")"
cp "$here/modbus.cjs" "$work/npm/"
node "$work/npm/modbus.cjs" "$tcp" >"$work/node" 2>&1 || fail "modbus-serial: $(cat "$work/node")"
echo "modbus: mbpoll over TCP and RTU, pymodbus and modbus-serial read the virtual Sol-Ark"
