#!/usr/bin/env bash
# Runs on the vcan kernel: run-on-vcan env BATTERYSIM=... BRIDGE=... bash inside.sh
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

# The CAN component of the ESP32 beside can-utils: every kind of frame each way.
candump -L can1 >twai.log &
dump=$!
printf '351#1402740E740ECC01\n355#4B00\n7FF#\n' | timeout 60 "$BRIDGE" socketcan:can1 6 >twai.txt &
bridge=$!
sleep 2
cansend can1 305#0000000000000000
cansend can1 123#010203
cansend can1 1ABCDEF0#AA
wait $bridge
check "component: ends in order" '[ $? -eq 0 ]'
kill $dump
check "component: its frames are on the bus with their lengths" 'grep -q "can1 351#1402740E740ECC01$" twai.log && grep -q "can1 355#4B00$" twai.log && grep -q "can1 7FF#$" twai.log'
check "component: every frame was delivered" 'grep -Eq "^delivered (15|18|21), refused 0, received 3" twai.txt'
check "component: frames of cansend arrive with their lengths" 'grep -q "^received 305 8 " twai.txt && grep -q "^received 123 3 010203$" twai.txt && grep -q "^received 1ABCDEF0 1 AA$" twai.txt'

# The component as the battery of the virtual Sol-Ark, which is on the same interface.
$BATTERYSIM inverter --can socketcan://can1 --duration 40s >inverter.txt 2>&1 &
inverter=$!
candump -L can1 >twai2.log &
dump=$!
sleep 8
printf '351#1402740E740ECC01\n355#4B0062000000\n356#8E14E3FF9600\n359#00000000010A504E\n35C#C000\n35E#50594C4F4E202020\n' \
    | timeout 60 "$BRIDGE" socketcan:can1 8 >twai2.txt
check "component: the virtual Sol-Ark answers on vcan" '[ $(grep -c "^received 305 8 " twai2.txt) -ge 4 ]'
kill -TERM $inverter
wait $inverter
kill $dump

$BATTERYSIM run --can socketcan://can9 --duration 1s >none.txt 2>none.err
check "no interface: said, with a remedy" 'grep -q "no network interface .can9." none.err'
[ $failures -eq 0 ] || { cat poll.err poll.txt inverter.txt twai.txt twai2.txt | tail -40; head -40 bus.log; }
exit $((failures > 0))
