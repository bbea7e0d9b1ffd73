"""Users of accounts who stay without a connection."""

import pytest

from tests.server.account_holders import come_as, make_account, prove
from tests.server.operating import OPERATORS, operator_of
from tests.server.raw_client import commands, lines

MANDATORY = {"scram_iterations": 4096, "always_on": "mandatory"}


@pytest.fixture
def start(start_server):
    """Start a server on which users of accounts stay; Anna has an account."""

    def begin(**accounts):
        chat = start_server(accounts={**MANDATORY, **accounts})
        if not chat.world.accounts:
            make_account(chat, "Anna")
        return chat

    return begin


def leave(client) -> None:
    """Let a client leave, and read until it has."""
    client.send("QUIT")
    client.read_to_end()


def test_who_stays_is_there_without_a_connection(start):
    chat = start()
    bert = chat.join("bert", "away-notify")
    anna = come_as(chat, "Anna")
    anna.ask("JOIN #garden")
    bert.ask("JOIN #garden")

    leave(anna)

    names = [each for each in bert.ask("NAMES #garden") if each.command == "353"]
    assert sorted(names[0].trailing.split()) == ["@Anna", "bert"]
    assert [each.command for each in bert.ask("PRIVMSG Anna :later")] == ["301"]


def test_who_comes_back_finds_his_channels(start):
    chat = start()
    leave_later = come_as(chat, "Anna")
    leave_later.ask("JOIN #garden")
    leave(leave_later)

    anna = chat.connect()
    anna.send("CAP LS 302", "CAP REQ sasl")
    prove(anna, "Anna")
    answers = anna.ask("NICK Anna", "USER a 0 * :Anna", "CAP END")

    joined = [each.params[0] for each in answers if each.command == "JOIN"]
    assert joined == ["#lobby", "#garden"]
    assert "301" not in commands(chat.join("bert").ask("PRIVMSG Anna :hello"))


@pytest.mark.parametrize("policy", ["disabled", "opt-in"])
def test_others_leave_with_their_last_connection(start, policy):
    chat = start(always_on=policy)
    bert = chat.join("bert")
    anna = come_as(chat, "Anna")
    bert.roundtrip()

    leave(anna)

    assert lines(bert.roundtrip()) == [":Anna!Anna@127.0.0.1 QUIT Quit"]


def test_who_stays_is_there_again_after_a_restart(start):
    chat = start()
    anna = come_as(chat, "Anna")
    anna.ask("JOIN #garden", "MODE #garden +m", "TOPIC #garden :Roses")
    anna.ask("MODE Anna +i", "SETNAME :Anna Other")
    chat.stop()

    later = start()
    bert = later.join("bert")
    answers = bert.ask("JOIN #garden", "WHOIS Anna")

    told = {each.command: each for each in answers}
    assert sorted(told["353"].trailing.split()) == ["@Anna", "bert"]
    assert told["332"].trailing == "Roses"
    assert told["330"].params[2] == "Anna"
    assert told["311"].trailing == "Anna Other"
    assert "Anna" in later.join("carl").ask("NAMES #lobby")[0].trailing
    back = come_as(later, "Anna")
    assert commands(back.ask("MODE #garden -m")) == ["MODE"]
    assert back.ask("MODE Anna")[0].params[1] == "+ir"


def test_who_has_changed_his_nick_stays_under_it(start):
    chat = start()
    anna = come_as(chat, "Anna")
    anna.ask("JOIN #garden", "NICK ann")
    chat.stop()

    bert = start().join("bert")

    names = [each for each in bert.ask("NAMES #garden") if each.command == "353"]
    assert names[0].trailing == "@ann"


def test_who_shall_not_stay_any_more_is_gone_after_a_restart(start):
    chat = start()
    come_as(chat, "Anna").roundtrip()
    chat.stop()

    bert = start(always_on="disabled").join("bert")

    assert "401" in commands(bert.ask("WHOIS Anna"))
    assert commands(bert.ask("LUSERS"))[0] == "251"


def test_who_watches_hears_of_coming_once_only(start):
    chat = start()
    bert = chat.join("bert")
    bert.ask("MONITOR + Anna")

    leave(come_as(chat, "Anna"))
    leave(come_as(chat, "Anna"))

    heard = [each for each in bert.roundtrip() if each.command in ("730", "731")]
    assert commands(heard) == ["730"]


def test_an_operator_ends_who_stays_as_well(start_server):
    chat = start_server(accounts=MANDATORY, operators=OPERATORS)
    make_account(chat, "Anna")
    leave(come_as(chat, "Anna"))
    operator = operator_of(chat)

    operator.ask("KILL Anna :enough")

    assert "401" in commands(operator.ask("WHOIS Anna"))
    assert "330" in commands(come_as(chat, "Anna").ask("WHOIS Anna"))
