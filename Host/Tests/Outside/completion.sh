#!/usr/bin/env bash
# The completion scripts in the shells that they are for: each has to offer what the program has.
. "$(dirname "$0")/common.bash"
need "command -v zsh" zsh
need "command -v fish" fish

# A program of that name on the PATH, as users have it.
mkdir "$work/bin"
printf '#!/bin/sh\nexec %s "$@"\n' "$batterysim" >"$work/bin/batterysim"
chmod +x "$work/bin/batterysim"
export PATH="$work/bin:$PATH" HOME=$work
for shell in bash zsh fish pwsh; do batterysim completion "$shell" >"$work/$shell" || fail "no script for $shell"; done

in_bash() {
    bash -c 'source "$1"; COMP_LINE=$2; COMP_POINT=${#COMP_LINE}; read -ra COMP_WORDS <<<"$2"; _batterysim; printf "%s\n" "${COMPREPLY[@]}"' - "$work/bash" "$1"
}

in_zsh() {
    zsh -f -c 'compdef() { : }; _files() { : }; compadd() { shift 2; print -l -- "$@" }; source "$1"; words=("${(@s: :)2}"); CURRENT=$#words; _batterysim' - "$work/zsh" "$1"
}

in_fish() {
    fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$work/fish" "$1" | cut -f1
}

in_pwsh() {
    SCRIPT=$work/pwsh LINE=$1 "$pwsh" -NoProfile -NonInteractive -Command \
        'Invoke-Expression (Get-Content -Raw $env:SCRIPT); (TabExpansion2 $env:LINE $env:LINE.Length).CompletionMatches.CompletionText'
}

# offers SHELL LINE WORD
offers() { "in_$1" "$2" >"$work/found" 2>&1; grep -Fxq -- "$3" "$work/found" || { cat "$work/found" >&2; fail "$1 does not offer '$3' for '$2'"; }; }

shells=(bash zsh fish)

# The tool package of PowerShell, where it can be had.
if dotnet tool install --tool-path "$work/tools" PowerShell --version 7.6.9 >"$work/pwsh-install" 2>&1; then
    pwsh=$work/tools/pwsh
    shells+=(pwsh)
else
    echo "completion.sh: PowerShell cannot be installed here; its script was not run" >&2
fi

for shell in "${shells[@]}"; do
    offers "$shell" "batterysim sc" scenario
    offers "$shell" "batterysim scenario run --fi" --filter
    offers "$shell" "batterysim run --cadence po" poll
    offers "$shell" "batterysim run --profile sok" sok-sk48v100
    offers "$shell" "batterysim board --can-controller dev" devicecan
    echo "$shell completes"
done

# Bash breaks the word at the colon and keeps what stands before it.
offers bash "batterysim scenario list library:ala" alarms
offers fish "batterysim scenario list library:ala" library:alarms
offers zsh "batterysim scenario list library:ala" library:alarms
if batterysim completion tcsh 2>"$work/error"; then fail "a shell that there is no script for is taken"; fi
grep -q "there is no shell 'tcsh'; " "$work/error" || fail "the error does not name the shells"
