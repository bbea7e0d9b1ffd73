"""Records of TLS 1.3 that no library sends, made with the keys of a real client."""

import hmac
import socket
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.server.raw_client import DEADLINE_SECONDS
from tests.server.secure_client import client_context

WORDS, HANDSHAKE = b"\x17", b"\x16"
NEW_KEYS = b"\x18\0\0\1\0"
DIGEST = "sha384"


class ForgingClient:
    """A client that has shaken hands, and sends its next records itself."""

    def __init__(self, port: int, folder: Path) -> None:
        """Connect; the folder is for the file that tells the keys."""
        context = client_context()
        context.keylog_filename = str(folder / "keys")
        plain = socket.create_connection(("127.0.0.1", port), DEADLINE_SECONDS)
        self._raw = plain.dup()
        self.socket = context.wrap_socket(plain)
        assert self.socket.cipher()[0] == "TLS_AES_256_GCM_SHA384"
        told = dict(_secrets(folder / "keys"))
        self._secret = told["CLIENT_TRAFFIC_SECRET_0"]
        self._sent = 0

    def send(self, *records: bytes) -> None:
        self._raw.settimeout(DEADLINE_SECONDS)
        self._raw.sendall(b"".join(records))

    def close(self) -> None:
        self._raw.close()
        self.socket.close()

    def words(self, data: bytes) -> bytes:
        """Give a record with words."""
        return self._record(WORDS, data)

    def new_keys(self) -> bytes:
        """Give a record that says no more than that the next one has other keys."""
        record = self._record(HANDSHAKE, NEW_KEYS)
        self._secret, self._sent = self._expand(b"traffic upd", 48), 0
        return record

    def _record(self, kind: bytes, data: bytes) -> bytes:
        key, start = self._expand(b"key", 32), self._expand(b"iv", 12)
        counted = int.from_bytes(start, "big") ^ self._sent
        nonce = counted.to_bytes(len(start), "big")
        header = WORDS + b"\3\3" + (len(data) + 1 + 16).to_bytes(2, "big")
        self._sent += 1
        return header + AESGCM(key).encrypt(nonce, data + kind, header)

    def _expand(self, label: bytes, length: int) -> bytes:
        """See https://www.rfc-editor.org/rfc/rfc8446#section-7.1."""
        name = b"tls13 " + label
        info = length.to_bytes(2, "big") + bytes([len(name)]) + name + b"\0"
        return hmac.digest(self._secret, info + b"\1", DIGEST)[:length]


def _secrets(path: Path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, secret = line.split(" ")
            yield name, bytes.fromhex(secret)
