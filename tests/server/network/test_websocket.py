"""WebSocket on every port: https://ircv3.net/specs/extensions/websocket."""

import socket
from contextlib import suppress
from itertools import pairwise

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.frames import CloseCode

from server.network.websocket import WebSocketCodec
from tests.server.raw_client import commands, lines
from tests.server.secure_client import client_context
from tests.server.web_client import BINARY, TEXT, WebClient

LONG_TEXT = "x" * 400


@pytest.fixture
def web(chat):
    """Connect by WebSocket; all connections end with the test."""
    clients = []

    def join(*protocols: str, **options) -> WebClient:
        clients.append(WebClient(chat.server.port, *protocols, **options))
        return clients[-1]

    yield join
    for client in clients:
        client.close()


def close_code_of(client: WebClient) -> int:
    """Read to the end, and give the code that the server closed with."""
    try:
        while True:
            client.socket.recv(30)
    except ConnectionClosed as end:
        return end.rcvd.code


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ((TEXT,), TEXT),
        ((BINARY,), BINARY),
        ((BINARY, TEXT), BINARY),
        ((TEXT, BINARY), TEXT),
        (("soap", BINARY), BINARY),
        (("soap",), None),
    ],
)
def test_the_first_protocol_that_the_server_knows_is_chosen(web, asked, chosen):
    assert web(*asked).socket.subprotocol == chosen


def test_a_client_that_names_no_protocol_hears_text(web):
    anna = web()

    anna.send(b"PING 1")

    assert anna.socket.subprotocol is None
    assert isinstance(anna.socket.recv(30), str)


@pytest.mark.parametrize(("protocol", "kind"), [(TEXT, str), (BINARY, bytes)])
def test_each_message_is_a_line_of_the_kind_that_was_agreed(web, protocol, kind):
    anna = web(protocol).sign_in("anna")

    anna.send("PRIVMSG anna :hö")

    line = anna.socket.recv(30)
    assert isinstance(line, kind)
    assert line in (
        ":anna!anna@127.0.0.1 PRIVMSG anna :hö",
        ":anna!anna@127.0.0.1 PRIVMSG anna :hö".encode(),
    )


def test_by_websocket_within_tls(web, chat):
    bert = chat.join("bert")
    anna = web(TEXT, tls=client_context()).sign_in("anna")

    bert.send("PRIVMSG anna :hello")

    assert anna.read_until("PRIVMSG")[-1].trailing == "hello"
    assert "671" in commands(anna.ask("WHOIS anna"))


def test_all_transports_meet_in_a_room(web, chat):
    anna, bert = web(TEXT).sign_in("anna"), web(BINARY).sign_in("bert")
    carl = chat.join("carl")
    anna.ask()
    bert.ask()

    carl.send("PRIVMSG #lobby :one", "PRIVMSG #lobby :two")

    assert [anna.read_until("PRIVMSG")[-1].trailing for _ in range(2)] == ["one", "two"]
    assert [bert.read_until("PRIVMSG")[-1].trailing for _ in range(2)] == ["one", "two"]


def test_a_line_in_fragments_is_put_together(web):
    anna = web(TEXT).sign_in("anna")

    anna.socket.send(["PRIVMSG ", "anna :h", "ello"])

    assert anna.read_until("PRIVMSG")[-1].trailing == "hello"


def test_line_ends_in_a_message_do_no_harm(web):
    anna = web(TEXT).sign_in("anna")

    heard = anna.ask("PRIVMSG anna :one\r\n", "PRIVMSG anna :two\n", "", "\r\n")

    assert [each.trailing for each in heard] == ["one", "two"]


def test_a_ping_of_websocket_is_answered(web):
    anna = web(TEXT).sign_in("anna")

    assert anna.socket.ping().wait(30)


def test_a_text_message_that_is_not_utf8_ends_the_connection(web):
    anna = web(TEXT).sign_in("anna")

    anna.socket.send(b"PRIVMSG anna :\xff", text=True)

    assert close_code_of(anna) == CloseCode.INVALID_DATA


def test_a_binary_message_that_is_not_utf8_is_refused(web):
    anna = web(BINARY).sign_in("anna")

    (refusal,) = anna.ask(b"PRIVMSG anna :\xff")

    assert refusal.command == "FAIL"
    assert "INVALID_UTF8" in refusal.params


def test_a_line_that_is_too_long_is_refused(web):
    anna = web(TEXT).sign_in("anna")

    assert commands(anna.ask("PRIVMSG anna :" + "x" * 5000)) == ["417"]


@pytest.mark.parametrize("message", ["x" * 20_000, ["x" * 4000] * 5])
def test_a_message_that_no_line_can_be_ends_the_connection(web, message):
    anna = web(TEXT).sign_in("anna")

    with suppress(ConnectionClosed):  # the server need not wait for all of it
        anna.socket.send(message)

    assert close_code_of(anna) == CloseCode.MESSAGE_TOO_BIG


