#!/usr/bin/env bash
# The live view in a real terminal, tmux's: keys, resizing, stale data, injected faults, suspending, and a terminal without colours.
. "$(dirname "$0")/common.bash"
batterysim=${1:-$batterysim}
need "command -v tmux" tmux
export LC_ALL=C.UTF-8
views=0
socket="$work/tmux0"
on() { tmux -S "$socket" "$@"; }
screen() { on capture-pane -t view -p; }
end_view() { on kill-server 2>/dev/null || true; finish; }
trap end_view EXIT

# see PATTERN: waits until a line of the screen matches.
see() {
    for _ in $(seq 150); do
        if screen | grep -Eq -- "$1"; then return 0; fi
        sleep 0.1
    done
    screen >&2
    fail "the screen does not show: $1"
}

unseen() { if screen | grep -Eq -- "$1"; then screen >&2; fail "the screen shows: $1"; fi; }

press() { on send-keys -t view "$@"; }

# open COLUMNS LINES ENVIRONMENT ARGUMENTS...: a shell in a terminal of a size, and the view in it.
open_view() {
    local columns=$1 lines=$2 environment=$3
    shift 3
    on kill-server 2>/dev/null || true

    # A socket of its own: a server that is still going down takes no new session.
    views=$((views + 1))
    socket=$work/tmux$views
    on -f /dev/null new-session -d -s view -x "$columns" -y "$lines" "env PS1='shell> ' bash --norc --noprofile"
    see 'shell>'
    press "$environment $batterysim run $*" Enter
    see 'NO REAL BATTERY'
}

port=$((20000 + $$ % 20000))
open_view 100 60 '' --followers 14 --scpi $port
see 'Link +alive'
see "SCPI +listens on 127.0.0.1:$port"
see '0x351 .*CVL 56.0 V'

# Keys, and the lines of SCPI that they send.
press +
see 'sent: LOAD 2500'
see 'load 2500 W'
press Down b
see 'sent: MOD2:BRE OFF'
see '#2 .*breaker off'
press b
see 'sent: MOD2:BRE ON'
press c
see 'sent: MOD2:LINK OFF'
see '#3 .*chain cut'
press c
press '?'
see 'Keys .*SCPI'
see 'MOD#:BRE OFF'
press '?'
see 'Batteries'

# A fault that somebody else injects.
$batterysim send --to "127.0.0.1:$port" 'FAUL:VAL:CCL 5,0,60' || fail "send failed"
see 'CCL = 5 A on the wire, [0-9]+ s left'
see 'fault begins, value CCL'
press x
see 'sent: FAUL:CLE'
unseen 'on the wire'

# Silence is not shown as live.
press o
see 'OUTPUT OFF'
see 'last sent [3-9]\.[0-9] s ago'
see 'last received [3-9]\.[0-9] s ago'
press o
see 'sent: OUTP ON'

# Sizes: nothing is cut, fifteen batteries scroll.
on resize-window -t view -x 80 -y 24
see '1 to [0-9]+ of 15 batteries'
press Down Down Down Down Down Down Down Down Down Down Down Down Down
see ' to 15 of 15 batteries'
on resize-window -t view -x 60 -y 30
see 'lines 1 to 29 of'
screen | grep -q '>$' && fail "a line is cut at 60 columns"
on resize-window -t view -x 100 -y 40
see '0x379 .*capacity'

# Suspended, the shell has its screen back; resumed, the view is painted anew.
press C-z
see 'shell>'
unseen 'Inverter +'
press fg Enter
see 'Inverter +'
press q
see 'shell>'
unseen 'Inverter +discharging  makes'

# NO_COLOR: no colour, all the text. A dumb terminal gets lines.
open_view 100 40 NO_COLOR=1
see 'Link +alive'
on capture-pane -t view -p -e | grep -Pq '\x1b\[[0-9;]*(3[0-8]|4[0-8]|9[0-7])[;m]' && fail "NO_COLOR leaves colours"
press q
see 'shell>'
press 'TERM=dumb '"$batterysim run --duration 2s" Enter
see '00:00:02.0 '
on kill-server 2>/dev/null || true

# The picture of the README is such a run.
/usr/bin/python3 "$root/docs/view/draw.py" "$batterysim" >"$work/run.svg" || fail "docs/view/draw.py draws nothing"
for text in 'NO REAL BATTERY' 'CCL = 5 A on the wire' 'breaker off' 'sent: MOD3:BRE OFF'; do
    for picture in "$work/run.svg" "$root/docs/view/run.svg"; do
        grep -q "$text" "$picture" || fail "$picture does not show: $text"
    done
done
echo "view: keys, faults, stale data, sizes, suspending, colours and picture are as they should be"
