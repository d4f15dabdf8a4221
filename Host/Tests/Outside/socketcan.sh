#!/usr/bin/env bash
# candump, cansend and canplayer against the twin on a real kernel's vcan. Boots that kernel in QEMU: a minute or two.
. "$(dirname "$0")/common.bash"
"$here/vcan/run-on-vcan" env BATTERYSIM="$batterysim" bash "$here/vcan/inside.sh" || fail "on vcan the twin and can-utils do not agree"
