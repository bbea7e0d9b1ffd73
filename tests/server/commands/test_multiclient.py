"""Several connections of one account are one user."""

import pytest

from tests.server.account_holders import come_as, make_account, prove
from tests.server.raw_client import commands, lines
from tests.server.running import RunningServer

TAGS = "message-tags server-time"


@pytest.fixture
def chat(start_server) -> RunningServer:
    """A server on which Anna has an account."""
    server = start_server(accounts={"scram_iterations": 4096})
    make_account(server, "Anna")
    return server


def settled(*clients) -> None:
    """Read what has come to these so far."""
    for client in clients:
        client.roundtrip()


def test_a_second_connection_is_welcomed_as_the_same_user(chat):
    first, watcher = come_as(chat, "Anna", nick="ann"), chat.join("bert")
    first.ask("JOIN #garden", "TOPIC #garden :Roses")
    second = chat.connect()

    second.ask("CAP LS 302", "NICK ann", "USER x 0 * :Other")
    prove(second, "Anna")
    answers = second.ask("CAP END")

    told = [each for each in answers if each.command in ("001", "JOIN", "332", "353")]
    assert [each.command for each in told] == [
        "001",
        "JOIN",
        "353",
        "JOIN",
        "332",
        "353",
    ]
    assert [each.params[0] for each in told][::3] == ["ann", "#garden"]
    assert told[1].source == "ann!ann@127.0.0.1"
    assert watcher.roundtrip() == []
    assert first.roundtrip() == []


def test_each_hears_what_the_other_does(chat):
    one, two = come_as(chat, "Anna"), come_as(chat, "Anna")
    settled(one, two)

    one.ask("JOIN #garden", "TOPIC #garden :Roses", "PART #garden")
    one.ask("NICK ann")

    heard = [each for each in two.roundtrip() if each.source == "Anna!Anna@127.0.0.1"]
    assert commands(heard) == ["JOIN", "TOPIC", "PART", "NICK"]


def test_a_channel_that_one_enters_is_shown_to_the_other(chat):
    bert = chat.join("bert")
    bert.ask("JOIN #garden", "TOPIC #garden :Roses")
    one, two = come_as(chat, "Anna"), come_as(chat, "Anna")
    settled(one, two)

    one.ask("JOIN #garden")

    assert commands(two.roundtrip()) == ["JOIN", "332", "333", "353", "366"]


def test_each_hears_what_is_said_once_and_by_one_msgid(chat):
    one, two = come_as(chat, "Anna", "", TAGS), come_as(chat, "Anna", "", TAGS)
    plain = come_as(chat, "Anna", "", "server-time")
    bert = chat.join("bert", "echo-message message-tags")
    settled(one, two, plain)

    (echo,) = bert.ask("PRIVMSG #lobby :hello")

    (first,), (second,), (third,) = one.roundtrip(), two.roundtrip(), plain.roundtrip()
    assert first.tags == second.tags
    assert first.tags["msgid"] == echo.tags["msgid"]
    assert third.tags.keys() == {"time"}


def test_what_one_says_the_other_hears_as_well(chat):
    one, two = come_as(chat, "Anna", "", TAGS), come_as(chat, "Anna", "", TAGS)
    bert = chat.join("bert", "message-tags")
    settled(one, two)

    assert one.ask("PRIVMSG #lobby :to all", "PRIVMSG bert :to you") == []

    told = two.roundtrip()
    assert [each.params for each in told] == [("#lobby", "to all"), ("bert", "to you")]
    assert told[1].tags["msgid"] == bert.roundtrip()[-1].tags["msgid"]


def test_an_answer_goes_to_who_asked_only(chat):
    one, two = come_as(chat, "Anna"), come_as(chat, "Anna")
    settled(one, two)

    one.ask("WHOIS Anna", "LIST", "PRIVMSG nobody :x")

    assert two.roundtrip() == []


def test_nobody_sees_one_of_several_leave(chat):
    bert = chat.join("bert")
    one, two = come_as(chat, "Anna"), come_as(chat, "Anna")
    settled(bert)

    one.send("QUIT :gone")
    one.read_to_end()
    still = (bert.roundtrip(), two.roundtrip())
    two.send("QUIT :all gone")
    two.read_to_end()

    assert still == ([], [])
    assert lines(bert.roundtrip()) == [":Anna!Anna@127.0.0.1 QUIT :Quit: all gone"]


def test_a_kick_and_modes_concern_all_of_them(chat):
    one, two = come_as(chat, "Anna"), come_as(chat, "Anna")
    bert = chat.join("bert")
    bert.ask("JOIN #garden")
    one.ask("JOIN #garden")
    settled(one, two)

    bert.ask("MODE #garden +v Anna", "KICK #garden Anna")
    one.ask("MODE Anna +i")

    assert commands(two.roundtrip()) == ["MODE", "KICK", "MODE"]
    assert commands(two.ask("PART #garden")) == ["442"]


def test_another_account_does_not_become_the_same_user(chat):
    make_account(chat, "Bert")
    come_as(chat, "Anna", nick="ann")
    other = chat.connect()

    other.ask("CAP LS 302", "NICK ann", "USER x 0 * :Other")
    prove(other, "Bert")

    assert commands(other.ask("CAP END")) == ["433"]


def test_an_account_may_be_here_under_two_nicks(chat):
    come_as(chat, "Anna", nick="ann")
    other = come_as(chat, "Anna", nick="annie")

    answers = other.ask("WHOIS ann", "WHOIS annie")

    assert [each.params[2] for each in answers if each.command == "330"] == ["Anna"] * 2


def test_who_has_taken_another_nick_is_found_under_the_accounts_name(chat):
    first = come_as(chat, "Anna")
    first.ask("NICK ann")
    second = chat.connect()

    second.ask("CAP LS 302", "NICK Anna", "USER x 0 * :Other")
    prove(second, "Anna")
    answers = second.ask("CAP END")

    assert [each.params[0] for each in answers if each.command == "001"] == ["ann"]
    assert first.roundtrip() == []


def test_two_who_come_at_the_same_time_are_one(chat):
    first, second = chat.connect(), chat.connect()
    for client in (first, second):
        client.ask("CAP LS 302", "NICK ann", "USER ann 0 * :Ann")
        prove(client, "Anna")

    first.ask("CAP END")
    second.ask("CAP END")

    assert len(chat.world.user("ann").sessions) == 2


def test_one_is_away_only_when_all_of_them_are(chat):
    one, two = come_as(chat, "Anna"), come_as(chat, "Anna")
    bert = chat.join("bert", "away-notify")

    one.ask("AWAY :at the phone")
    first = commands(bert.ask("PRIVMSG Anna :there?"))
    two.ask("AWAY :at lunch")
    second = bert.ask("PRIVMSG Anna :there?")
    one.ask("AWAY")
    third = commands(bert.roundtrip())

    assert first == []
    assert [(each.command, each.trailing) for each in second] == [
        ("AWAY", "at lunch"),
        ("301", "at lunch"),
    ]
    assert third == ["AWAY"]


def test_a_nick_that_was_given_up_for_ones_other_self_is_free(chat):
    one, second = come_as(chat, "Anna"), chat.connect()

    second.ask("CAP LS 302", "NICK teacher", "USER x 0 * :Other")
    prove(second, "Anna")
    second.ask("NICK Anna", "CAP END")
    settled(one)

    assert chat.world.holder("teacher") is None
    assert chat.join("teacher").ask("PING 1")[0].command == "PONG"
