"""Runs the command lines of README.md and docs/*.md: the repository and a scratch folder are the arguments."""
import glob
import os
import re
import signal
import subprocess
import sys
import time

ROOT, DESK = sys.argv[1:3]
FENCE = re.compile(r"^(?:<!-- (?P<mark>(?:(?!-->).)*?) -->\n+)?```(?P<kind>[a-z]*)\n(?P<body>.*?)^```", re.S | re.M)
MARK = re.compile(r"not run here: .{10,}")
COMMANDS = ("", "sh", "bash")
ENDLESS = 3          # s after which a command that still runs is taken for one that ends when it is asked to
PATIENCE = 100       # s for a command that has to end by itself


def blocks(path):
    text = open(path, encoding="utf-8").read()
    for match in FENCE.finditer(text):
        if match["kind"] in COMMANDS:
            yield text[:match.start("body")].count("\n") + 1, match["mark"], match["body"]


def lines(body):
    """Lines without their remark, those that end with a backslash joined."""
    for line in re.sub(r"\\\n\s*", " ", body).split("\n"):
        command = re.sub(r"\s+#\s.*$", "", line).strip()
        if command and not command.startswith("#"):
            yield command


def is_endless(command):
    return re.match(r"batterysim (run|inverter|console)\b", command) and "--duration" not in command and "--speed max" not in command


def start(command):
    return subprocess.Popen(["bash", "-c", "exec " + command if "&&" not in command and ">" not in command else command], cwd=DESK,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)


def run_block(place, body):
    problems, going = [], []
    for command in lines(body):
        process = start(command)
        try:
            output, _ = process.communicate(timeout=ENDLESS if is_endless(command) else PATIENCE)
        except subprocess.TimeoutExpired:
            if is_endless(command):
                going.append((command, process))
            else:
                os.killpg(process.pid, signal.SIGKILL)
                problems.append(f"{place}: '{command}' does not end")
            continue
        if process.returncode != 0:
            problems.append(f"{place}: '{command}' ends with {process.returncode}:\n{output}")
    for command, process in going:
        os.killpg(process.pid, signal.SIGINT)
        try:
            output, _ = process.communicate(timeout=10)
            if process.returncode != 0:
                problems.append(f"{place}: '{command}', asked to end, ends with {process.returncode}:\n{output}")
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            problems.append(f"{place}: '{command}' does not end when it is asked to")
    return problems


def main():
    problems, ran, left = [], 0, 0
    begin = time.monotonic()
    for path in [os.path.join(ROOT, "README.md"), *sorted(glob.glob(os.path.join(ROOT, "docs", "*.md")))]:
        for line, mark, body in blocks(path):
            place = f"{os.path.relpath(path, ROOT)}:{line}"
            if mark is not None and MARK.fullmatch(mark):
                left += 1
                continue
            problems += run_block(place, body)
            ran += len(list(lines(body)))
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"docs: {ran} commands run in {time.monotonic() - begin:.0f} s, {left} blocks not run here, {len(problems)} problems")
    sys.exit(1 if problems or ran < 15 else 0)


main()
