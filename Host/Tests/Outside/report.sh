#!/usr/bin/env bash
# The report in headless Chromium (Debian's) with axe: no violation, readable at 400 pixels and in the dark, search and filters work. The pictures are made
# on the way; with PICTURES=FOLDER they are kept, as those of docs/scenarios.
. "$(dirname "$0")/common.bash"
batterysim=${1:-$batterysim}
need "command -v chromium" chromium
need "node --version && npm --version" nodejs npm
node_packages playwright-core@1.65.1 axe-core@4.14.1
mkdir "$work/pictures" "$work/cases"
cp "$here/browser.mjs" "$here/report.mjs" "$work/node/"
cp -r "$root/Scenarios/communication" "$root/Scenarios/setups" "$work/cases/"
cat >"$work/cases/fails.yaml" <<'END'
name: Silence is noticed within 9 s
description: The cable is pulled; the inverter is expected to stop a second before it does.
tags: [communication, f58]
bank: {batteries: 2, soc: 55 %}
inverter: {load: 2 kW}
timeline:
  - at: 10.5 s
    inverter: {cable: unplugged}
    expect:
      - {that: inverter.fault, is: F58, within: 9 s}
      - {that: inverter.current, between: [-45 A, -30 A], for: 5 s}
END
cat >"$work/cases/full.yaml" <<'END'
name: A bank of 55 % is nearly full
tags: [soc]
bank: {batteries: 1, soc: 55 %}
inverter: none
timeline:
  - at: 20 s
    expect: {that: bank.soc, at-least: 90 %}
END
cd "$work/cases"
$batterysim scenario run . --report "$work/report" >"$work/output" 2>"$work/errors" && fail "two cases have to fail"
grep -Eq '2 failed' "$work/output" || fail "two cases have to fail: $(tail -3 "$work/output")"
(cd "$work/node" && node report.mjs "$work/report" "$work/pictures") || fail "see above"
[ -z "${PICTURES:-}" ] || cp "$work/pictures"/*.png "$PICTURES"
