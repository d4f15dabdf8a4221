#!/bin/sh
# Lowers CCL from 100 A to 0 A in steps of 20 A. The first argument is the address of the twin or the board.
to=${1:-127.0.0.1:5025}
for amps in 100 80 60 40 20 0; do
    batterysim send --to "$to" FAUL:VAL:CCL $amps || exit 1
    sleep "${2:-2}"
done
batterysim send --to "$to" FAUL:CLE
