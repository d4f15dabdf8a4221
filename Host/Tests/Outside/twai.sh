#!/usr/bin/env bash
# The ESP32's CAN component, over its simulated controller, as the battery of the virtual Sol-Ark and as a node beside python-can.
. "$(dirname "$0")/common.bash"
need "command -v g++" g++
need "/usr/bin/python3 -c 'import can'" python3-can
"$root/Hardware/Native/Esp32Twai/tests/build-bridge" "$work/bridge" || fail "the bridge does not compile"

# serve COMMAND...: starts a server on a port of its own, which is in $port afterwards.
serve() {
    $batterysim "$@" >"$work/output" 2>"$work/errors" &
    twin=$!
    for _ in $(seq 100); do
        port=$(sed -n 's/.*serving .* on .*:\([0-9]*\)\.$/\1/p' "$work/errors" | head -1)
        [ -n "$port" ] && return 0
        kill -0 "$twin" 2>/dev/null || fail "the server ended"
        sleep 0.1
    done
    fail "nothing is served"
}

stop() { kill -TERM "$twin"; wait "$twin" || true; twin=; }

# A burst of a battery, from a published capture (Pylontech US2000/US3000): the inverter answers each 0x351 with a 0x305.
cat >"$work/burst" <<'TEXT'
351#1402740E740ECC01
355#4B0062000000
356#8E14E3FF9600
359#00000000010A504E
35C#C000
35E#50594C4F4E202020
TEXT
serve inverter --serve socketcand://127.0.0.1:0 --duration 60s
timeout 30 "$work/bridge" "socketcand:127.0.0.1:$port:can0" 6 <"$work/burst" >"$work/node" || fail "the bridge failed"
[ "$(grep -c '^received 305 8 ' "$work/node")" -ge 4 ] || { cat "$work/node" >&2; fail "the virtual Sol-Ark did not answer the component"; }
grep -q '^delivered 3[0-9], refused 0' "$work/node" || { cat "$work/node" >&2; fail "not every frame was delivered"; }
stop

# Beside python-can, on a bus that the twin serves: what the component sends arrives there, and the other way round, with its length.
serve run --serve socketcand://127.0.0.1:0 --inverter none
timeout 30 /usr/bin/python3 - "$port" >"$work/python" <<'TEXT' &
import sys, time, can
bus = can.Bus(interface="socketcand", host="127.0.0.1", port=int(sys.argv[1]), channel="can0")
end = time.time() + 8
received = set()
while time.time() < end:
    bus.send(can.Message(arbitration_id=0x123, data=[1, 2, 3], is_extended_id=False))
    message = bus.recv(0.2)
    while message is not None:
        received.add((message.arbitration_id, bytes(message.data).hex()))
        message = bus.recv(0.05)
print("received", (0x777, "a1b2") in received)
TEXT
python=$!
printf '777#A1B2\n' | timeout 30 "$work/bridge" "socketcand:127.0.0.1:$port:can0" 8 >"$work/node" || fail "the bridge failed beside python-can"
wait "$python" || fail "python-can failed"
grep -q "received True" "$work/python" || fail "python-can did not receive the component's frame"
grep -q '^received 123 3 010203$' "$work/node" || fail "the component did not receive python-can's frame"
stop
