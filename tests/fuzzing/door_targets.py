"""What strangers send at the doors of the server: TLS, HTTP, WebSocket of anything."""

import ssl
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from server.network.certificate import make_certificate
from server.network.opening import Opening, opening_of
from server.network.tls import TlsCodec, TlsHandshakeFailed
from server.network.upgrade import MAX_REQUEST_BYTES, Upgrades
from server.network.websocket import MAX_MESSAGE_BYTES, WebSocketCodec
from tests.fuzzing.target import Target

HANDSHAKE = (
    b"GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
MOST_KEPT = MAX_MESSAGE_BYTES + 1


@cache
def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory(prefix="chatapp-fuzz-") as folder:
        path = Path(folder) / "tls.pem"
        make_certificate(path, "chat.example")
        context.load_cert_chain(path)
    return context


def openings(data: bytes) -> None:
    """More bytes never make something else of what was clear."""
    first = opening_of(data[:4] or b"P")
    assert first in (Opening.UNCLEAR, opening_of(data or b"P"))


def requests(data: bytes) -> None:
    """A request is answered, or waited for, and never for ever."""
    upgrade = Upgrades(("https://chat.example",)).begin()
    step = data[0] % 50 + 1 if data else 1
    heard = 0
    for start in range(0, len(data), step):
        heard += step
        if upgrade.hear(data[start : start + step]):
            assert upgrade.answer.startswith(b"HTTP/1.1 ")
            break
    assert upgrade.answer or heard <= MAX_REQUEST_BYTES + step


def frames(data: bytes) -> None:
    """Frames become whole lines, or the end of the conversation; none is kept long."""
    upgrade = Upgrades(()).begin()
    assert upgrade.hear(HANDSHAKE)
    codec = upgrade.codec
    assert isinstance(codec, WebSocketCodec)
    step = data[0] % 90 + 1 if data else 1
    for start in range(0, len(data), step):
        read = codec.decode(data[start : start + step])
        assert not read or read.endswith(b"\r\n")
        assert len(codec._message) <= MOST_KEPT
        codec.take_answers()
        codec.encode(b"PING 1\r\n")
    codec.end()


def tls_records(data: bytes) -> None:
    """Records that are none end the handshake; before it is done nothing is read."""
    codec = TlsCodec(_context())
    with suppress(TlsHandshakeFailed):
        assert not codec.shake_hands(b"\x16\x03\x01" + data[:1000])
        assert not codec.shake_hands(data[1000:])
    codec.take_answers()
    codec.end()


def _frame(opcode: int, payload: bytes, *, is_last: bool = True) -> bytes:
    """Give a frame whose mask changes nothing."""
    head = bytes([opcode | (0x80 if is_last else 0)])
    size = len(payload)
    length = bytes([0x80 | size]) if size < 126 else b"\xfe" + size.to_bytes(2)
    return head + length + b"\0" * 4 + payload


FRAMES = (
    _frame(1, b"PING 1"),
    _frame(2, b"\xff\r\n\0"),
    _frame(1, b"a", is_last=False),
    *(
        _frame(0, b"b", is_last=False),
        _frame(0, b"c"),
        _frame(9, b"p"),
        _frame(10, b""),
    ),
    *(
        _frame(8, b"\x03\xe8bye"),
        _frame(8, b"x"),
        _frame(1, b"x" * 300),
        _frame(1, b"\xff"),
    ),
    *(
        b"\x81\xff" + b"\xff" * 8,
        b"\xc1\x80",
        b"\x81\x05hello",
        b"\x8f\x80",
        b"\x81\x80",
    ),
)
HTTP = (
    *(
        "GET / HTTP/1.1\r\n",
        "POST / HTTP/1.1\r\n",
        "GET / HTTP/0.9\r\n",
        "\r\n",
        "\r\n\r\n",
    ),
    *(
        "Host: a\r\n",
        "Connection: Upgrade\r\n",
        "Upgrade: websocket\r\n",
        "a: b\r\n",
        " x\r\n",
    ),
    *(
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
        "Sec-WebSocket-Version: 13\r\n",
    ),
    *("Sec-WebSocket-Protocol: text.ircv3.net\r\n", "Origin: https://chat.example\r\n"),
    *(
        "Origin: null\r\n",
        "Content-Length: 9\r\n",
        "Sec-WebSocket-Key: a\r\n",
        "x" * 9000,
    ),
    *(
        "Transfer-Encoding: chunked\r\n",
        "Sec-WebSocket-Extensions: permessage-deflate\r\n",
    ),
)
RECORDS = (
    "\x16\x03\x01\x00\x05\x01\x00\x00\x01\x03",
    "\x15\x03\x03\x00\x02\x02\x00",
    "\x17",
)
HELLO_PARTS = (
    "\x01\x00",
    "\x03\x03",
    "\x13\x01",
    "\x00\x00",
    "\x00\x2b\x00\x03\x02\x03\x04",
)

DOOR_TARGETS = (
    Target(
        "openings", openings, ("GET ", "OPTIONS", "\x16\x03", "PING", "P", "CONNECT")
    ),
    Target("requests", requests, HTTP),
    Target(
        "frames",
        frames,
        tuple(each.decode("utf-8", "surrogateescape") for each in FRAMES),
    ),
    Target("tls-records", tls_records, (*RECORDS, *HELLO_PARTS)),
)
