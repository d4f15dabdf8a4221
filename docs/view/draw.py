#!/usr/bin/env python3
"""Draws docs/view/run.svg: the live view of `batterysim run`, taken from a real run in a terminal of tmux.

    docs/view/draw.py 'dotnet artifacts/bin/BatterySim.Host.Cli/release/batterysim.dll' > docs/view/run.svg
"""
import html
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time

COLUMNS, LINES = 132, 40
CELL, LINE, SIZE, MARGIN = 8.0, 17, 13.2, 14
INK, PAGE = "#e6edf3", "#0d1117"


def colour(number):
    if number < 16:
        return ["#000000", "#cd3131", "#0dbc79", "#e5e510", "#2472c8", "#bc3fbc", "#11a8cd", "#e5e5e5",
                "#666666", "#f14c4c", "#23d18b", "#f5f543", "#3b8eea", "#d670d6", "#29b8db", "#ffffff"][number]
    if number > 231:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    steps = (0, 95, 135, 175, 215, 255)
    number -= 16
    return "#" + "".join(f"{steps[part]:02x}" for part in (number // 36, number // 6 % 6, number % 6))


def capture(program):
    with tempfile.TemporaryDirectory() as folder:
        def tmux(*words):
            return subprocess.run(["tmux", "-S", os.path.join(folder, "tmux"), *words], check=True, capture_output=True,
                                  text=True, encoding="utf-8", env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout

        tmux("-f", "/dev/null", "new-session", "-d", "-s", "view", "-x", str(COLUMNS), "-y", str(LINES),
             f"TERM=xterm-256color {program} run --scpi 0 --seed 1")
        try:
            def see(pattern):
                for _ in range(300):
                    if re.search(pattern, tmux("capture-pane", "-t", "view", "-p")):
                        return
                    time.sleep(0.1)
                sys.exit(f"draw.py: the view does not show {pattern}")

            see(r"Link +alive")
            see(r"00:00:12")
            place = re.search(r"SCPI +listens on (\S+)", tmux("capture-pane", "-t", "view", "-p")).group(1)
            subprocess.run([*shlex.split(program), "send", "--to", place, "FAUL:VAL:CCL 5,0,20"], check=True)
            tmux("send-keys", "-t", "view", "Down", "Down", "b")
            see(r"00:00:20")
            return tmux("capture-pane", "-t", "view", "-p", "-e")
        finally:
            tmux("kill-server")


def runs(line, style):
    """Pieces of a line; the style goes on from line to line, as tmux writes it."""
    column = 0
    for code, text in re.findall(r"\x1b\[([0-9;]*)m|([^\x1b]+)", line):
        if text:
            yield column, text, dict(style)
            column += len(text)
            continue
        numbers = [int(number or 0) for number in code.split(";")]
        while numbers:
            number = numbers.pop(0)
            if number == 0:
                style.clear()
            elif number in (38, 48) and len(numbers) > 1:
                style["ink" if number == 38 else "page"] = colour(numbers[1])
                del numbers[:2]
            elif number in (39, 49):
                style.pop("ink" if number == 39 else "page", None)
            elif number in (1, 2, 4, 7):
                style[{1: "bold", 2: "dim", 4: "under", 7: "swap"}[number]] = True
            elif 30 <= number <= 37 or 90 <= number <= 97:
                style["ink"] = colour(number - 30 if number < 90 else number - 82)
            elif 40 <= number <= 47:
                style["page"] = colour(number - 40)


def lighter(ink):
    """The view's colours are of middle brightness; on this dark page they are shown as a terminal with a dark theme would."""
    parts = [int(ink[index:index + 2], 16) for index in (1, 3, 5)]
    return "#" + "".join(f"{part + (255 - part) * 2 // 5:02x}" for part in parts)


def draw(screen):
    lines = screen.rstrip("\n").split("\n")
    width, height = COLUMNS * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
           f'font-family="ui-monospace, \'DejaVu Sans Mono\', Menlo, Consolas, monospace" font-size="{SIZE}">',
           "<title>The live view of batterysim run: a bank of four, one breaker off, and CCL forged on the wire</title>",
           f'<rect width="{width:g}" height="{height:g}" rx="8" fill="{PAGE}"/>']
    going = {}
    for row, line in enumerate(lines):
        y = MARGIN + row * LINE
        for column, text, style in runs(line, going):
            ink, page = style.get("ink"), style.get("page")
            ink = lighter(ink) if ink and not page else ink or INK
            if style.get("swap"):
                ink, page = page or PAGE, ink
            x, length = MARGIN + column * CELL, len(text) * CELL
            if page:
                out.append(f'<rect x="{x:g}" y="{y:g}" width="{length:g}" height="{LINE}" fill="{page}"/>')
            if not text.strip():
                continue
            more = ' font-weight="bold"' if style.get("bold") else ""
            more += ' opacity=".6"' if style.get("dim") else ""
            more += ' text-decoration="underline"' if style.get("under") else ""
            lead = len(text) - len(text.lstrip())
            shown = text.strip()
            out.append(f'<text x="{x + lead * CELL:g}" y="{y + 13:g}" textLength="{len(shown) * CELL:g}" fill="{ink}"{more} '
                       f'xml:space="preserve">{html.escape(shown)}</text>')
    return "\n".join(out + ["</svg>"]) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(draw(capture(sys.argv[1])))
