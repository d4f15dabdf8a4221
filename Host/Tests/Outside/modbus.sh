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

# Every block that programs in use ask for: addresses and words of one client in a file.
while read -r start count; do
    case $start in "#"*) continue ;; esac
    mbpoll -m tcp -p "$tcp" -a 1 -0 -r "$start" -c "$count" -1 -q 127.0.0.1 >"$work/mbpoll" 2>&1 || fail "mbpoll, $count registers from $start: $(cat "$work/mbpoll")"
    sed -n 's/^\[\([0-9]*\)\]:[^0-9-]*\(-\{0,1\}[0-9]*\).*/\1 \2/p' "$work/mbpoll" >>"$work/words.mbpoll"
done <"$here/modbus-blocks.txt"

/usr/bin/python3 "$here/modbus.py" "$tcp" "$here/modbus-blocks.txt" "$work/words.pymodbus" >"$work/python" 2>&1 || fail "pymodbus: $(cat "$work/python")"

mkdir "$work/npm"
(cd "$work/npm" && npm install --no-audit --no-fund --silent modbus-serial@8.0.25) >"$work/npm.log" 2>&1 || fail "cannot install modbus-serial: $(tail -5 "$work/npm.log")"
cp "$here/modbus.cjs" "$work/npm/"
node "$work/npm/modbus.cjs" "$tcp" "$here/modbus-blocks.txt" "$work/words.node" >"$work/node" 2>&1 || fail "modbus-serial: $(cat "$work/node")"

# What does not change while they read is the same for all three: identity, settings, and the zeros of unknown registers.
/usr/bin/python3 - "$work"/words.* <<'COMPARE' || fail "the clients read different words"
import sys
def read(path):
    return {int(line.split()[0]): int(line.split()[1]) & 0xFFFF for line in open(path)}
first, *others = map(read, sys.argv[1:])
assert len(first) > 350, len(first)
steady = [a for a in first if a < 20 or 110 < a < 150 or 200 <= a < 312 or a > 323]
for path, other in zip(sys.argv[2:], others):
    assert other.keys() == first.keys(), (path, other.keys() ^ first.keys())
    wrong = {a: (first[a], other[a]) for a in steady if first[a] != other[a]}
    assert not wrong, (path, wrong)
assert first[204] == 400 and first[210] == first[211] == 185 and (first[217], first[218], first[219]) == (10, 25, 20), first
assert all(first[a] == 0 for a in first if a >= 330)
COMPARE
echo "modbus: mbpoll over TCP and RTU, pymodbus and modbus-serial read every block that programs in use ask for, and the same words"
