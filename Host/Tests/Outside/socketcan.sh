#!/usr/bin/env bash
# candump, cansend and canplayer against the twin and the ESP32's CAN component on a real kernel's vcan. Boots that kernel in QEMU: a minute or two.
. "$(dirname "$0")/common.bash"
need "command -v g++" g++

# The guest sees this machine's files but not its /tmp.
bridge=$root/artifacts/outside/bridge
mkdir -p "$(dirname "$bridge")"
"$root/Hardware/Native/Esp32Twai/tests/build-bridge" "$bridge" || fail "the bridge does not compile"
if [ "${batterysim#/tmp/}" != "$batterysim" ]; then
    cp "$batterysim" "$root/artifacts/outside/batterysim"
    batterysim=$root/artifacts/outside/batterysim
fi
"$here/vcan/run-on-vcan" env BRIDGE="$bridge" BATTERYSIM="$batterysim" bash "$here/vcan/inside.sh" || fail "on vcan the twin and can-utils do not agree"
