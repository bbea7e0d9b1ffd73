"""Codecs give the same lines wherever the network cuts what arrives."""

import ssl
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.client import ClientProtocol
from websockets.frames import Opcode
from websockets.uri import parse_uri

from server.network.certificate import make_certificate
from server.network.codec import Codec, Layered
from server.network.tls import TlsCodec, TlsHandshakeFailed
from server.network.upgrade import Upgrades
from tests.server.secure_client import client_context

LINES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), min_size=1),
    max_size=8,
)
CUTS = st.lists(st.integers(1, 40), min_size=1, max_size=30)


class TlsClient:
    """The other side of TLS, on memory."""

    def __init__(self) -> None:
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = client_context().wrap_bio(self.incoming, self.outgoing)
        self.has_ended = False

    def go_on(self) -> bytes:
        """Go on with the handshake, and give what there is to send."""
        with suppress(ssl.SSLWantReadError):
            self.tls.do_handshake()
        return self.outgoing.read()

    def meet(self, server: TlsCodec) -> None:
        """Shake hands with a server."""
        while not server.shake_hands(self.go_on()):
            self.incoming.write(server.take_answers())
        self.incoming.write(server.take_answers())

    def wrap(self, data: bytes) -> bytes:
        """Give what is sent for these bytes."""
        if data:
            self.tls.write(data)
        return self.outgoing.read()

    def unwrap(self, data: bytes) -> bytes:
        """Give the bytes that this is read as."""
        self.incoming.write(data)
        plain = b""
        with suppress(ssl.SSLWantReadError):
            while part := self.tls.read(65_536):
                plain += part
            self.has_ended = True
        return plain


class PageClient:
    """The other side of WebSocket, without a socket."""

    def __init__(self, protocol: str) -> None:
        uri = parse_uri("ws://127.0.0.1/")
        self.protocol = ClientProtocol(uri, subprotocols=[protocol])

    def meet(self) -> Codec:
        """Ask a server for a WebSocket, and give its side."""
        self.protocol.send_request(self.protocol.connect())
        upgrade = Upgrades(()).begin()
        assert upgrade.hear(self._sent())
        self.protocol.receive_data(upgrade.answer)
        self.protocol.events_received()
        assert upgrade.codec is not None
        return upgrade.codec

    def wrap(self, lines: list[str]) -> bytes:
        """Give what is sent for lines."""
        for line in lines:
            self.protocol.send_text(line.encode())
        return self._sent()

    def unwrap(self, data: bytes) -> list[tuple[Opcode, str]]:
        """Give the messages that this is read as."""
        self.protocol.receive_data(data)
        frames = self.protocol.events_received()
        return [
            (frame.opcode, bytes(frame.data).decode(errors="replace"))
            for frame in frames
        ]

    def _sent(self) -> bytes:
        return b"".join(self.protocol.data_to_send())


@pytest.fixture(scope="module")
def context(tmp_path_factory) -> ssl.SSLContext:
    """What a server shakes hands with."""
    path = tmp_path_factory.mktemp("tls") / "tls.pem"
    make_certificate(path, "chat.example")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def decode_in_pieces(codec: Codec, data: bytes, cuts: list[int]) -> bytes:
    """Let a codec read bytes in pieces of these sizes, again and again."""
    decoded = b""
    while data:
        size, cuts = cuts[0], [*cuts[1:], cuts[0]]
        decoded += codec.decode(data[:size])
        data = data[size:]
    return decoded


def bytes_of(lines: list[str]) -> bytes:
    return b"".join(f"{line}\r\n".encode() for line in lines)


@given(lines=LINES, cuts=CUTS)
def test_tls_can_be_cut_anywhere(context, lines, cuts):
    server, client = TlsCodec(context), TlsClient()
    client.meet(server)

    read = decode_in_pieces(server, client.wrap(bytes_of(lines)), cuts)

    assert read == bytes_of(lines)
    assert client.unwrap(server.encode(b"x" + read)) == b"x" + read


@given(lines=LINES, cuts=CUTS)
def test_websocket_can_be_cut_anywhere(lines, cuts):
    client = PageClient("text.ircv3.net")
    server = client.meet()

    read = decode_in_pieces(server, client.wrap(lines), cuts)

    assert read == bytes_of(lines)


@given(lines=LINES)
def test_each_line_becomes_a_message(lines):
    text, binary = PageClient("text.ircv3.net"), PageClient("binary.ircv3.net")

    for_text = text.unwrap(text.meet().encode(bytes_of(lines)))
    for_binary = binary.unwrap(binary.meet().encode(bytes_of(lines)))

    assert for_text == [(Opcode.TEXT, line) for line in lines]
    assert for_binary == [(Opcode.BINARY, line) for line in lines]


@given(lines=LINES, cuts=CUTS)
def test_websocket_within_tls_can_be_cut_anywhere(context, lines, cuts):
    tls, outside, page = TlsCodec(context), TlsClient(), PageClient("text.ircv3.net")
    outside.meet(tls)
    server = Layered(tls, page.meet())

    read = decode_in_pieces(server, outside.wrap(page.wrap(lines)), cuts)
    heard = page.unwrap(outside.unwrap(server.encode(bytes_of(lines))))

    assert read == bytes_of(lines)
    assert [line for _, line in heard] == lines


def test_both_layers_say_goodbye(context):
    tls, outside, page = TlsCodec(context), TlsClient(), PageClient("text.ircv3.net")
    outside.meet(tls)
    server = Layered(tls, page.meet())

    ((opcode, _),) = page.unwrap(outside.unwrap(server.end()))

    assert opcode is Opcode.CLOSE
    assert outside.has_ended


@given(garbage=st.binary(min_size=6, max_size=2000))
def test_garbage_instead_of_a_handshake_is_refused_or_waited_for(context, garbage):
    server, is_done = TlsCodec(context), False

    with suppress(TlsHandshakeFailed):
        is_done = server.shake_hands(b"\x16\x03\x01" + garbage)

    assert not is_done


@given(garbage=st.binary(max_size=2000))
def test_garbage_in_a_conversation_ends_it_or_is_waited_for(context, garbage):
    server, client = TlsCodec(context), TlsClient()
    client.meet(server)

    read = server.decode(b"\x17\x03\x03\x00\x10" + garbage)

    assert read == b""
    assert server.is_over or len(garbage) < 0x10


@given(garbage=st.binary(max_size=2000))
def test_garbage_from_a_page_raises_nothing(garbage):
    server = PageClient("text.ircv3.net").meet()

    server.decode(garbage)
    server.take_answers()

    assert server.decode(garbage) is not None
    assert isinstance(server.end(), bytes)


def test_the_same_lines_are_made_messages_once():
    codec, other = Upgrades(()), b"PING 1\r\nPING 2\r\n"

    frames = [codec._text.frames_of(other) for _ in range(2)]

    assert frames[0] is frames[1]
