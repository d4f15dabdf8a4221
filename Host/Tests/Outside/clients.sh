#!/usr/bin/env bash
# The snippets of docs/clients.md against a twin, as they stand: PyVISA, pytest, a shell loop. The page shows what the files hold.
. "$(dirname "$0")/common.bash"
batterysim=${1:-$batterysim}
need "/usr/bin/python3 -c 'import pyvisa, pyvisa_py'" python3-pyvisa python3-pyvisa-py
need "/usr/bin/python3 -m pytest --version" python3-pytest
snippets=$root/docs/clients
for file in bank.py test_bank.py ramp.sh; do
    /usr/bin/python3 - "$root/docs/clients.md" "$snippets/$file" <<'END' || fail "docs/clients.md does not show $file as it is"
import sys
sys.exit(0 if open(sys.argv[2]).read() in open(sys.argv[1]).read() else 1)
END
done

mkdir "$work/bin"
printf '#!/bin/sh\nexec %s "$@"\n' "$batterysim" >"$work/bin/batterysim"
chmod +x "$work/bin/batterysim"
export PATH=$work/bin:$PATH

$batterysim run --scpi 0 >"$work/output" 2>"$work/errors" &
twin=$!
for _ in $(seq 100); do
    port=$(sed -n 's/.*SCPI listens on .*:\([0-9]*\).*/\1/p' "$work/errors" | head -1)
    [ -n "$port" ] && break
    sleep 0.1
done
[ -n "$port" ] || fail "the twin does not listen"
/usr/bin/python3 "$snippets/bank.py" "$port" >"$work/bank" || fail "bank.py: $(cat "$work/bank")"
grep -q '^CCL on the wire: 5.000,' "$work/bank" || fail "bank.py prints $(cat "$work/bank")"
sh "$snippets/ramp.sh" "127.0.0.1:$port" 0.1 || fail "ramp.sh"
batterysim send --to "127.0.0.1:$port" MOD2:SOC 40 || fail "a line without quotes is refused"
[ "$(batterysim send --to "127.0.0.1:$port" MOD2:SOC?)" = 40.0 ] || fail "a line without quotes does nothing"
batterysim send --to "127.0.0.1:$port" MOD1:TEMP -5 || fail "a negative number without quotes is refused"
BATTERYSIM="$work/bin/batterysim" /usr/bin/python3 -m pytest -q -p no:cacheprovider "$snippets/test_bank.py" >"$work/pytest" || fail "pytest: $(cat "$work/pytest")"
echo "clients: PyVISA, pytest and the shell do what docs/clients.md says"
