"""Attacks on the doors: by pages in a browser, by broken frames, and by plain noise."""

import random
import socket
import struct

import pytest

from tests.server.raw_client import DEADLINE_SECONDS
from tests.server.secure_client import SecureClient

KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
OUR_PAGE = "https://chat.example"
SIGN_IN = b"NICK eve\r\nUSER eve 0 * :x\r\nPRIVMSG #lobby :from a page\r\n"


@pytest.fixture
def web(start_server):
    return start_server(
        websocket={"origins": (OUR_PAGE,)}, metrics={"enabled": True, "port": 0}
    )


def said_to(port, data, *, hangs_up=True):
    """Send bytes, and give all that comes back until the server has hung up.

    Args:
        port: the server's.
        data: the bytes.
        hangs_up: whether the server learns that nothing more will come.
    """
    heard = b""
    with socket.create_connection(("127.0.0.1", port), DEADLINE_SECONDS) as sock:
        sock.sendall(data)
        if hangs_up:
            sock.shutdown(socket.SHUT_WR)
        try:
            while part := sock.recv(65_536):
                heard += part
        except ConnectionError:
            pass
    return heard


def upgrade(*headers):
    """Give the request of a page that wants a WebSocket."""
    more = "".join(f"{each}\r\n" for each in headers)
    return (
        "GET / HTTP/1.1\r\nHost: chat.example\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\n{KEY}{more}\r\n"
    ).encode()


def framed(line):
    """Give a short line as a message of WebSocket."""
    return bytes([0x81, 0x80 | len(line)]) + bytes(4) + line


def everybody(chat):
    """Give the nicks of all who are on the server."""
    told = chat.join("witness").ask("WHO *")
    return {each.params[5] for each in told if each.command == "352"} - {"witness"}


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "OPTIONS"])
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_a_page_cannot_speak_irc_in_the_body_of_a_request(web, method, kind):
    head = (
        f"{method} / HTTP/1.1\r\nHost: chat.example\r\nContent-Type: {kind}\r\n"
        f"Content-Length: {len(SIGN_IN)}\r\n\r\n"
    )

    answer = said_to(web.server.port, head.encode() + SIGN_IN)

    assert answer.startswith(b"HTTP/1.1 4")
    assert b"Access-Control" not in answer
    assert everybody(web) == set()


@pytest.mark.parametrize(
    "begin", ["DELETE /", "get /", "PING /", f"PATCH /{'a' * 3000}"]
)
def test_nor_behind_a_method_of_its_own(web, begin):
    """A page may use any at its own server, whose name may come to lead here."""
    head = f"{begin} HTTP/1.1\r\nHost: evil.example\r\n\r\n"

    answer = said_to(web.server.port, head.encode() + SIGN_IN, hangs_up=False)

    assert b" 001 " not in answer
    assert answer.endswith(b"and no HTTP.\r\n")


def test_nor_through_tls(web):
    client = SecureClient(web.server.port)
    client.send_bytes(b"POST / HTTP/1.1\r\nHost: a\r\n\r\n" + SIGN_IN)

    heard = client.socket.recv(100)
    client.close()

    assert heard.startswith(b"HTTP/1.1 405")
    assert everybody(web) == set()


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://chat.example",
        "https://chat.example.evil.example",
        "https://evil-chat.example",
        "https://chat.example:8443",
        "https://chat.example@evil.example",
        "https://chatXexample",
        "file://",
        "",
    ],
)
def test_a_page_from_elsewhere_gets_no_websocket(web, origin):
    answer = said_to(web.server.port, upgrade(f"Origin: {origin}"))

    assert answer.startswith(b"HTTP/1.1 403")


def test_a_second_origin_lets_nobody_in(web):
    both = upgrade("Origin: https://evil.example", f"Origin: {OUR_PAGE}")

    assert said_to(web.server.port, both).startswith(b"HTTP/1.1 4")


def test_a_page_that_is_allowed_gets_one(web):
    answer = said_to(web.server.port, upgrade(f"Origin: {OUR_PAGE}"))

    assert answer.startswith(b"HTTP/1.1 101")


def test_nothing_is_ever_decompressed(web):
    offer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"
    bomb = b"\xc1\x84\0\0\0\0" + bytes(4)  # a compressed frame, without an agreement

    answer = said_to(web.server.port, upgrade(offer) + bomb, hangs_up=False)

    assert b"Sec-WebSocket-Extensions" not in answer
    assert struct.pack(">H", 1002) in answer  # a protocol error