def test_frames_without_lines_are_not_read_for_ever(web):
    anna = web(TEXT).sign_in("anna")
    ping = b"\x89\x80\0\0\0\0"

    anna.socket.socket.sendall(ping * 2000)

    assert close_code_of(anna) == CloseCode.POLICY_VIOLATION


@pytest.mark.parametrize(
    "broken",
    [
        b"\x81\x05hello",  # not masked
        b"\xf1\x80\0\0\0\0",  # reserved bits
        b"\x83\x80\0\0\0\0",  # a kind that there is not
        b"\x80\x80\0\0\0\0",  # goes on with nothing
        b"\x09\x80\0\0\0\0",  # a ping in fragments
    ],
)
def test_what_is_no_websocket_ends_that_client_alone(web, chat, broken):
    bert = chat.join("bert")
    anna = web(TEXT).sign_in("anna")

    anna.socket.socket.sendall(broken)

    assert close_code_of(anna) == CloseCode.PROTOCOL_ERROR
    assert bert.read_until("QUIT")[-1].source.startswith("anna!")


@pytest.mark.parametrize(
    ("act", "what"), [("decode", "PRIVMSG anna :hello"), ("encode", "PING x")]
)
def test_an_unexpected_error_of_the_protocol_ends_that_client_alone(
    web, chat, mocker, caplog, act, what
):
    bert = chat.join("bert")
    anna = web(TEXT).sign_in("anna")
    bert.roundtrip()
    mocker.patch.object(WebSocketCodec, act, side_effect=KeyError("secret"))

    anna.send(what)

    assert lines(bert.read_until("QUIT")) == [
        ":anna!anna@127.0.0.1 QUIT :Something went wrong in the server."
    ]
    assert [each.levelname for each in caplog.records if "KeyError" in each.message]
    assert "secret" not in caplog.text


def test_who_closes_is_answered_and_has_left(web, chat):
    bert = chat.join("bert")
    anna = web(TEXT).sign_in("anna")

    anna.close()

    assert anna.socket.close_code == CloseCode.NORMAL_CLOSURE
    assert bert.read_until("QUIT")[-1].trailing == "The connection was closed."


def test_lines_before_the_closing_frame_count(web, chat):
    bert = chat.join("bert")
    anna = web(TEXT).sign_in("anna")

    anna.send("PRIVMSG bert :last words")
    anna.close()

    assert commands(bert.read_until("QUIT"))[-2:] == ["PRIVMSG", "QUIT"]


def test_quit_closes_the_websocket(web):
    anna = web(TEXT).sign_in("anna")

    anna.send("QUIT")

    assert anna.read_until("ERROR")
    assert close_code_of(anna) == CloseCode.NORMAL_CLOSURE


def test_the_end_of_the_server_closes_the_websocket(web, chat):
    anna = web(TEXT).sign_in("anna")

    chat.reactor.stop("Good night.", 10)

    assert anna.read_until("ERROR")
    assert close_code_of(anna) == CloseCode.NORMAL_CLOSURE


def test_who_breaks_off_is_gone(web, chat):
    bert = chat.join("bert")
    anna = web(TEXT).sign_in("anna")

    anna.socket.socket.shutdown(socket.SHUT_RDWR)

    assert bert.read_until("QUIT")[-1].source.startswith("anna!")


def test_much_at_once_comes_in_order(web, chat):
    anna, bert = chat.join("anna"), web(BINARY).sign_in("bert")
    texts = [f"{number} {LONG_TEXT}" for number in range(2000)]

    for begin, end in pairwise(range(0, 2001, 100)):
        anna.ask(*(f"PRIVMSG bert :{text}" for text in texts[begin:end]))

    assert [each.trailing for each in bert.ask()] == texts


def test_pages_may_not_join_unless_the_settings_allow_it(web):
    with pytest.raises(InvalidStatus) as refusal:
        web(TEXT, origin="https://elsewhere.example")

    assert refusal.value.response.status_code == 403
    assert b"[websocket] origins" in refusal.value.response.body


@pytest.mark.parametrize(
    ("origins", "origin"),
    [
        (("https://chat.example",), "https://chat.example"),
        (("https://other.example", "https://*.example"), "https://a.example"),
        (("*",), "http://anywhere.example:8080"),
    ],
)
def test_pages_may_join_that_the_settings_allow(start_server, origins, origin):
    chat = start_server(websocket={"origins": origins})

    anna = WebClient(chat.server.port, TEXT, origin=origin).sign_in("anna")

    assert commands(anna.ask("PRIVMSG anna :hello")) == ["PRIVMSG"]
    anna.close()


@pytest.mark.parametrize(
    "origin", ["http://chat.example", "https://chat.example.evil", "null", ""]
)
def test_an_origin_has_to_be_whole(start_server, origin):
    chat = start_server(websocket={"origins": ("https://chat.example",)})

    with pytest.raises(InvalidStatus):
        WebClient(chat.server.port, TEXT, additional_headers={"Origin": origin})
