#!/usr/bin/env bash
# Scenarios before readers that nobody here wrote: PyYAML and python3-jsonschema hold the published schema to every file and to wrong ones,
# junitparser and xmllint read the verdicts. Runs the whole library, which has a minute.
. "$(dirname "$0")/common.bash"
need "/usr/bin/python3 -c 'import jsonschema, yaml, junitparser'" python3-jsonschema python3-yaml python3-junitparser
need "command -v xmllint" libxml2-utils
check() { /usr/bin/python3 "$here/scenarios.py" "$@" || fail "see above"; }

cd "$root"
$batterysim scenario schema >"$work/schema.json"
cmp "$work/schema.json" Scenarios/scenario.schema.json || fail "Scenarios/scenario.schema.json is not what 'batterysim scenario schema' prints"
check schema "$work/schema.json" Scenarios

# What the schema refuses, the reader refuses as well, and the other way round where a schema can know.
$batterysim scenario new "$work/new.yaml" >/dev/null
check wrong "$work/schema.json" "$work/new.yaml" "$work/wrong"
for file in "$work"/wrong/*.yaml; do
    if $batterysim scenario check "$file" >"$work/faults"; then fail "$(basename "$file") is wrong, but 'scenario check' finds no problem"; fi
    grep -q "^$file:[0-9]*:[0-9]*: " "$work/faults" || fail "no place in: $(cat "$work/faults")"
done

timeout 60 $batterysim scenario run Scenarios --junit "$work/junit.xml" --report "$work/report" >"$work/output" 2>"$work/errors" \
    || { cat "$work/output" >&2; fail "the library does not pass within a minute"; }
$batterysim scenario list Scenarios --json >"$work/list.json"
xmllint --noout "$work/junit.xml" || fail "the JUnit file is not well-formed"
check junit "$work/junit.xml" "$work/list.json"
[ -s "$work/report/index.html" ] || fail "no report"
for page in "$work/report/index.html" "$work"/report/cases/*.html; do
    xmllint --noout --nonet "$page" || fail "$(basename "$page") is not well-formed"
done

# A verdict that is none of passed reaches the reader as what it is.
cat >"$work/fails.yaml" <<'END'
name: A bank of 55 % is nearly full
bank: {profile: sok-sk48v100, batteries: 1, soc: 55 %}
inverter: none
timeline:
  - at: 20 s
    expect:
      - {that: bank.soc, at-least: 99 %}
END
code=0
$batterysim scenario run "$work/fails.yaml" "$work/wrong/unknown-key.yaml" --junit "$work/bad.xml" >"$work/output" 2>"$work/errors" || code=$?
[ "$code" = 1 ] || fail "a failure ended with $code instead of 1"
check verdicts "$work/bad.xml"
code=0
$batterysim scenario run "$work/wrong/unknown-key.yaml" >/dev/null 2>&1 || code=$?
[ "$code" = 2 ] || fail "a file that cannot run ended with $code instead of 2"
echo "scenarios: schema, wrong files, library and verdicts as they should be"