@pytest.mark.parametrize(
    "frame",
    [
        b"\x81\xff" + struct.pack(">Q", 2**63 - 1) + b"\0\0\0\0",
        b"\x81\xff" + struct.pack(">Q", 2**40) + b"\0\0\0\0",
        b"\x81\x05hello",  # without a mask
        b"\x83\x80\0\0\0\0",  # an opcode that there is not
        b"\x89\xfe\xff\xff\0\0\0\0",  # a PING of 64 KB
        b"\x80\x80\0\0\0\0",  # goes on with what never began
        b"\x81\x82\0\0\0\0\xff\xfe",  # no UTF-8
        b"\x09\x80\0\0\0\0",  # a PING in fragments
        b"\x89\xfe\0\x7e\0\0\0\0" + bytes(126),  # a PING that is one byte too long
        b"\x88\x81\0\0\0\0a",  # the end, with half a number
        b"\x88\x82\0\0\0\0\x03\xed",  # the end, with a number that nobody sends
        b"\xf1\x80\0\0\0\0",  # bits that mean nothing
        b"\x01\x80\0\0\0\0\x81\x80\0\0\0\0",  # begins anew within a message
        b"\x81\xff\x80" + bytes(11),  # a length below zero
        b"\x01\xfe\x3f\xff" + bytes(20_000),  # fragments that are too long together
    ],
)
def test_a_broken_frame_ends_its_own_connection_alone(web, frame):
    anna = web.join("anna")

    said_to(web.server.port, upgrade() + frame)

    assert anna.roundtrip() == []


@pytest.mark.parametrize(
    "header",
    [
        "X: " + "y" * 20_000,
        "\r\n".join(["X: y"] * 200),
        f"Sec-WebSocket-Protocol: {'a,' * 300}text.ircv3.net",
        f"Connection: Upgrade{', a' * 300}",
        "X: y\0",
        " folded",
        "Content-Length: 5",
        "Transfer-Encoding: chunked",
        "Sec-WebSocket-Key: AAAA",
        "Sec-WebSocket-Version: 12",
        "Upgrade: h2c",
        f"Origin: https://evil.example\t{OUR_PAGE}",
        f"Origin : {OUR_PAGE}",
        f"Origin: {OUR_PAGE}\r\nOrigin: {OUR_PAGE}",
        f"oRiGiN: {OUR_PAGE}.",
    ],
)
def test_an_odd_request_gets_no_websocket(web, header):
    assert said_to(web.server.port, upgrade(header)).startswith(b"HTTP/1.1 4")


def test_each_line_of_a_message_counts_as_one(start_server):
    chat = start_server(flood={"enabled": True, "messages": 20, "seconds": 86_400})
    many = b"PRIVMSG anna :x\r\n" * 7
    frame = b"\x81\xfe" + struct.pack(">H", len(many)) + bytes(4) + many
    anna = chat.join("anna")
    with socket.create_connection(("127.0.0.1", chat.server.port)) as eve:
        eve.sendall(upgrade() + b"".join(map(framed, SIGN_IN.splitlines())))
        eve.sendall(frame * 20)

        assert chat.waits_for(lambda: any(each.lines for each in chat.connections()))
        assert len(anna.roundtrip()) < 20


@pytest.mark.parametrize(
    "frame",
    [
        b"\x81\x80\0\0\0\0",
        b"\x81\x82\0\0\0\0\r\n",
        b"\x89\x80\0\0\0\0",
        b"\x8a\x80\0\0\0\0",
        b"\x01\x80\0\0\0\0\x80\x80\0\0\0\0",
    ],
    ids=["empty", "an end of a line", "ping", "pong", "fragments"],
)
def test_very_many_frames_without_a_line_end_their_own_connection(web, frame):
    answer = said_to(web.server.port, upgrade() + frame * 2000, hangs_up=False)

    assert struct.pack(">H", 1008) in answer  # the policy is violated


@pytest.mark.parametrize("seed", range(5))
def test_noise_at_a_door_harms_nobody(web, seed, caplog):
    anna, noise = web.join("anna"), random.Random(seed)

    for _ in range(20):
        said_to(web.server.port, noise.randbytes(noise.randrange(1, 3000)))
        said_to(web.server.port, b"\x16\x03" + noise.randbytes(300))
        said_to(web.server.port, upgrade() + noise.randbytes(300))

    assert anna.ask("PRIVMSG anna :well")[0].trailing == "well"
    assert not [each for each in caplog.records if each.levelname == "ERROR"]


@pytest.mark.parametrize(
    "request_line",
    [
        "GET /../../../etc/passwd HTTP/1.0",
        "GET /metrics/../history.db HTTP/1.0",
        "GET http://127.0.0.1/metrics HTTP/1.0",
        "POST /metrics HTTP/1.0",
        "DELETE /metrics HTTP/1.0",
        "STOP",
        f"GET /{'a' * 70_000} HTTP/1.0",
    ],
)
def test_the_port_of_the_numbers_gives_nothing_else(web, request_line):
    answer = said_to(web.server.metrics_port, f"{request_line}\r\n\r\n".encode())

    assert b"root:" not in answer
    assert b"chatapp_users" not in answer


def test_a_page_cannot_read_the_numbers(web):
    """Not from elsewhere, and not by having its own name lead here."""
    asked = b"GET /metrics HTTP/1.0\r\nHost: evil.example\r\nOrigin: null\r\n\r\n"

    answer = said_to(web.server.metrics_port, asked)

    assert b"chatapp_users" not in answer
    assert b"Access-Control" not in answer


def test_the_chats_port_gives_no_numbers(web):
    answer = said_to(web.server.port, b"GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 4")
