"""KLINE, DLINE and their inverses: whom the server does not let in."""

import pytest

from server.clock import Clock
from tests.server.operating import OPERATORS, operator_of
from tests.server.raw_client import commands


class PassingTime:
    """A clock's seconds, as far as a test lets them pass."""

    def __init__(self) -> None:
        self.seconds = 1_700_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def server(start_server):
    """A server with an operator."""
    return start_server(operators=OPERATORS)


@pytest.fixture
def from_elsewhere(mocker):
    """Let connections of this machine look like those of others."""
    mocker.patch("server.network.listener.is_this_machine", return_value=False)


def try_to_sign_in(server, nick):
    client = server.connect()
    client.send(f"NICK {nick}", f"USER {nick} 0 * :x")
    return client.read_to_end()


def test_a_mask_keeps_out_whom_it_describes(server):
    olga = operator_of(server)

    olga.ask("KLINE bert*!*@* :Please stay away")
    refused = try_to_sign_in(server, "bertha")
    let_in = server.join("anna")

    assert commands(refused) == ["465", "ERROR"]
    assert refused[0].trailing == "You are banned here: Please stay away"
    assert let_in.roundtrip() == []


def test_sessions_that_a_mask_describes_end(server):
    olga, bert = operator_of(server), server.join("bert")
    olga.roundtrip()

    answers = olga.ask("KLINE bert!*@* :bye", "PING x")
    farewell = bert.read_to_end()

    assert commands(answers) == ["NOTICE", "QUIT", "PONG"]
    assert answers[0].trailing == "bert!*@* is kept out."
    assert commands(farewell)[-2:] == ["KILL", "ERROR"]
    assert farewell[-1].trailing == "Banned (bye)"


def test_a_ban_can_be_lifted(server):
    olga = operator_of(server)
    olga.ask("KLINE bert!*@*")

    answers = olga.ask("UNKLINE BERT!*@*", "UNKLINE bert!*@*")

    assert commands(answers) == ["NOTICE", "FAIL"]
    assert server.join("bert").roundtrip() == []


def test_a_ban_ends_when_its_time_is_over(start_server):
    time = PassingTime()
    server = start_server(clock=Clock(wall=time), operators=OPERATORS)
    olga = operator_of(server)

    answers = olga.ask("KLINE 1h30m bert!*@* :for a while")
    refused = try_to_sign_in(server, "bert")
    time.seconds += 5400

    assert answers[0].trailing == "bert!*@* is kept out for 1h30m."
    assert commands(refused) == ["465", "ERROR"]
    assert server.join("bert").roundtrip() == []


def test_bans_that_have_ended_take_no_place_from_others(start_server, mocker):
    mocker.patch("server.commands.server_bans.MAX_BANS", 2)
    time = PassingTime()
    server = start_server(clock=Clock(wall=time), operators=OPERATORS)
    olga = operator_of(server)
    olga.ask("KLINE 1m bert!*@*", "KLINE anna!*@*")

    full = olga.ask("KLINE cleo!*@*")
    time.seconds += 61
    again = olga.ask("KLINE cleo!*@*")

    assert "as many bans as are allowed" in full[0].trailing
    assert again[0].trailing == "cleo!*@* is kept out."
    assert commands(try_to_sign_in(server, "anna")) == ["465", "ERROR"]


def test_a_number_alone_counts_minutes(server):
    olga = operator_of(server)

    answers = olga.ask("KLINE 90 bert!*@*")

    assert answers[0].trailing == "bert!*@* is kept out for 1h30m."


@pytest.mark.parametrize(
    ("mask", "why"),
    [
        ("*!*@*", "everybody"),
        ("*", "everybody"),
        ("*!*@127.*", "this machine itself"),
        ("olga", "yourself"),
    ],
)
def test_a_mask_that_keeps_too_many_out_is_refused(server, mask, why):
    olga = operator_of(server)

    answers = olga.ask(f"KLINE {mask} :x")

    assert answers[0].params[:2] == ("KLINE", "INVALID_BAN")
    assert why in answers[0].trailing
    assert server.join("anna").roundtrip() == []


def test_an_address_is_kept_out_at_the_door(server, from_elsewhere):
    olga = operator_of(server)
    olga.ask("DLINE 127.0.0.0/8 :x")

    heard = server.connect().read_to_end()

    assert commands(heard) == ["ERROR"]
    assert "banned" in heard[0].trailing


def test_an_address_is_let_in_again(server, from_elsewhere):
    olga = operator_of(server)
    olga.ask("DLINE 127.0.0.1")

    answers = olga.ask("UNDLINE 127.0.0.1")

    assert answers[0].trailing == "127.0.0.1/32 is let in again."
    assert server.join("anna").roundtrip() == []


def test_this_machine_is_let_in_all_the_same(server):
    olga = operator_of(server)

    answers = olga.ask("DLINE 127.0.0.1")

    assert "This machine itself is let in all the same." in answers[0].trailing
    assert server.join("anna").roundtrip() == []


def test_sessions_from_a_network_end_but_the_operators_own(server, mocker):
    mocker.patch("server.commands.server_bans.is_here", return_value=False)
    olga, bert, unknown = operator_of(server), server.join("bert"), server.connect()
    unknown.send("PING x")
    unknown.read()
    olga.roundtrip()

    heard = olga.ask("DLINE 127.0.0.0/8 :bye", "PING x")

    assert commands(heard) == ["NOTICE", "QUIT", "PONG"]
    assert bert.read_to_end()[-1].trailing == "Banned (bye)"
    assert commands(unknown.read_to_end()) == ["ERROR"]


def test_what_is_no_address_is_refused(server):
    olga = operator_of(server)

    answers = olga.ask("DLINE bert :x")

    assert answers[0].params[:2] == ("DLINE", "INVALID_BAN")


def test_bans_outlive_a_restart(start_server):
    first = start_server(operators=OPERATORS)
    operator_of(first).ask("KLINE bert!*@* :Please stay away", "KLINE 1 anna!*@*")
    first.stop()

    second = start_server(operators=OPERATORS)
    refused = try_to_sign_in(second, "bert")

    assert refused[0].trailing == "You are banned here: Please stay away"


def test_a_ban_that_was_lifted_is_lifted_after_a_restart(start_server):
    first = start_server(operators=OPERATORS)
    operator_of(first).ask("KLINE bert!*@*", "UNKLINE bert!*@*")
    first.stop()

    second = start_server(operators=OPERATORS)

    assert second.join("bert").roundtrip() == []


def test_a_ban_that_the_disk_refuses_is_none_and_ends_nobody(server):
    olga, bert = operator_of(server), server.join("bert")
    olga.roundtrip()
    server.writes("DROP TABLE server_bans")

    answers = olga.ask("KLINE bert!*@*")

    assert answers[0].params[:2] == ("KLINE", "STORAGE_FAILING")
    assert bert.roundtrip() == []
    assert commands(olga.ask("STATS k")) == ["219"]


def test_stats_list_bans_for_operators_only(server):
    olga, anna = operator_of(server), server.join("anna")
    olga.ask("KLINE bert!*@* :bye", "DLINE 192.0.2.0/24 :net")

    told = olga.ask("STATS k", "STATS d", "STATS o")
    refused = anna.ask("STATS k", "STATS d", "STATS o")

    assert commands(told) == ["216", "219", "225", "219", "243", "219"]
    assert told[0].params[2:] == ("bert!*@*", "root", "bye")
    assert told[2].params[2:] == ("192.0.2.0/24", "root", "net")
    assert commands(refused) == ["481"] * 3
