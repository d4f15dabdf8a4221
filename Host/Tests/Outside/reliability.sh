#!/usr/bin/env bash
# Floods, deaf clients, web pages, a host that stands still, a full disk, a clock that is set: what an observer outside sees of the bank's frames meanwhile.
# With --doc after the program's path, prints docs/reliability.md on standard output.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"
batterysim=${1:-$batterysim}

need "command -v chromium" chromium
need "ls /usr/lib/*/faketime/libfaketime.so.1" faketime
/usr/bin/python3 "$here/reliability.py" "${2:-}" $batterysim
