"""What clients do to a twin that does not expect it: floods, silence, web pages, sudden death."""
import http.server
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

LOAD_SECONDS = 5.0
MALFORMED_SECONDS_MAX = 120.0
CONNECTORS = 4


def connect(port):
    client = socket.create_connection(("127.0.0.1", port), timeout=5)
    client.settimeout(0.5)
    return client


def write_until(port, data, end):
    while time.monotonic() < end:
        try:
            with connect(port) as client:
                while time.monotonic() < end:
                    try:
                        client.send(data)
                    except TimeoutError:
                        pass  # Not being read is what a flooder has to expect.
        except OSError:
            time.sleep(0.01)  # Cut off: it comes back.


def flood(ports, data, count, seconds=LOAD_SECONDS):
    end = time.monotonic() + seconds
    threads = [threading.Thread(target=write_until, args=(port, data, end)) for port in ports for _ in range(count)]
    join_all(threads)


def deaf(ports, count):
    clients = []
    for port in ports:
        for _ in range(count):
            try:
                client = connect(port)
                client.sendall(b"SYST:HELP:HEAD?\n" * 50)
                clients.append(client)
            except OSError:
                pass
    time.sleep(LOAD_SECONDS)
    [client.close() for client in clients]


def connects(ports, count):
    """As many connections on the ports in turn; a full port may turn some away."""
    def some(first):
        for number in range(first, count, CONNECTORS):
            try:
                connect(ports[number % len(ports)]).close()
            except OSError:
                pass
    join_all([threading.Thread(target=some, args=(first,)) for first in range(CONNECTORS)])
    time.sleep(1)


def malformed(ports, data, total):
    """Random bytes on all ports until the twin's side has taken so many; returns how many it has."""
    taken = [0] * (2 * len(ports))
    end = time.monotonic() + MALFORMED_SECONDS_MAX

    def some(index):
        while time.monotonic() < end and sum(taken) < total:
            try:
                with connect(ports[index % len(ports)]) as client:
                    while time.monotonic() < end and sum(taken) < total:
                        try:
                            taken[index] += client.send(data)
                        except TimeoutError:
                            pass
            except OSError:
                time.sleep(0.001)
    join_all([threading.Thread(target=some, args=(index,)) for index in range(len(taken))])
    return sum(taken)


def reset(port, data):
    """A client that dies in the middle of what it says: the connection is reset, not closed."""
    try:
        client = connect(port)
        client.send(data)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()
    except OSError:
        pass


def panel_calls(port, count=300):
    """What a page of the panel sends: a WebSocket is opened, then commands come without end."""
    call = b'{"id":1,"verb":1,"first":"MOD1:SOC 50","second":""}'
    frame = bytes([0x81, 0x80 | len(call), 0, 0, 0, 0]) + call  # Masked with zeros.
    request = (f"GET /bench HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
    return request.encode() + frame * count


def join_all(threads):
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]


def pages(ports):
    """A web page that sends a request to each port, with commands in its body."""
    targets = [f"http://127.0.0.1:{port}/" for port in ports]

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = ("<body><script>const body = '\\nMOD2:BRE OFF\\n\\rS6\\rO\\rt7770\\r< open can0 >< rawmode >< send 777 0 >';"
                    f"Promise.allSettled({targets}.map(to => fetch(to, {{method: 'POST', mode: 'no-cors', body}})))"
                    ".then(all => document.body.textContent = 'sent ' + all.length);</script></body>").encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as profile:
        shown = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", f"--user-data-dir={profile}", "--virtual-time-budget=4000", "--dump-dom",
             f"http://127.0.0.1:{server.server_address[1]}/"],
            capture_output=True, text=True, timeout=120)
    server.shutdown()
    time.sleep(2)
    if f"sent {len(ports)}" not in shown.stdout:
        sys.exit(f"reliability: the page did not run: {shown.stdout[-500:]} {shown.stderr[-500:]}")
