#!/usr/bin/env python3
"""Draws the wiring diagrams beside this file: one for each board and CAN controller. The pins are read from Hardware/Boards."""
import pathlib
import re

HERE = pathlib.Path(__file__).parent
BOARDS = HERE.parent.parent / "Hardware" / "Boards"
COLOURS = {"5V": "#c62828", "3V3": "#e65100", "GND": "#222222", "SPI": "#1565c0", "CAN": "#2e7d32", "IO": "#6a1b9a"}


def pins(board):
    text = (BOARDS / board / "BoardPins.cs").read_text()
    found = dict(re.findall(r"public const int (\w+) = ([\w.]+);", text))
    numbers = {name: int(value) for name, value in found.items() if value.isdigit()}
    labels = {name: f"GPIO {number}" for name, number in numbers.items()}
    if board.startswith("Stm32"):
        # Nobody finds pin 145 on an STM32: its names stand in the summaries.
        for words, name in re.findall(r"<summary>(.*?)</summary>\s*public const int (\w+) = \d", text):
            labels[name] = ", ".join(re.findall(r"\bL?D\d+\b", words) + re.findall(r"\bP[A-K]\d+\b", words))
    return numbers, re.search(r'BoardName = "(.*?)"', text)[1], labels


class Drawing:
    def __init__(self, width, height, title):
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'font-family="DejaVu Sans, Arial, sans-serif" font-size="13">',
            f'<title>{title}</title><rect width="{width}" height="{height}" fill="#ffffff"/>']
        self.text(20, 30, title, 18, weight="bold")

    def text(self, x, y, words, size=13, anchor="start", colour="#111111", weight="normal"):
        self.parts.append(f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" fill="{colour}" font-weight="{weight}">{words}</text>')

    def box(self, x, y, width, height, title, fill="#eef2f7"):
        self.parts.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="8" fill="{fill}" stroke="#37474f" stroke-width="1.5"/>')
        self.text(x + width / 2, y + 20, title, 14, "middle", weight="bold")

    def wire(self, points, kind, label=None, dashed=False):
        path = " ".join(f"{x},{y}" for x, y in points)
        dash = ' stroke-dasharray="6 4"' if dashed else ""
        self.parts.append(f'<polyline points="{path}" fill="none" stroke="{COLOURS[kind]}" stroke-width="2"{dash}/>')
        for x, y in (points[0], points[-1]):
            self.parts.append(f'<circle cx="{x}" cy="{y}" r="3" fill="{COLOURS[kind]}"/>')
        if label:
            (x1, y1), (x2, _) = points[0], points[1]
            self.text((x1 + x2) / 2, y1 - 4, label, 11, "middle", COLOURS[kind])

    def save(self, name):
        (HERE / name).write_text("\n".join(self.parts + ["</svg>"]) + "\n")


def rj45(d, x, y, can):
    d.box(x, y, 250, 250, "RJ45 of the Sol-Ark", "#e8f5e9")
    names = {1: "RS485 B: leave open", 2: "RS485 A: leave open (5K: GND)", 3: "leave open", 4: "CAN-H", 5: "CAN-L", 6: "GND", 7: "RS485 A: leave open", 8: "RS485 B: leave open"}
    for pin, name in names.items():
        live = pin in can
        d.text(x + 22, y + 24 + pin * 26, f"{pin}  {name}", 13, colour="#1b5e20" if live else "#78909c", weight="bold" if live else "normal")


def panel(d, p, labels, x, edge, active_low):
    rows = [("DIP 1 (counts 1)", "Dip1"), ("DIP 2 (counts 2)", "Dip2"), ("DIP 3 (counts 4)", "Dip3"), ("DIP 4 (counts 8)", "Dip4"), ("RST button", "Reset"), ("Breaker (GND = OFF)", "Breaker")]
    d.box(x, 60, 230, 330, "Panel", "#f3e5f5")
    for row, (title, key) in enumerate(rows):
        y = 105 + row * 32
        d.text(x + 14, y + 4, title)
        if key in p:
            d.wire([(x + 230, y), (edge, y)], "IO", labels[key])
        else:
            d.text(x + 242, y + 4, "not wired", 12, colour="#78909c")
    for row, (title, key, colour) in enumerate((("RUN LED", "RunLed", "green"), ("ALM LED", "AlarmLed", "red"))):
        y = 305 + row * 32
        if labels[key].startswith("LD"):
            d.text(x + 14, y + 4, f"{title}: on the board, {labels[key]}", 11)
            continue
        d.text(x + 14, y + 4, f"{title} ({colour}) + 1 k")
        d.wire([(x + 230, y), (edge, y)], "IO", labels[key])
    d.text(x + 14, 360, "switches and button: other side to GND", 10)
    if not labels["RunLed"].startswith("LD"):
        d.text(x + 14, 376, "LEDs: other side to " + ("3.3 V" if active_low else "GND"), 11)


def console(d, y, edge, transmit, receive):
    d.box(30, y, 230, 90, "USB-UART adapter, 3.3 V", "#fff8e1")
    for row, (name, pin) in enumerate((("RXD", transmit), ("TXD", receive))):
        line = y + 40 + row * 28
        d.text(45, line + 4, name)
        d.wire([(260, line), (edge, line)], "IO", pin)
    d.text(110, y + 56, "GND to GND", 11)


def mcp2515(board):
    p, name, labels = pins(board)
    low = board == "Esp32C3"
    d = Drawing(1180, 560, f"{name} with an MCP2515 module")
    edge, right = 370, 560
    d.box(edge, 60, right - edge, 450, name)
    panel(d, p, labels, 30, edge, low)
    console(d, 410, edge, f"GPIO {p['ConsoleTransmit']}", f"GPIO {p['ConsoleReceive']}")
    d.box(720, 60, 150, 300, "MCP2515 module", "#e3f2fd")
    rows = [("VCC", "3V3", "3.3 V"), ("GND", "GND", "GND"), ("SCK", "SPI", f"GPIO {p['SpiClock']}"), ("SO", "SPI", f"GPIO {p['SpiMiso']}"),
            ("SI", "SPI", f"GPIO {p['SpiMosi']}"), ("CS", "SPI", f"GPIO {p['CanSelect']}")]
    if "CanInterrupt" in p:
        rows.append(("INT", "SPI", f"GPIO {p['CanInterrupt']}"))
    for row, (signal, kind, pin) in enumerate(rows):
        y = 105 + row * 32
        d.wire([(right, y), (720, y)], kind, pin)
        d.text(732, y + 4, signal)
    if "CanInterrupt" not in p:
        d.text(732, 333, "INT: not wired", 11, colour="#78909c")
    cable(d, 870, 105)
    notes(d, 590, 400, ["VCC 3.3 V suits modules whose transceiver is a 3.3 V one (SN65HVD230, TJA1051T/3).",
                        "A blue module with a TJA1050 needs 5 V on its transceiver: cut or lift its supply pin",
                        "and feed it 5 V, or put a level shifter on SO and INT: see docs/wiring.md.",
                        "Close the module's 120 ohm jumper: this is one end of the cable."])
    d.save(f"{board.lower()}-mcp2515.svg")


def cable(d, x, y):
    rj45(d, 900, 60, (4, 5, 6))
    for pin, name, kind in ((4, "H", "CAN"), (5, "L", "CAN"), (6, "GND", "GND")):
        line = 60 + 20 + pin * 26
        d.wire([(x, line), (900, line)], kind)
        d.text(x - 8, line + 4, name, 12, "end")


def notes(d, x, y, lines):
    for row, line in enumerate(lines):
        d.text(x, y + row * 20, line, 12, colour="#37474f")


def twai_pins(board):
    """Default pins of the native CAN component, TX and RX."""
    series = re.sub(r"^Esp32(.+)$", r"Esp32_\1", board).upper()
    text = (HERE.parent.parent / "Hardware/Native/Esp32Twai/overlay/targets/ESP32/Kconfig.twai").read_text()
    found = []
    for option in ("ESP32_TWAI_TX_PIN", "ESP32_TWAI_RX_PIN"):
        block = text.split(f"config {option}\n")[1].split("help")[0]
        lines = re.findall(r"default (\d+)( if .*)?", block)
        found.append(next(int(value) for value, condition in lines if not condition or f'"{series}"' in condition))
    return found


def devicecan(board, transmit, receive, extra):
    p, name, labels = pins(board)
    d = Drawing(1180, 560, f"{name}, Device.Can: the controller is in the processor")
    edge, right = 370, 560
    d.box(edge, 60, right - edge, 450, name)
    panel(d, p, labels, 30, edge, board == "Esp32C3")
    console(d, 410, edge, f"GPIO {p['ConsoleTransmit']}" if "ConsoleTransmit" in p else "D1, PC6", f"GPIO {p['ConsoleReceive']}" if "ConsoleReceive" in p else "D0, PC7")
    d.box(720, 60, 150, 200, "SN65HVD230", "#e3f2fd")
    for row, (signal, kind, pin) in enumerate((("VCC", "3V3", "3.3 V"), ("GND", "GND", "GND"), ("CTX (D)", "SPI", transmit), ("CRX (R)", "SPI", receive))):
        y = 105 + row * 30
        d.wire([(right, y), (720, y)], kind, pin)
        d.text(732, y + 4, signal)
    cable(d, 870, 105)
    notes(d, 590, 400, [*extra, "Close the transceiver board's 120 ohm: this is one end of the cable."])
    d.save(f"{board.lower()}-devicecan.svg")


for chip in ("Esp32", "Esp32S3", "Esp32C3"):
    mcp2515(chip)
    devicecan(chip, *(f"GPIO {number}" for number in twai_pins(chip)), ["No stock ESP32 firmware has CAN: build one with it, docs/firmware-twai.md.", "Other pins for it are set in that build."])
devicecan("Stm32F769", "D14, PB9", "D15, PB8", ["CAN1 and COM6 are fixed by the stock firmware. Settings are kept on an SD card."])
