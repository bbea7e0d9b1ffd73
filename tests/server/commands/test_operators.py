"""Operators of the server: https://modern.ircdocs.horse/#operator-messages"""

import logging

import pytest

from server.settings.operator_settings import OperatorSettings
from server.settings.password_keys import hash_password
from tests.server.operating import operator_of
from tests.server.raw_client import commands, lines

HASHED = hash_password("correct-horse", bytes(16))
OPERATORS = (
    OperatorSettings("root", "correct-horse"),
    OperatorSettings("vera", HASHED),
)


@pytest.fixture
def server(start_server):
    """A server that has two operators."""
    return start_server(operators=OPERATORS)


@pytest.mark.parametrize("name", ["root", "vera"])
def test_who_knows_the_password_becomes_an_operator(server, name):
    anna = server.join("anna")

    answers = anna.ask(f"OPER {name} correct-horse", "MODE anna")

    assert lines(answers) == [
        ":anna!anna@127.0.0.1 MODE anna +os",
        ":chatapp.local 381 anna :You are an operator of this server now.",
        ":chatapp.local 221 anna +os",
    ]


@pytest.mark.parametrize("words", ["root wrong", "vera wrong", "nobody correct-horse"])
def test_who_does_not_know_it_is_refused(server, words):
    anna = server.join("anna")

    answers = anna.ask(f"OPER {words}", "MODE anna")

    assert commands(answers) == ["464", "221"]
    assert answers[1].params[1] == "+"


def test_oper_needs_a_name_and_a_password(server):
    anna = server.join("anna")

    assert commands(anna.ask("OPER root")) == ["461"]


def test_who_guesses_too_often_is_sent_away(server):
    anna = server.join("anna")

    anna.send(*["OPER root wrong"] * 5)

    assert commands(anna.read_to_end()) == ["464"] * 5 + ["ERROR"]


def test_an_operator_can_become_a_user_again(server):
    olga = operator_of(server)

    answers = olga.ask("MODE olga -o", "MODE olga", "KILL olga")

    assert lines(answers[:2]) == [
        ":olga!olga@127.0.0.1 MODE olga -os",
        ":chatapp.local 221 olga +",
    ]
    assert answers[2].command == "481"


@pytest.mark.parametrize(
    "line",
    ["KILL bert :x", "KILL", "WALLOPS :x", "KLINE bert", "DLINE 192.0.2.1"],
)
def test_others_may_not_do_what_operators_do(server, line):
    bert, anna = server.join("bert"), server.join("anna")
    bert.roundtrip()

    answers = anna.ask(line)

    assert commands(answers) == ["481"]
    assert bert.roundtrip() == []


def test_kill_ends_a_users_connection_and_says_who_and_why(server):
    olga, bert = operator_of(server), server.join("bert")
    olga.roundtrip()

    heard = olga.ask("KILL bert :Please behave")
    farewell = bert.read_to_end()

    assert lines(heard) == [":bert!bert@127.0.0.1 QUIT :Killed (root (Please behave))"]
    assert lines(farewell)[-2:] == [
        ":olga!olga@127.0.0.1 KILL bert :Please behave",
        "ERROR :Killed (root (Please behave))",
    ]


def test_kill_needs_no_reason(server):
    olga, bert = operator_of(server), server.join("bert")

    olga.send("KILL bert")

    assert commands(bert.read_to_end())[-2:] == ["KILL", "ERROR"]


def test_kill_of_nobody_and_of_the_server_is_refused(server):
    olga = operator_of(server)

    assert commands(olga.ask("KILL nobody", "KILL chatapp.local")) == ["401", "483"]


def test_an_operator_can_kill_himself(server):
    olga = operator_of(server)

    olga.send("KILL olga :enough")

    assert commands(olga.read_to_end()) == ["KILL", "ERROR"]


def test_wallops_are_heard_by_who_wants_to(server):
    olga, wants, other = operator_of(server), server.join("wim"), server.join("otto")
    wants.ask("MODE wim +w")
    other.roundtrip()
    olga.roundtrip()

    own = olga.ask("WALLOPS :hello all")

    assert own == []
    assert lines(wants.roundtrip()) == [
        ":olga!olga@127.0.0.1 WALLOPS :hello all",
    ]
    assert commands(other.roundtrip()) == []


def test_operators_hear_what_other_operators_do(server):
    olga, vera = operator_of(server), server.join("vera")

    vera.ask("OPER vera correct-horse")
    told = olga.roundtrip()

    assert told[-1].source == "chatapp.local"
    assert told[-1].params == ("olga", "vera is an operator now, as vera.")


def test_each_act_stands_in_the_log_without_passwords(server, caplog):
    caplog.set_level(logging.INFO, "server.commands.audit")
    olga, bert = operator_of(server), server.join("bert")
    bert.ask("OPER root wr0ng-secret")

    olga.ask("KILL bert :secret reason")

    records = [each for each in caplog.records if each.name == "server.commands.audit"]
    acts = [record.fields["act"] for record in records]
    assert acts == ["oper", "oper-refused", "kill"]
    assert records[2].fields["operator"] == "root"
    assert "wr0ng" not in caplog.text
    assert "secret" not in str([record.fields for record in records])


def test_an_operator_moderates_the_channels_of_the_server(server):
    bert, olga = server.join("bert"), operator_of(server)
    bert.roundtrip()

    answers = olga.ask(
        "TOPIC #lobby :news", "MODE #lobby +mi", "KICK #lobby bert :bye", "JOIN #lobby"
    )

    assert commands(answers) == ["TOPIC", "MODE", "KICK"]
    assert commands(bert.roundtrip()) == ["TOPIC", "MODE", "KICK"]


def test_an_operator_can_come_back_into_a_channel_of_the_server(server):
    olga = operator_of(server)
    olga.ask("MODE #lobby +ik key", "MODE #lobby +b *!*@*", "PART #lobby")

    answers = olga.ask("JOIN #lobby")

    assert answers[0].command == "JOIN"


def test_a_channel_that_people_made_is_theirs(server):
    bert, olga = server.join("bert"), operator_of(server)
    bert.ask("JOIN #own")
    olga.ask("JOIN #own")

    assert commands(olga.ask("TOPIC #own :mine", "MODE #own +m")) == ["482", "482"]


def test_a_password_cannot_be_guessed_over_many_connections(start_server):
    server = start_server(operators=OPERATORS, accounts={"max_login_attempts": 2})
    for number in range(2):
        server.join(f"guest{number}").ask("OPER root wrong")

    refused = server.join("anna").ask("OPER root correct-horse")

    assert commands(refused) == ["464"]
    assert refused[0].trailing.startswith("Too many wrong passwords were given.")
