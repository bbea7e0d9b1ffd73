"""INVITATION: what operators make, and whom it lets in."""

import pytest

from server.clock import Clock
from tests.server.account_holders import come_as, make_account, prove
from tests.server.commands.invited import (
    PassingTime,
    come_by,
    host_of,
    make,
    refusal_of,
    try_to_come,
)
from tests.server.operating import OPERATORS, operator_of
from tests.server.raw_client import commands
from tests.server.running import RunningServer


@pytest.fixture
def server(start_server) -> RunningServer:
    """A server that lets in only who is invited."""
    return start_server(server={"invited_only": True}, operators=OPERATORS)


def test_without_an_invitation_nobody_comes_in_where_one_is_needed(server):
    numeric, sentence = try_to_come(server, "anna")

    assert numeric == "464"
    assert "Ask somebody who is there for an invitation" in sentence


def test_an_operator_comes_in_before_anybody_and_is_one_from_the_beginning(server):
    host = host_of(server)

    assert host.ask("MODE olga")[0].params[1] == "+os"


def test_who_comes_with_one_more_client_is_an_operator_with_all_of_them(server):
    first = host_of(server)
    first.send("REGISTER * * :correct horse")
    first.read_until("900")
    first.ask("MODE olga -o")

    second = server.connect()
    second.send("CAP LS 302", "CAP REQ :sasl", "OPER root correct-horse")
    prove(second, "olga", "correct horse")
    second.send("NICK olga", "USER olga 0 * :x", "CAP END")
    second.read_until("422")

    assert second.ask("INVITATION LIST")[-1].params[0] == "END"
    assert "+o" in [each.params[-1][:2] for each in first.read_until("MODE")]


def test_a_wrong_operators_password_lets_nobody_in(server):
    client = server.connect()
    client.send("OPER root wrong", "NICK eve", "USER eve 0 * :x")

    assert commands(client.read_to_end()) == ["464", "464", "ERROR"]


def test_a_token_lets_its_holders_in(server):
    _, token = make(host_of(server))

    anna, bert = come_by(server, "anna", token), come_by(server, "bert", token)

    assert anna.roundtrip()[-1].command == "JOIN"
    assert bert.roundtrip() == []


def test_a_token_lets_in_past_the_servers_password(start_server):
    server = start_server(server={"password": "sesame"}, operators=OPERATORS)
    host = server.connect().register("olga", password="sesame")
    host.ask("OPER root correct-horse")
    _, token = make(host)

    assert come_by(server, "anna", token).roundtrip() == []
    assert try_to_come(server, "bert", "PASS wrong")[0] == "464"


def test_a_token_that_nobody_made_is_refused(server):
    sentence = refusal_of(server, "eve", "guessed")

    assert sentence.startswith("This invitation is not known here.")


def test_an_invitation_that_was_taken_back_is_refused(server):
    host = host_of(server)
    number, token = make(host)

    answer = host.ask(f"INVITATION REVOKE {number}")

    assert answer[0].params == ("REVOKED", number)
    assert "was taken back" in refusal_of(server, "anna", token)
    assert host.ask(f"INVITATION REVOKE {number}")[0].params[1] == "UNKNOWN_INVITATION"


def test_an_invitation_expires(start_server):
    time = PassingTime()
    only = {"invited_only": True}
    server = start_server(Clock(wall=time), server=only, operators=OPERATORS)
    _, token = make(host_of(server), "* * 2h")
    come_by(server, "anna", token)

    time.seconds += 7200

    assert "has expired" in refusal_of(server, "bert", token)
    assert "has expired" in refusal_of(server, "Anna_", token)


def test_an_invitation_is_used_up_by_people_and_not_by_their_connections(server):
    host = host_of(server)
    _, token = make(host, "* 1")
    for _ in range(2):
        anna = come_by(server, "anna", token)
        anna.send("QUIT")
        anna.read_to_end()

    assert "as many people as it was made for" in refusal_of(server, "bert", token)
    assert come_by(server, "ANNA", token).roundtrip() == []


def test_who_makes_an_account_of_his_nick_is_no_second_person(server):
    host = host_of(server)
    _, token = make(host, "* 1")
    anna = come_by(server, "anna", token)
    anna.send("REGISTER * * :correct horse")
    anna.read_until("900")
    anna.send("QUIT")
    anna.read_to_end()

    again = server.connect()
    again.send("CAP LS 302", "CAP REQ :sasl", f"PASS :invite:{token}")
    prove(again, "anna")
    again.send("NICK anna", "USER anna 0 * :x", "CAP END")

    assert again.read_until("422", "464")[-1].command == "422"
    again.send("QUIT")
    again.read_to_end()
    assert "as many people" in refusal_of(server, "anna_", token)


def test_an_account_needs_no_invitation_and_a_stale_one_does_not_harm_it(server):
    host = host_of(server)
    told = [host.ask(f"INVITATION ONLY {word}") for word in ("off", "on")]
    tokens = [it.params[1] for each in told for it in each if it.command == "005"]
    assert tokens == ["-chatapp/INVITED", "chatapp/INVITED"]
    host.ask("INVITATION ONLY off")
    make_account(server, "Anna")
    host.ask("INVITATION ONLY on")

    client = server.connect()
    client.send("CAP LS 302", "CAP REQ :sasl", "PASS :invite:long-gone")
    prove(client, "Anna")
    client.send("NICK Anna", "USER anna 0 * :x", "CAP END")

    assert client.read_until("422", "464")[-1].command == "422"
    assert come_as(server, "Anna").roundtrip() == []


def test_no_account_can_be_made_before_one_is_let_in(server):
    client = server.connect()

    answers = client.ask("NICK eve", "REGISTER * * :correct horse")

    assert answers[0].params[:2] == ("REGISTER", "COMPLETE_CONNECTION_REQUIRED")


def test_where_everybody_may_come_a_stale_invitation_keeps_out_no_guest_it_had(
    start_server,
):
    server = start_server(operators=OPERATORS)
    host = operator_of(server)
    number, token = make(host)
    come_by(server, "anna", token).send("QUIT")
    host.read_until("QUIT")
    host.ask(f"INVITATION REVOKE {number}")

    assert come_by(server, "anna", token).roundtrip() == []
    assert "was taken back" in refusal_of(server, "bert", token)


def test_the_list_tells_how_many_came_and_how_long_it_holds(server):
    host = host_of(server)
    _, token = make(host, "#class 30 2h")
    come_by(server, "anna", token)
    host.roundtrip()

    entry, end = host.ask("INVITATION LIST")

    assert entry.params[:5] == ("ENTRY", "1", "#class", "1", "30")
    assert entry.params[5].endswith("Z")
    assert entry.trailing == "root"
    assert end.params == ("END", "on")


@pytest.mark.parametrize(
    "words", ["MAKE class", "MAKE * none", "MAKE * 0", "MAKE * * soon", "x", "ONLY"]
)
def test_what_is_not_written_as_it_should_be_is_refused(server, words):
    answer = host_of(server).ask(f"INVITATION {words}")

    assert answer[0].params[:2] == ("INVITATION", "INVALID_PARAMS")


def test_only_operators_make_invitations(chat):
    assert commands(chat.join("anna").ask("INVITATION MAKE")) == ["481"]


def test_the_other_operators_read_who_invites_and_never_the_token(server):
    host, other = host_of(server), host_of(server, "otto")
    host.roundtrip()
    other.roundtrip()

    number, token = make(host)
    told = other.read()

    assert told.trailing == f"root has made invitation {number}."
    assert token not in told.trailing
