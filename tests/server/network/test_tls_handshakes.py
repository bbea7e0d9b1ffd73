"""Handshakes of TLS that crawl, stop, or are none: they end, and hold up nobody."""

import ssl
import threading

import pytest

from tests.server.raw_client import RawClient, commands
from tests.server.secure_client import SecureClient, client_context


@pytest.mark.parametrize(
    "first",
    [
        b"\x16",
        b"\x16\x03\x01\x02\x00\x01",
        b"\x16\x03\x01\xff\xff" + b"\x01" * 4000,
        b"\x16\x03\x01\x00\x05NICK anna\r\n",
        b"\x16" * 5000,
    ],
)
def test_a_handshake_that_comes_to_nothing_ends_in_time(start_server, first):
    chat = start_server(timeouts={"door": 1})
    client = chat.connect()

    client.send_bytes(first)
    while not client.is_at_end:
        _read_something(client)

    assert chat.connections() == []
    assert chat.waits_for(lambda: chat.limits.connections == 0)


def test_who_does_not_finish_a_handshake_hears_nothing_that_is_not_tls(start_server):
    chat = start_server(timeouts={"door": 1})
    client = chat.connect()

    client.send_bytes(_client_hello()[:100])

    assert client.socket.recv(4096) == b""


def test_a_handshake_that_crawls_ends_in_time_and_holds_up_nobody(start_server):
    chat = start_server(timeouts={"door": 1})
    hello = _client_hello()
    slow = chat.connect()
    gone, paused = threading.Event(), threading.Event()

    def crawl() -> None:
        for byte in hello:
            try:
                slow.socket.sendall(bytes([byte]))
            except OSError:
                break
            paused.wait(0.05)
        gone.set()

    threading.Thread(target=crawl, daemon=True).start()
    with SecureClient(chat.server.port) as anna:
        anna.register("anna")

    assert gone.wait(30)
    assert chat.waits_for(lambda: chat.limits.at_door == 0)


def test_a_client_with_tls_that_says_nothing_hears_why_it_goes(start_server):
    chat = start_server(timeouts={"door": 1})

    with SecureClient(chat.server.port) as silent:
        farewell = silent.read_to_end()

    assert commands(farewell) == ["ERROR"]


def _client_hello() -> bytes:
    out = ssl.MemoryBIO()
    client = client_context().wrap_bio(ssl.MemoryBIO(), out)
    with pytest.raises(ssl.SSLWantReadError):
        client.do_handshake()
    return out.read()


def _read_something(client: RawClient) -> None:
    """Read what need not be lines, up to the end."""
    try:
        client.is_at_end = not client.socket.recv(4096)
    except ConnectionError:
        client.is_at_end = True
