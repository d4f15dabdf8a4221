#!/usr/bin/env bash
# The Modbus client against servers that nobody here wrote (pymodbus over TCP, RTU over TCP and a serial line) and against one that errs on purpose.
. "$(dirname "$0")/common.bash"

need "command -v socat" socat
need "/usr/bin/python3 -c 'import pymodbus, serial_asyncio'" python3-pymodbus python3-serial-asyncio
server=
cable=
stop_server() { if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; server=; fi; }
trap 'stop_server; [ -z "$cable" ] || kill "$cable" 2>/dev/null || true; finish' EXIT

free_port() { /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

serve() {
    stop_server
    /usr/bin/python3 "$here/modbus-servers.py" "$@" >"$work/server" 2>"$work/errors" &
    server=$!
    for _ in $(seq 100); do grep -q listening "$work/server" && break; kill -0 "$server" 2>/dev/null || fail "the server $* ended"; sleep 0.1; done
    sleep 0.3
}

# watch URL SECONDS: the last row of the CSV must be that of the real 8K: state, temperature, voltage, SOC, power, current.
watch() {
    rm -f "$work/day.csv"
    code=0
    $batterysim inverter watch --modbus "$1" --csv "$work/day.csv" --duration "$2" >"$work/watch" 2>"$work/watch-errors" || code=$?
    ! grep -qi "unhandled\|   at Battery" "$work/watch" "$work/watch-errors" || fail "$1: $(cat "$work/watch-errors")"
}
same() {
    [ "$code" -eq 0 ] || fail "$1 ends with $code: $(cat "$work/watch" "$work/watch-errors")"
    [ "$(tail -1 "$work/day.csv" | cut -d, -f2-7)" = "2,25.0,52.01,25,474,9.13" ] || fail "$1 reads other values: $(tail -1 "$work/day.csv")"
}

port=$(free_port)
serve pymodbus tcp "$port"
watch "modbus://127.0.0.1:$port" 2s
same "pymodbus over TCP"
port=$(free_port)
serve pymodbus rtu-over-tcp "$port"
watch "modbus-rtu://127.0.0.1:$port" 2s
same "pymodbus, RTU over TCP"
socat pty,raw,echo=0,link="$work/unit" pty,raw,echo=0,link="$work/reader" 2>"$work/socat" &
cable=$!
for _ in $(seq 50); do [ -e "$work/reader" ] && break; sleep 0.1; done
serve pymodbus rtu "$work/unit"
watch "modbus-rtu://$work/reader" 3s
same "pymodbus over a serial line"

for kind in late short wrong-unit wrong-crc exception halves noise; do
    port=$(free_port)
    serve err "$kind" "$port"
    watch "modbus-rtu://127.0.0.1:$port?unit=1" 2s
    same "$kind"
done

port=$(free_port)
serve err fuzz "$port"
watch "modbus-rtu://127.0.0.1:$port?unit=1" 3s
[ "$code" -eq 0 ] || grep -q "answers, but not\|No inverter answers" "$work/watch-errors" || fail "fuzz ends with $code: $(cat "$work/watch-errors")"
port=$(free_port)
serve err silent "$port"
timeout 60 $batterysim inverter watch --modbus "modbus-rtu://127.0.0.1:$port?unit=1" >"$work/watch" 2>"$work/watch-errors" && fail "a silent unit counts as an inverter"
grep -q "No inverter answers.*unit 1: no answer.*unit 9: no answer" "$work/watch-errors" || fail "a silent unit: $(cat "$work/watch-errors")"
echo "modbus-servers: pymodbus over TCP, RTU over TCP and serial; late, short, wrong unit, wrong CRC, exception, halves, noise, fuzz and silence"
