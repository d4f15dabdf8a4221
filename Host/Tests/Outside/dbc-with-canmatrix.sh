#!/usr/bin/env bash
# Holds the DBC of every dialect against canmatrix, a DBC reader that is not ours.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"
batterysim=${1:-$batterysim}

need "/usr/bin/python3 -c 'import canmatrix'" python3-canmatrix
/usr/bin/python3 "$here/dbc-with-canmatrix.py" "$batterysim" "$here/../Data/captures"

# Standard input, and a reader that goes away after a line: the program ends at once with exit code 1 (not everything was written),
# and nothing but that line may be seen.
noise=$work/noise
{
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do cat "$here/../Data/captures/deye-se-f12c-native.log"; done |
        $batterysim decode - --dialect deye-v3.3 || [ $? -eq 1 ] || echo "ended otherwise than with exit code 1" >&2
} 2> "$noise" | head -n 1 | grep -q 'Faults' || { echo "decode - does not decode standard input" >&2; exit 1; }
[ ! -s "$noise" ] || { echo "decode does not end quietly when its reader goes away:" >&2; cat "$noise" >&2; exit 1; }
echo "decode: standard input and a reader that goes away"
