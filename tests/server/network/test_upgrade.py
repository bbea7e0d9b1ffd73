"""What a browser, or whoever speaks HTTP, is answered on any port."""

import threading
from http.client import HTTPConnection, HTTPSConnection

import pytest

from tests.server.raw_client import RawClient
from tests.server.secure_client import client_context

ASKED = b"GET / HTTP/1.1\r\nHost: chat\r\n"
UPGRADE = ASKED + (
    b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)


def answer_to(client: RawClient, *pieces: bytes) -> bytes:
    """Send a request, and give what comes until the server closes."""
    for piece in pieces:
        client.send_bytes(piece)
    answer = b""
    while part := client.socket.recv(4096):
        answer += part
    return answer


@pytest.mark.parametrize("connection", [HTTPConnection, HTTPSConnection])
def test_a_browser_is_told_what_this_is(chat, connection):
    options = {} if connection is HTTPConnection else {"context": client_context()}
    browser = connection("127.0.0.1", chat.server.port, timeout=30, **options)

    browser.request("GET", "/index.html")
    response = browser.getresponse()
    page = response.read().decode()
    browser.close()

    assert response.status == 426
    assert response.headers["Upgrade"] == "websocket"
    assert page.startswith("This is a chat server.")


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"POST / HTTP/1.1\r\nHost: chat\r\n\r\n", b"405"),
        (b"HEAD / HTTP/1.1\r\nHost: chat\r\n\r\n", b"405"),
        (b"GET / HTTP/1.0\r\n\r\n", b"505"),
        (b"GET /\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nno header\r\n\r\n", b"400"),
        (ASKED + b"Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n", b"400"),
        (b"GET /" + b"x" * 9000 + b" HTTP/1.1\r\n\r\n", b"431"),
        (ASKED + b"X-More: 1\r\n" * 200 + b"\r\n", b"431"),
    ],
)
def test_other_requests_are_refused_with_a_page(chat, request_bytes, status):
    answer = answer_to(chat.connect(), request_bytes)

    assert answer.split(b" ", 2)[1] == status
    assert b"This is a chat server." in answer


def test_a_request_without_end_is_ended(chat):
    long = [ASKED] + [b"X-More: " + b"x" * 5000 + b"\r\n"] * 4

    answer = answer_to(chat.connect(), *long)

    assert answer.startswith(b"HTTP/1.1 431 ")


def test_nobody_gets_lines_in_by_a_form_of_a_page(chat):
    bert = chat.join("bert")
    body = b"NICK anna\r\nUSER anna 0 * :Anna\r\nPRIVMSG bert :from a page\r\n"

    answer_to(chat.connect(), b"POST / HTTP/1.1\r\nHost: chat\r\n\r\n" + body)

    assert bert.roundtrip() == []


def test_an_upgrade_that_comes_in_pieces_of_a_byte_is_answered(chat):
    client = chat.connect()

    for byte in UPGRADE + b"\r\n":
        client.send_bytes(bytes([byte]))

    assert client.socket.recv(4096).startswith(b"HTTP/1.1 101 ")


def test_lines_that_come_with_the_upgrade_are_read(chat):
    client = chat.connect()
    ping = b"\x81\x86\0\0\0\0PING 1"

    client.send_bytes(UPGRADE + b"\r\n" + ping)
    answer = b""
    while b"PONG" not in answer:
        answer += client.socket.recv(4096)

    assert answer.startswith(b"HTTP/1.1 101 ")


def test_a_request_that_stops_halfway_ends_in_time(start_server):
    chat = start_server(timeouts={"door": 1})
    client = chat.connect()

    answer = answer_to(client, UPGRADE)

    assert answer.startswith(b"ERROR ")
    assert chat.waits_for(lambda: chat.limits.connections == 0)


def test_a_request_that_crawls_ends_in_time(start_server):
    chat = start_server(timeouts={"door": 1})
    client, paused = chat.connect(), threading.Event()

    def crawl() -> None:
        while not client.is_at_end:
            client.send_bytes(b"G" if paused.is_set() else b"GET / ")
            paused.set()
            threading.Event().wait(0.1)

    crawling = threading.Thread(target=_until_refused(crawl), daemon=True)
    crawling.start()
    crawling.join(30)

    assert not crawling.is_alive()


@pytest.mark.parametrize("first", [b"G", b"GE", b"P", b"H", b"POS", b"OPTIONS"])
def test_who_begins_as_a_browser_would_can_still_speak_irc(chat, first):
    client = chat.connect()

    client.send_bytes(first)
    client.send_bytes(b"X\r\nPING 1\r\n")

    assert client.read_until("PONG")


def _until_refused(crawl):
    def run() -> None:
        try:
            crawl()
        except OSError:
            return

    return run
