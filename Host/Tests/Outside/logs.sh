#!/usr/bin/env bash
# Our logs before tshark, asc2log and python-can, and theirs before us.
. "$(dirname "$0")/common.bash"
need "command -v tshark" tshark
need "command -v log2asc" can-utils

cd "$work"
$batterysim run --speed max --duration 20s --log day.log >/dev/null
printf '(0000000020.500000) can0 1ABCDEF0#0102\n(0000000020.600000) can0 123#R\n(0000000020.700000) can0 7FF#\n' >>day.log
frames=$(wc -l <day.log)

$batterysim convert day.log day.pcapng
tshark -r day.pcapng -T fields -e frame.time_epoch -e can.id -e can.len -e can.flags.xtd -e can.flags.rtr >tshark.txt 2>tshark.err || fail "tshark does not read the pcapng: $(cat tshark.err)"
[ "$(wc -l <tshark.txt)" -eq "$frames" ] || fail "tshark sees $(wc -l <tshark.txt) frames of $frames"
for id in 351 355 356 359 35C 35E 379 305; do
    want=$(grep -c " $id#" day.log)
    got=$(awk -v id=$((16#$id)) '$2 == id {n++} END {print n + 0}' tshark.txt)
    [ "$want" = "$got" ] || fail "tshark sees 0x$id $got times, the log has it $want times"
done
tshark -r day.pcapng -T fields -e can.id -e can.flags.xtd | grep -q "^$((16#1ABCDEF0)).*\(1\|True\)$" || fail "tshark does not see the 29-bit frame"
tshark -r day.pcapng -x -c 1 2>/dev/null | grep -q . || fail "tshark prints no bytes"
$batterysim convert day.pcapng back.log
cmp day.log back.log || fail "candump to pcapng and back is not the same"

$batterysim convert day.log day.asc
asc2log -I day.asc -O asc2log.log 2>asc2log.err || fail "asc2log fails: $(cat asc2log.err)"
frame_column() { awk '{print $3}' "$1"; }
diff <(frame_column day.log) <(frame_column asc2log.log) >difference || { head difference >&2; fail "asc2log reads other frames than were written"; }
$batterysim convert day.asc back.log --to candump
diff <(awk '{print $1, $2, $3}' day.log) <(awk '{print $1, $2, $3}' back.log) >difference || { head difference >&2; fail "candump to ASC and back is not the same"; }

log2asc -I day.log -O theirs.asc can0
$batterysim convert theirs.asc theirs.log
diff <(frame_column day.log) <(frame_column theirs.log) >difference || { head difference >&2; fail "we read log2asc's file otherwise"; }
$batterysim decode theirs.asc | grep 351 >/dev/null || fail "decode does not read ASC"
$batterysim decode day.pcapng | grep 351 >/dev/null || fail "decode does not read pcapng"
echo "logs: $frames frames through tshark, asc2log and log2asc"

# python-can reads ours and we read its text formats; its BLF is named with the way to convert it.
need "/usr/bin/python3 -c 'import can'" python3-can
/usr/bin/python3 - day.log <<'PY'
import sys
import can
messages = list(can.CanutilsLogReader(sys.argv[1]))
assert len(messages) == sum(1 for _ in open(sys.argv[1])), "python-can does not read our candump log"
for writer, name in ((can.CanutilsLogWriter, "py.log"), (can.ASCWriter, "py.asc"), (can.CSVWriter, "py.csv"), (can.TRCWriter, "py.trc"), (can.BLFWriter, "py.blf")):
    with writer(name) as target:
        for message in messages:
            target.on_message_received(message)
PY
for file in py.log py.asc py.csv py.trc; do
    $batterysim convert "$file" "back-$file.log" --to candump 2>err || fail "we do not read python-can's $file: $(cat err)"
    # Its trace writer leaves remote frames out.
    unwanted=$([ "$file" = py.trc ] && echo '#R' || echo 'nothing')
    diff <(frame_column day.log | sed 's/#R.*/#R/' | grep -v "$unwanted") <(frame_column "back-$file.log" | sed 's/#R.*/#R/') >difference \
        || { head difference >&2; fail "we read python-can's $file otherwise"; }
done
$batterysim decode py.blf >/dev/null 2>err && fail "a BLF log is read as something else"
grep -q 'can.logconvert' err || fail "BLF is not named with the way to convert it: $(cat err)"
/usr/bin/python3 - day.asc <<'PY' || fail "python-can does not read our ASC"
import sys
import can
assert sum(1 for _ in can.ASCReader(sys.argv[1])) == sum(1 for _ in open(sys.argv[1])) - 3
PY

# tshark's older pcap, in micro- and nanoseconds.
for format in pcap nsecpcap; do
    tshark -F "$format" -r day.pcapng -w "day-$format.pcap" 2>tshark.err || fail "tshark does not write $format: $(cat tshark.err)"
    $batterysim convert "day-$format.pcap" "back-$format.log"
    diff <(frame_column day.log) <(frame_column "back-$format.log") >difference || { head difference >&2; fail "we read tshark's $format otherwise"; }
done

# CANFD lines that hold classic frames.
log2asc -f -I day.log -O fd.asc can0
$batterysim convert fd.asc fd.log
diff <(frame_column day.log | grep -v '#R') <(frame_column fd.log | grep -v '#R') >difference || { head difference >&2; fail "we read log2asc -f otherwise"; }
echo "logs: python-can, tshark's pcap and log2asc -f agree"
