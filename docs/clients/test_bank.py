"""A pytest fixture that starts a bank for each test and ends it, and two tests that use it."""
import os
import re
import shlex
import socket
import subprocess

import pytest

PROGRAM = shlex.split(os.environ.get("BATTERYSIM", "batterysim"))


class Bank:
    def __init__(self, port):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=5)
        self._lines = self._socket.makefile("rw", newline="\n")

    def write(self, line):
        self._lines.write(line + "\n")
        self._lines.flush()

    def query(self, line):
        self.write(line)
        return self._lines.readline().strip()

    def close(self):
        self._lines.close()
        self._socket.close()


@pytest.fixture
def bank():
    process = subprocess.Popen([*PROGRAM, "run", "--scpi", "0"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    for line in process.stderr:
        if place := re.search(r"SCPI listens on .*:(\d+)", line):
            break
    else:
        raise RuntimeError("batterysim did not start")
    client = Bank(int(place.group(1)))
    yield client
    client.close()
    process.terminate()
    assert process.wait(10) == 0


def test_a_fresh_bank_has_no_error(bank):
    assert bank.query("SYST:ERR?").startswith("0,")
    assert bank.query("BANK:ONL?") == "4"


def test_a_forged_limit_reads_back(bank):
    bank.write("FAUL:VAL:CCL 5 A")
    assert bank.query("FAUL:VAL:CCL?").startswith("5.000,")
    assert bank.query("SYST:ERR?").startswith("0,")
