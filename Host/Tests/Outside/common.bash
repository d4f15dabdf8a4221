# Sourced by the scripts here: finds the program, installs what is missing, starts and ends the twin.
# BATTERYSIM may name another program than the Release build of this repository.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
batterysim=${BATTERYSIM:-dotnet $root/artifacts/bin/BatterySim.Host.Cli/release/batterysim.dll}
work=$(mktemp -d)
twin=

fail() { echo "$(basename "$0"): $*" >&2; [ ! -f "$work/errors" ] || cat "$work/errors" >&2; exit 1; }

finish() {
    if [ -n "$twin" ]; then kill "$twin" 2>/dev/null || true; wait "$twin" 2>/dev/null || true; fi
    rm -rf "$work"
}
trap finish EXIT

# need COMMAND PACKAGE...: installs the Debian packages if the command is missing.
need() {
    local command=$1
    shift
    if ! sh -c "$command" >/dev/null 2>&1; then
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >"$work/apt" 2>&1 \
            || { apt-get update -q >>"$work/apt" 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >>"$work/apt" 2>&1; } \
            || { tail -5 "$work/apt" >&2; fail "cannot install $*"; }
    fi
}

# node_packages NAME@VERSION...: installs npm packages into $work/node, where a script that is copied there finds them.
node_packages() {
    mkdir -p "$work/node"
    (cd "$work/node" && npm install --no-audit --no-fund --silent "$@" >"$work/npm" 2>&1) || { cat "$work/npm" >&2; fail "cannot install $*"; }
}

# start_twin ARGUMENTS...: runs the twin in the background; a port that it serves with number 0 is in $port afterwards.
start_twin() {
    $batterysim run "$@" >"$work/output" 2>"$work/errors" &
    twin=$!
    port=
    for _ in $(seq 100); do
        port=$(sed -n 's/.*serving .* on .*:\([0-9]*\)\.$/\1/p' "$work/errors" | head -1)
        [ -n "$port" ] && return 0
        kill -0 "$twin" 2>/dev/null || fail "the twin ended"
        sleep 0.1
    done
    fail "the twin serves nothing"
}
