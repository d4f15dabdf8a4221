"""An slcan adapter behind TCP that can be pulled out, fall silent or refuse: every frame that it is given is counted."""
import socket
import struct
import threading


class Adapter:
    """Modes: good; silent (takes everything, answers nothing); refusing (answers O with BEL); absent (nobody listens)."""

    def __init__(self):
        self.mode = "good"
        self.frames = 0
        self.opens = 0
        self._client = None
        self._listener = self._listen(0)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def pull(self, mode):
        """Cuts the connection in the middle, as a cable that comes out, and behaves as the mode says from now on."""
        self.mode = mode
        client = self._client
        if client is not None:
            try:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                client.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    @staticmethod
    def _listen(port):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen()
        return listener

    def _accept(self):
        while True:
            client, _ = self._listener.accept()
            if self.mode == "absent":
                client.close()
                continue
            self._client = client
            self.opens += 1
            try:
                self._serve(client)
            except OSError:
                pass
            client.close()

    def _serve(self, client):
        rest = b""
        while True:
            data = client.recv(65536)
            if not data:
                return
            rest += data
            *lines, rest = rest.split(b"\r")
            answer = b""
            for line in lines:
                if line[:1] in (b"t", b"T"):
                    self.frames += 1
                    answer += b"z\r" if line[:1] == b"t" else b"Z\r"
                elif line == b"O" and self.mode == "refusing":
                    answer += b"\a"
                else:
                    answer += b"\r"
            if answer and self.mode != "silent":
                client.sendall(answer)
