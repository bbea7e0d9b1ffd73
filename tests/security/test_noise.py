"""What brings no line costs its sender as much as lines do, and much costs more."""

import itertools

import pytest

from server.network.serving import Serving
from server.network.websocket import SHARE, WebSocketCodec
from tests.server.operating import OPERATORS, operator_of
from tests.server.raw_client import commands
from tests.server.secure_client import SecureClient
from tests.server.web_client import WebClient

SLOW = {"enabled": True, "messages": 20, "seconds": 86_400}
FAST = {"enabled": True, "messages": 20, "seconds": 1}
READS = 60
"""More than the allowance has."""

EMPTY_LINES = [b"\n", b"\r\n", b"\r\n\n"]


def is_anybody_slowed(chat):
    return chat.waits_for(lambda: any(each.is_slowed for each in chat.connections()))


def noise(chat, part):
    """Give more of something than the allowance lets in."""
    return part * (READS * chat.settings.limits.recvq_bytes // len(part))


@pytest.mark.parametrize("part", EMPTY_LINES)
def test_empty_lines_are_read_more_slowly_and_hold_up_nobody(start_server, part):
    chat = start_server(flood=SLOW)
    eve, anna = chat.join("eve"), chat.join("anna")

    eve.send_bytes(noise(chat, part))

    assert is_anybody_slowed(chat)
    assert commands(anna.ask("PRIVMSG anna :hello")) == ["PRIVMSG"]


def test_so_are_they_before_one_has_signed_in(start_server):
    chat = start_server(flood=SLOW)

    chat.connect().send_bytes(noise(chat, b"\n"))

    assert is_anybody_slowed(chat)


def test_so_are_they_within_tls(start_server):
    chat = start_server(flood=SLOW)
    client = SecureClient(chat.server.port)

    client.send_bytes(noise(chat, b"\n"))

    assert is_anybody_slowed(chat)
    client.close()


def test_so_are_they_by_websocket(start_server):
    chat = start_server(flood=SLOW)
    client = WebClient(chat.server.port)

    client.send(*["\r\n" * 4000] * READS)

    assert is_anybody_slowed(chat)
    client.close()


def test_very_many_frames_are_read_in_shares_and_others_between_them(chat, mocker):
    read = mocker.spy(WebSocketCodec, "decode")
    client = WebClient(chat.server.port)

    client.socket.socket.sendall(b"\x81\x81\0\0\0\0A" * 2000)
    client.send("PING a")

    assert client.read_until("PONG")
    assert max(len(each.args[1]) for each in read.call_args_list) <= SHARE
    client.close()


@pytest.mark.parametrize("part", EMPTY_LINES)
def test_what_is_said_behind_them_is_heard_in_the_end(start_server, part):
    anna = start_server(flood=FAST).join("anna")

    anna.send_bytes(part * 60_000)
    heard = anna.ask("PRIVMSG anna :hello")

    assert [each.trailing for each in heard] == ["hello"]


def test_a_command_for_many_rooms_costs_more_than_one_for_one(start_server):
    chat = start_server(flood=SLOW)
    eve = chat.join("eve")
    rooms = [",".join(f"#{line}-{room}" for room in range(40)) for line in range(10)]

    eve.send(*(f"JOIN {names}" for names in rooms))

    assert chat.waits_for(lambda: any(each.lines for each in chat.connections()))
    assert len(chat.world.channels) < 200


def test_an_answer_of_many_lines_costs_more_than_one_of_a_few(start_server):
    chat = start_server(flood=SLOW)
    guests = [chat.join(f"guest{number}") for number in range(60)]

    guests[0].send(*["WHO guest0"] * 20)
    guests[1].send(*["WHO *"] * 20)
    for _ in range(20):  # behind a long answer others come first
        chat.takes_a_turn()

    waiting = {it.session.user.nick: len(it.lines) for it in chat.connections()}
    assert 0 < waiting["guest0"] < waiting["guest1"] < 20


def test_whose_lines_take_long_has_others_between_them(chat, mocker):
    work, eve = mocker.spy(Serving, "work"), chat.join("eve")
    chat.server._reactor._serving._monotonic = itertools.count().__next__
    work.reset_mock()

    answers = eve.ask(*["PING x"] * 20)

    assert len(answers) == 20
    assert work.call_count >= 20


def test_what_an_operator_does_to_many_holds_him_up_no_more_than_else(start_server):
    chat = start_server(flood=SLOW, operators=OPERATORS)
    guests = [chat.join(f"guest{number}") for number in range(40)]
    olga = operator_of(chat)

    olga.ask("KLINE guest*!*@*")

    assert commands(olga.ask("WHOIS olga"))[0] == "311"
    assert all(each.read_to_end() for each in guests)


def test_a_line_that_comes_letter_by_letter_is_heard(start_server):
    anna = start_server(flood=FAST).join("anna")

    for letter in "PRIVMSG anna :hello\r\n":
        anna.send_bytes(letter.encode())

    assert [each.trailing for each in anna.roundtrip()] == ["hello"]
