#!/bin/sh
# Holds the DBC of every dialect against canmatrix, a DBC reader that is not ours.
# Usage: dbc-with-canmatrix.sh BATTERYSIM     (the built program, such as artifacts/bin/BatterySim.Host.Cli/debug/batterysim)
# Needs Debian's python3-canmatrix, and installs it where it is missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
batterysim=${1:?usage: dbc-with-canmatrix.sh BATTERYSIM}

if ! /usr/bin/python3 -c 'import canmatrix' 2> /dev/null; then
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    $as_root apt-get update
    $as_root apt-get install --yes --no-install-recommends python3-canmatrix
fi

/usr/bin/python3 "$here/dbc-with-canmatrix.py" "$batterysim" "$here/../Data/captures"

# Standard input, and a reader that goes away after a line: the program ends at once with exit code 1 (not everything was written),
# and nothing but that line may be seen.
noise=$(mktemp)
trap 'rm -f "$noise"' EXIT
{
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do cat "$here/../Data/captures/deye-se-f12c-native.log"; done |
        "$batterysim" decode - || [ $? -eq 1 ] || echo "ended otherwise than with exit code 1" >&2
} 2> "$noise" | head -n 1 | grep -q 'Faults' || { echo "decode - does not decode standard input" >&2; exit 1; }
[ ! -s "$noise" ] || { echo "decode does not end quietly when its reader goes away:" >&2; cat "$noise" >&2; exit 1; }
echo "decode: standard input and a reader that goes away"
