#!/usr/bin/env bash
# A scenario on a bench: two processes, SCPI over TCP one way and frames over slcan the other, in real time.
. "$(dirname "$0")/common.bash"

cat >"$work/bench.yaml" <<'SCENARIO'
name: A bench answers
bank: {batteries: 2, soc: 60 %}
timeline:
  - at: 3 s
    expect:
      - {that: frame.351.period, between: [800 ms, 1200 ms], for: 3 s}
      - {that: bank.soc, is: 60 %, tolerance: 1 %}
      - {that: battery.2.state, is: running}
      - {that: battery.1.protections, is: none}
      - {that: reply.count, at-least: 1, within: 3 s}
      - {that: inverter.fault, is: none}
  - at: 4 s
    wire: {ccl: 33 A}
    expect: {that: frame.351.chargeCurrentLimitAmps, is: 33 A, within: 4 s}
sabotage:
  - why: The limit is not overridden
    at: 4 s
    wire: {ccl: off}
SCENARIO

scpi=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
start_twin --scpi "$scpi" --serve slcan://127.0.0.1:0
bench="--can slcan://127.0.0.1:$port --scpi 127.0.0.1:$scpi"

before=$($batterysim send 'BANK:BATT?;:OUTP?;:FAUL:VAL:CCL?' --to "127.0.0.1:$scpi")

$batterysim scenario run "$work/bench.yaml" $bench >"$work/run" 2>&1 || fail "the scenario does not pass on the bench: $(cat "$work/run")"
grep -qi "not observ\|partly" "$work/run" || fail "what is inside the inverter counts as seen: $(cat "$work/run")"
code=0
$batterysim scenario run "$work/bench.yaml" $bench --strict >"$work/run" 2>&1 || code=$?
[ "$code" -eq 1 ] || fail "--strict ends with $code where something could not be seen: $(cat "$work/run")"
state() { $batterysim send 'BANK:BATT?;:OUTP?;:FAUL:VAL:CCL?' --to "127.0.0.1:$scpi"; }
[ "$(state)" = "$before" ] || fail "the run left the instrument changed: $(state), it was $before"
kill "$twin"
wait "$twin" 2>/dev/null || true
twin=
code=0
$batterysim scenario run "$work/bench.yaml" $bench >"$work/run" 2>&1 || code=$?
[ "$code" -eq 2 ] || fail "a bench that is gone ends with $code: $(cat "$work/run")"
echo "scenario-bench: passed on a bench of two processes"
