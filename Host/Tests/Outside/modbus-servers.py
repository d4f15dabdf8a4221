"""A unit like diagslave's, over RTU in TCP, that errs in one way; and pymodbus's own servers over TCP, RTU over TCP and a serial line.

    modbus-servers.py err KIND PORT             late, short, wrong-unit, wrong-crc, exception, halves, noise, silent or fuzz
    modbus-servers.py pymodbus FRAMING PLACE    tcp PORT, rtu-over-tcp PORT or rtu DEVICE
"""
import random
import socket
import struct
import sys
import time

# A real 8K (published log): state normal, 25.0 C, 52.01 V, 25 %, 474 W and 9.13 A of discharge.
WORDS = [0] * 700
for place, word in {0: 3, 1: 1, 11: 1815, 13: 21009, 14: 5168, 16: 14464, 17: 1, 59: 2, 107: 256, 182: 1250, 183: 5201, 184: 25,
                    190: 474, 191: 913, 201: 5600, 202: 5600, 203: 5600, 204: 360, 210: 100, 211: 100, 217: 20, 218: 21, 219: 35}.items():
    WORDS[place] = word


def crc(data):
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ 0xA001 if value & 1 else value >> 1
    return struct.pack("<H", value)


def framed(body):
    return body + crc(body)


def err(kind, port):
    generator = random.Random(13)
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(8)
    print("listening", flush=True)
    asked = 0
    while True:
        line, _ = listener.accept()
        try:
            while True:
                request = line.recv(256)
                if len(request) < 8:
                    break
                asked += 1
                unit, function, address, count = struct.unpack(">BBHH", request[:6])
                if unit != 1:
                    continue
                good = framed(bytes([unit, function, 2 * count]) + struct.pack(f">{count}H", *WORDS[address:address + count]))
                # Every third reply errs, so that a client that repeats gets through.
                if kind == "silent" or (asked % 3 == 0 and kind != "fuzz"):
                    if kind == "silent":
                        continue
                    if kind == "late":
                        time.sleep(1.3)
                    good = {"late": good, "short": good[:-2], "wrong-unit": framed(bytes([9]) + good[1:-2]), "wrong-crc": good[:-1] + bytes([good[-1] ^ 1]),
                            "exception": framed(bytes([unit, function | 0x80, 6])), "noise": bytes([0, 255, 1, 3, 77]) + good, "halves": good}[kind]
                if kind == "halves":
                    line.sendall(good[:4])
                    time.sleep(0.05)
                    good = good[4:]
                if kind == "fuzz" and generator.random() < 0.5:
                    good = bytearray(good)
                    for _ in range(generator.randrange(1, 4)):
                        good[generator.randrange(len(good))] ^= generator.randrange(1, 256)
                    good = bytes(good[:generator.randrange(len(good) + 1)]) + generator.randbytes(generator.randrange(12))
                line.sendall(good)
        except OSError:
            pass
        finally:
            line.close()


def pymodbus(framing, place):
    import asyncio
    from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
    from pymodbus.server import StartAsyncSerialServer, StartAsyncTcpServer
    from pymodbus.transaction import ModbusRtuFramer, ModbusSocketFramer

    store = ModbusSlaveContext(hr=ModbusSequentialDataBlock(0, WORDS), zero_mode=True)
    context = ModbusServerContext(slaves={1: store}, single=False)

    async def serve():
        print("listening", flush=True)
        if framing == "rtu":
            await StartAsyncSerialServer(context=context, framer=ModbusRtuFramer, port=place, baudrate=9600, timeout=0.02)
        else:
            framer = ModbusSocketFramer if framing == "tcp" else ModbusRtuFramer
            await StartAsyncTcpServer(context=context, framer=framer, address=("127.0.0.1", int(place)))

    asyncio.run(serve())


if sys.argv[1] == "err":
    err(sys.argv[2], int(sys.argv[3]))
else:
    pymodbus(sys.argv[2], sys.argv[3])
