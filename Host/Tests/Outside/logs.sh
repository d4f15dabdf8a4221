#!/usr/bin/env bash
# Our pcapng before tshark, our ASC before asc2log, and log2asc's ASC before us.
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
