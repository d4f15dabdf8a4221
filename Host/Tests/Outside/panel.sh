#!/usr/bin/env bash
# The bench panel in headless Chromium (Debian's): start, look, toggle a breaker, inject a fault and see the bytes change on python-can, run a scenario,
# record one and run it again with the program, kill the twin and see it said, reconnect; a twin in the page, and a board at a serial port. axe finds nothing,
# nothing jumps, everything is reached by keyboard. With PICTURES=FOLDER the pictures are kept; CPU_SECONDS=60 measures longer.
. "$(dirname "$0")/common.bash"
batterysim=${1:-$batterysim}
need "command -v chromium" chromium
need "node --version && npm --version" nodejs npm
need "/usr/bin/python3 -c 'import can, serial'" python3-can python3-serial
node_packages playwright-core@1.65.1 axe-core@4.14.1
mkdir "$work/pictures"
cp "$here/browser.mjs" "$here/panel.mjs" "$work/node/"

# A process of its own for each twin, since the browser's script ends and starts them.
status=0
(cd "$work/node" && BATTERYSIM="$batterysim" timeout 240 node panel.mjs "$work/pictures" "$work/recorded.yaml" "$here/panel.py" "$here/board-on-pty.py") || status=$?
[ -z "${PICTURES:-}" ] || cp "$work/pictures"/*.png "$PICTURES"
[ "$status" = 0 ] || fail "see above"

# What was recorded by hand is a scenario like any other.
$batterysim scenario check "$work/recorded.yaml" >"$work/output" || fail "the recording does not pass scenario check: $(cat "$work/output" "$work/recorded.yaml")"
$batterysim scenario run "$work/recorded.yaml" >"$work/output" 2>"$work/errors" || fail "the recording does not run: $(cat "$work/output")"
grep -Eq "MOD2:BRE OFF|breaker" "$work/recorded.yaml" || fail "the recording does not have the breaker: $(cat "$work/recorded.yaml")"
