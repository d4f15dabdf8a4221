#!/usr/bin/env bash
# Tries the mutants of dotnet-stryker over the core or the drivers with the fast tests: mutants.sh OUTPUT FOLDER..., as mutants.sh bms.txt Bms/Protocol/
# Stryker makes and compiles the mutants; it is ended before it runs them, since a test host for each of ten thousand takes days. By hand, not in CI.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
output="$(realpath "$1")"
shift
case "$1" in
    Hardware/*) project=BatterySim.Hardware ;;
    *) project=BatterySim.Bms ;;
esac
bin="$here/../../../artifacts/bin/BatterySim.FastTests/debug"
# Below the repository, where the tests look for its files.
mkdir -p "$here/../../../artifacts"
work="$(mktemp -d -p "$(realpath "$here/../../../artifacts")")"
trap 'rm -rf "$work"' EXIT

cd "$here"
dotnet build
cp -r "$bin" "$work/bin"
printf '{"stryker-config":{"project":"%s.csproj","concurrency":1,"test-case-filter":"FullyQualifiedName~Mcp2515.TimingTests","reporters":[]}}' "$project" > "$work/config.json"
dotnet-stryker --config-file "$(realpath --relative-to=. "$work/config.json")" --verbosity debug --output "$work/out" > "$work/stryker.log" 2>&1 &
stryker=$!
until grep -q "mutants will be tested\|mutants are skipped\|It looks like all" "$work/stryker.log" 2> /dev/null; do
    kill -0 "$stryker" 2> /dev/null || { cat "$work/stryker.log" >&2; exit 1; }
    sleep 0.2
done
cp "$bin/$project.dll" "$work/bin/"
kill "$stryker"
wait "$stryker" || true
cp "$bin/$project.dll.stryker-unchanged" "$bin/$project.dll"

dotnet "$work/bin/BatterySim.FastTests.dll" "$work/stryker.log" "$output" "$@"
dotnet "$work/bin/BatterySim.FastTests.dll" score "$output" "$here"
