#!/usr/bin/env bash
# Every command line of README and docs that can run here, as a reader would type it, in a scratch folder with the library beside it. A block that cannot
# run says why in a comment above it: <!-- not run here: reason -->. Blocks that hold no commands are marked as text.
. "$(dirname "$0")/common.bash"
batterysim=${1:-$batterysim}
mkdir "$work/bin" "$work/desk"
printf '#!/bin/sh\nexec %s "$@"\n' "$batterysim" >"$work/bin/batterysim"
chmod +x "$work/bin/batterysim"
cp -r "$root/Scenarios" "$work/desk"
PATH=$work/bin:$PATH python3 "$here/docs.py" "$root" "$work/desk" || fail "see above"
