"""Reads every block that clients of a Sol-Ark ask for with pymodbus, and holds the values against each other."""
import sys

from pymodbus.client import ModbusTcpClient

BLOCKS = [tuple(map(int, line.split())) for line in open(sys.argv[2]) if not line.startswith("#")]

client = ModbusTcpClient("127.0.0.1", port=int(sys.argv[1]))
assert client.connect(), "no connection"
words = {}
for start, count in BLOCKS:
    reply = client.read_holding_registers(start, count, slave=1)
    assert not reply.isError(), (start, count, reply)
    assert len(reply.registers) == count
    words.update(zip(range(start, start + count), reply.registers))


def signed(address):
    return words[address] - 65536 if words[address] > 32767 else words[address]


assert words[59] == 2, words[59]
assert words[184] in (59, 60), words[184]
assert 2900 < signed(190) < 3100, signed(190)
assert abs(words[183] / 100 * signed(191) / 100 - signed(190)) < 2, (words[183], signed(191), signed(190))
assert words[182] in range(1150, 1400), words[182]
assert words[201] == words[202] == words[203] == words[312], words[201]
assert words[16] + (words[17] << 16) == 120000
assert words[603] == words[611] == words[65535] == 0
assert signed(178) == signed(176) + signed(177) == 3000, signed(178)
assert client.read_holding_registers(0, 125, slave=1).registers[1] == 1
wrong = client.read_input_registers(0, 1, slave=1)
assert wrong.isError() and wrong.exception_code == 1, wrong
client.close()
with open(sys.argv[3], "w") as file:
    file.writelines(f"{address} {word}\n" for address, word in words.items())
print("pymodbus: ok")
