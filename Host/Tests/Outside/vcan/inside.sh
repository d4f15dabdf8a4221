#!/usr/bin/env bash
# Runs on the vcan kernel: run-on-vcan env BATTERYSIM=... bash inside.sh
set -uo pipefail
work=$(mktemp -d)
cd "$work"
export DOTNET_TieredPGO=0
failures=0

check() { if eval "$2"; then echo "ok      $1"; else echo "FAILED  $1"; failures=$((failures + 1)); fi; }
count() { grep -c -- "$1" "$2"; }

# wait_for SECONDS COMMAND: polls until the command succeeds.
wait_for() { local left=$(($1 * 5)); while [ $left -gt 0 ]; do eval "$2" && return 0; sleep 0.2; left=$((left - 1)); done; return 1; }

echo "kernel $(uname -r)"
candump -L can0 >bus.log &
dump=$!
$BATTERYSIM run --can socketcan://can0 --cadence poll >poll.txt 2>poll.err &
twin=$!
wait_for 60 'grep -q 379# bus.log'
check "poll: a first set opens the conversation" 'grep -q "can0 379#" bus.log'
sleep 3
before=$(count 'can0 351#' bus.log)
cansend can0 305#0000000000000000
sleep 1.5
check "poll: one 0x305 of cansend is answered by one set" '[ $(count "can0 351#" bus.log) -eq $((before + 1)) ]'
cat >ask.log <<'LOG'
(0.000000) can0 305#0000000000000000
(1.000000) can0 305#0000000000000000
(2.000000) can0 305#0000000000000000
LOG
canplayer -I ask.log
sleep 1.5
check "poll: three 0x305 of canplayer are answered by three sets" '[ $(count "can0 351#" bus.log) -eq $((before + 4)) ]'
ip link set can0 down
wait_for 10 'grep -q "went down\|is down" poll.err'
check "can0 down: said" 'grep -q "went down\|is down" poll.err'
kill -0 $twin
check "can0 down: the bank goes on" '[ $? -eq 0 ]'
ip link set can0 up
wait_for 20 'grep -q "is back" poll.err'
check "can0 up: back" 'grep -q "is back" poll.err'
candump -L can0 >again.log &
again=$!
sleep 1
cansend can0 305#0000000000000000
sleep 2
check "can0 up: answers" 'grep -q "can0 351#" again.log'
kill -TERM $twin
wait $twin
check "ends in order" '[ $? -eq 0 ]'
kill $dump $again 2>/dev/null

candump -L can0 >broadcast.log &
dump=$!
$BATTERYSIM run --can socketcan://can0 >broadcast.txt 2>&1 &
twin=$!
wait_for 60 'grep -q 379# broadcast.log'
sleep 5
kill -TERM $twin
wait $twin
kill $dump
for id in 351 355 356 359 35C 35E 379; do
    check "broadcast: 0x$id every second" "[ \$(count 'can0 $id#' broadcast.log) -ge 5 ]"
done
check "broadcast: no virtual inverter speaks on a real bus" '! grep -q "can0 305#" broadcast.log'

# A hub: what comes in on one bus goes out on the other.
candump -L can1 >other.log &
dump=$!
$BATTERYSIM run --can socketcan://can0 --can socketcan://can1 --cadence poll >hub.txt 2>&1 &
twin=$!
wait_for 60 'grep -q 379# other.log'
cansend can0 7AB#DEADBEEF
cansend can0 12345678#01
sleep 1
check "hub: a frame of can0 is on can1, once" '[ $(count "can1 7AB#DEADBEEF" other.log) -eq 1 ]'
check "hub: a 29-bit frame too" '[ $(count "can1 12345678#01" other.log) -eq 1 ]'
kill -TERM $twin
wait $twin
kill $dump

$BATTERYSIM run --can socketcan://can9 --duration 1s >none.txt 2>none.err
check "no interface: said, with a remedy" 'grep -q "no network interface .can9." none.err'
[ $failures -eq 0 ] || { cat poll.err poll.txt | tail -20; head -40 bus.log; }
exit $((failures > 0))
