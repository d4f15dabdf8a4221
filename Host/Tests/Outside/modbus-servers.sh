#!/usr/bin/env bash
# The Modbus client against servers that nobody here wrote (pymodbus over TCP, RTU over TCP and a serial line) and against one that errs on purpose.
. "$(dirname "$0")/common.bash"

need "command -v socat" socat
need "/usr/bin/python3 -c 'import pymodbus, serial_asyncio'" python3-pymodbus python3-serial-asyncio
pids=
trap 'for pid in $pids; do kill "$pid" 2>/dev/null || true; done; finish' EXIT

# try NAME URL SECONDS SERVER-ARGUMENTS...: serves, watches, and leaves exit code, rows and errors in a folder of that name.
try() {
    local folder=$work/$1 url=$2 seconds=$3
    mkdir "$folder"
    shift 3
    /usr/bin/python3 "$here/modbus-servers.py" "$@" >"$folder/server" 2>&1 &
    local server=$! code=0
    for _ in $(seq 100); do grep -q listening "$folder/server" && break; sleep 0.1; done
    sleep 0.3
    timeout 60 $batterysim inverter watch --modbus "$url" --csv "$folder/day.csv" --duration "$seconds" >"$folder/watch" 2>"$folder/errors" || code=$?
    echo "$code" >"$folder/code"
    kill "$server" 2>/dev/null || true
}
free_port() { /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

socat pty,raw,echo=0,link="$work/unit" pty,raw,echo=0,link="$work/reader" 2>"$work/socat" &
pids=$!
for _ in $(seq 50); do [ -e "$work/reader" ] && break; sleep 0.1; done
erring="late short wrong-unit wrong-crc exception halves noise"
jobs=
port=$(free_port); try tcp "modbus://127.0.0.1:$port" 3s pymodbus tcp "$port" & jobs="$jobs $!"
port=$(free_port); try rtu-over-tcp "modbus-rtu://127.0.0.1:$port" 3s pymodbus rtu-over-tcp "$port" & jobs="$jobs $!"
try rtu "modbus-rtu://$work/reader" 4s pymodbus rtu "$work/unit" & jobs="$jobs $!"
for kind in $erring fuzz silent; do
    port=$(free_port); try "$kind" "modbus-rtu://127.0.0.1:$port?unit=1" 3s err "$kind" "$port" & jobs="$jobs $!"
done
wait $jobs

# The last row must be that of the real 8K: state, temperature, voltage, SOC, power, current.
for name in tcp rtu-over-tcp rtu $erring; do
    [ "$(cat "$work/$name/code")" -eq 0 ] || fail "$name ends with $(cat "$work/$name/code"): $(cat "$work/$name/watch" "$work/$name/errors")"
    row=$(tail -1 "$work/$name/day.csv" | cut -d, -f2-7)
    [ "$row" = "2,25.0,52.01,25,474,9.13" ] || fail "$name reads other values: $row"
done

! grep -rqi "unhandled\|   at Battery" "$work"/*/errors || fail "an exception: $(cat "$work"/*/errors)"
[ "$(cat "$work/fuzz/code")" -eq 0 ] || grep -q "answers, but not\|No inverter answers" "$work/fuzz/errors" || fail "fuzz: $(cat "$work/fuzz/errors")"
grep -q "No inverter answers.*unit 1: no answer.*unit 9: no answer" "$work/silent/errors" || fail "a silent unit: $(cat "$work/silent/errors")"
echo "modbus-servers: pymodbus over TCP, RTU over TCP and serial; late, short, wrong unit, wrong CRC, exception, halves, noise, fuzz and silence"
