#!/usr/bin/env bash
# Floods, deaf clients, web pages, a host that stands still: what an observer outside sees of the bank's frames meanwhile.
# With --doc after the program's path, prints docs/reliability.md on standard output.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"
batterysim=${1:-$batterysim}

need "command -v chromium" chromium
/usr/bin/python3 "$here/reliability.py" "${2:-}" $batterysim
