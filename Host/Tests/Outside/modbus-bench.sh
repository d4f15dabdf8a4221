#!/usr/bin/env bash
# A bench of two processes: a bank, and an inverter that is another instance with hidden quirks, seen over CAN and Modbus only.
# certify names the quirks, and scenarios of the library run with fewer "not observable" than without Modbus; both numbers are printed.
. "$(dirname "$0")/common.bash"

inverter=
trap '[ -z "$inverter" ] || { kill "$inverter" 2>/dev/null || true; wait "$inverter" 2>/dev/null || true; }; finish' EXIT
free_port() { /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

scpi=$(free_port)
modbus=$(free_port)
start_twin --inverter none --scpi "$scpi" --serve slcan://127.0.0.1:0
$batterysim inverter --can "slcan://127.0.0.1:$port" --serve "modbus://127.0.0.1:$modbus?turnaround=20" --load 2kW \
    --quirk current-sign=discharge --quirk strict-eight-bytes=on >"$work/inverter" 2>"$work/inverter-errors" &
inverter=$!
for _ in $(seq 100); do grep -q "serving Modbus" "$work/inverter-errors" && break; sleep 0.1; done
bench="--can slcan://127.0.0.1:$port --scpi 127.0.0.1:$scpi"
registers="--modbus modbus://127.0.0.1:$modbus"
state() { $batterysim send 'OUTP?;:FAUL:COUN?' --to "127.0.0.1:$scpi"; }
before=$(state)

# Interrupted in the second probe and gone on with: the first is not run again.
record=$work/inverter.json
$batterysim certify $bench $registers --output "$record" --probe measurements --probe lengths >"$work/first" 2>"$work/first-errors" &
certify=$!
for _ in $(seq 400); do grep -q "probe 2 of 2" "$work/first-errors" && break; sleep 0.1; done
sleep 2
kill -TERM "$certify"
code=0
wait "$certify" || code=$?
[ "$code" -ne 0 ] || fail "an interrupted certification ends with 0"
[ "$(state)" = "$before" ] || fail "the interruption left the bank changed: $(state), it was $before"
grep -q '"current-sign"' "$record" || fail "the record does not have the probe that was complete"
$batterysim certify $bench $registers --output "$record" --resume --probe measurements --probe lengths >"$work/second" 2>"$work/errors" || fail "certify: $(cat "$work/second")"
grep -q "probe 1 of 1, lengths" "$work/errors" || fail "the resumed run does not go on with the second probe"
code=0
$batterysim certify diff "$record" "$record" >"$work/diff" || code=$?
[ "$code" -eq 0 ] || fail "a record differs from itself: $(cat "$work/diff")"
/usr/bin/python3 - "$record" <<'CHECK' || fail "certify does not name the hidden quirks: $(cat "$work/first" "$work/second")"
import json, sys
properties = [one for probe in json.load(open(sys.argv[1]))["probes"] for one in probe["properties"]]
differing = {one["name"]: one["value"] for one in properties if one["standard"] and one["value"] not in ("unknown", one["standard"])}
assert differing == {"current-sign": "discharge", "strict-eight-bytes": "on"}, differing
CHECK

# Twice the same scenario of the library, without and with the registers.
scenario=$root/Scenarios/edge-cases/12-negative-dcl.yaml
hidden() { /usr/bin/python3 -c '
import sys, xml.etree.ElementTree as tree
lines = [line for one in tree.parse(sys.argv[1]).iter() for text in [one.text or "", one.get("message", "")] for line in text.splitlines()]
print(len({line.strip() for line in lines if "cannot be seen on this stand" in line}))' "$1"; }
$batterysim scenario run "$scenario" --filter "a positive one" $bench --junit "$work/without.xml" >"$work/run" 2>&1 || grep -q "nothing of it was observed\|partly" "$work/run" \
    || fail "without Modbus: $(cat "$work/run")"
$batterysim scenario run "$scenario" --filter "a positive one" $bench $registers --junit "$work/with.xml" >"$work/run" 2>&1 || fail "with Modbus: $(cat "$work/run")"
without=$(hidden "$work/without.xml")
with=$(hidden "$work/with.xml")
[ "$with" -lt "$without" ] || fail "with Modbus $with expectations are not observable, without $without"

# An inverter that is not what the file begins with: said, and nothing that looks at it is judged.
sed 's/load: 2 kW/load: 5 kW/; s/^include: .*/include: edge-pair.setup.yaml/' "$scenario" >"$work/other-load.yaml"
cp "$root/Scenarios/setups/edge-pair.setup.yaml" "$work/"
$batterysim scenario run "$work/other-load.yaml" --filter "a positive one" $bench $registers --junit "$work/other.xml" >"$work/run" 2>&1 || true
grep -q 'load 5000 W, register 178 says 2000 W' "$work/run" || fail "a load that is not the file's is not named: $(cat "$work/run")"
grep -q 'bench.differs' "$work/other.xml" || fail "JUnit does not say what differs"
if grep -q '^failed' "$work/run"; then fail "judged under another load: $(cat "$work/run")"; fi
echo "12-negative-dcl in real time: $without not observable without --modbus, $with with it"
echo "the library: $($batterysim scenario list "$root/Scenarios" --bench | tail -1)"
echo "modbus-bench: certify named two hidden quirks over CAN and Modbus, after an interruption"
