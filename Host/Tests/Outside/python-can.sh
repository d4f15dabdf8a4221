#!/usr/bin/env bash
# python-can (Debian's) as the inverter on a served port of the twin, over slcan and over socketcand, in both cadences.
. "$(dirname "$0")/common.bash"
need "/usr/bin/python3 -c 'import can, serial'" python3-can python3-serial

for kind in slcan socketcand; do
    for cadence in broadcast poll; do
        start_twin --serve "$kind://127.0.0.1:0" --inverter none --cadence "$cadence"
        timeout 60 /usr/bin/python3 "$here/python-can.py" "$kind" "$port" "$cadence" || fail "$kind, $cadence failed"
        kill -TERM "$twin"
        wait "$twin" || fail "the twin did not end in order"
        twin=
        grep -q "^  port .*$kind://" "$work/output" || fail "the summary does not mention the port"
    done
done
