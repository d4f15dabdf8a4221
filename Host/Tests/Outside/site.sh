#!/usr/bin/env bash
# The bench panel as a static site, built by packaging/build-site and served by a plain server from a folder, as a project page is: driven in Chromium with
# the network off, then the library's cases run in its WebAssembly engine, with the words, verdicts and frames of the program. SHARE=1 takes all of them.
. "$(dirname "$0")/common.bash"
batterysim=${1:-$batterysim}
need "command -v chromium" chromium
need "node --version && npm --version" nodejs npm
need "/usr/bin/python3 --version" python3
node_packages playwright-core@1.65.1 axe-core@4.14.1
cp "$here/browser.mjs" "$here/site.mjs" "$work/node/"

mkdir "$work/root"
"$root/packaging/build-site" "$work/root/project" >"$work/output" 2>&1 || fail "the site cannot be built: $(cat "$work/output")"
# Whether the cases pass is for other checks; here is only whether both say the same of them.
$batterysim scenario run library: --report "$work/native" --junit "$work/native.xml" >"$work/output" || [ $? = 1 ] || fail "the library does not run: $(tail -5 "$work/output")"
(cd "$work/root" && exec /usr/bin/python3 -u -m http.server --bind 127.0.0.1 0) >"$work/server" 2>"$work/requests" &
twin=$!
for _ in $(seq 50); do grep -q "port" "$work/server" && break; sleep 0.1; done
port=$(sed -n 's/.*port \([0-9]*\).*/\1/p' "$work/server" | head -1)
[ -n "$port" ] || fail "the server does not start: $(cat "$work/server" "$work/requests")"
(cd "$work/node" && timeout 900 node site.mjs "http://127.0.0.1:$port/project/" "$work/native.xml" "${SHARE:-0.1}") || fail "see above"
