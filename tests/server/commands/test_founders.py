"""A room that an account has made keeps its founder and outlives its members."""

import pytest

from server.world.accounts import AccountEdited
from tests.server.account_holders import come_as, make_account
from tests.server.raw_client import commands
from tests.server.running import RunningServer
from tests.server.specifications.happenings import let_do

HISTORY = "batch draft/chathistory message-tags server-time"


@pytest.fixture
def start(start_server):
    """Start a server on which Anna has an account."""

    def begin() -> RunningServer:
        chat = start_server(accounts={"scram_iterations": 4096})
        if not chat.world.accounts:
            make_account(chat, "Anna")
        return chat

    return begin


def ranks_in(client, room: str) -> list[str]:
    """Give who is in a room, with their signs."""
    told = [each for each in client.ask(f"NAMES {room}") if each.command == "353"]
    return sorted(told[0].trailing.split())


def test_an_accounts_room_is_there_when_nobody_is_in_it(start):
    chat = start()
    anna = come_as(chat, "Anna", "", HISTORY)
    anna.ask("JOIN #garden", "TOPIC #garden :Roses", "PRIVMSG #garden :seeds")
    anna.ask("PART #garden")

    answers = chat.join("bert").ask("JOIN #garden")
    anna.ask("JOIN #garden")

    assert [each.trailing for each in answers if each.command == "332"] == ["Roses"]
    assert ranks_in(anna, "#garden") == ["@Anna", "bert"]
    told = anna.ask("CHATHISTORY LATEST #garden * 10")
    assert [each.trailing for each in told if each.command == "PRIVMSG"] == ["seeds"]


def test_a_guests_room_is_not(start):
    chat = start()
    chat.join("bert").ask("JOIN #garden", "TOPIC #garden :Roses", "PART #garden")

    assert "332" not in commands(chat.join("carl").ask("JOIN #garden"))


def test_it_outlives_a_restart_with_its_founder(start):
    chat = start()
    come_as(chat, "Anna").ask("JOIN #garden", "MODE #garden +i", "PART #garden")
    chat.stop()

    later = start()
    refused = later.join("bert").ask("JOIN #garden")
    anna = come_as(later, "Anna", nick="annie")
    anna.ask("JOIN #garden")

    assert commands(refused) == ["473"]
    assert ranks_in(anna, "#garden") == ["@annie"]


def test_who_is_there_hears_that_its_founder_looks_after_it(start):
    chat = start()
    anna, bert = come_as(chat, "Anna"), chat.join("bert")
    anna.ask("JOIN #garden")
    bert.ask("JOIN #garden")
    anna.ask("PART #garden")
    bert.roundtrip()

    anna.ask("JOIN #garden")

    heard = [(each.command, each.params[1:]) for each in bert.roundtrip()]
    assert heard == [("JOIN", ()), ("MODE", ("+o", "Anna"))]


def test_nobody_keeps_its_founder_out(start):
    chat = start()
    anna, bert = come_as(chat, "Anna"), chat.join("bert")
    anna.ask("JOIN #garden")
    bert.ask("JOIN #garden")
    anna.ask("MODE #garden +o bert")
    bert.ask("KICK #garden Anna", "MODE #garden +bik *!*@* secret")

    anna.ask("JOIN #garden")

    assert ranks_in(anna, "#garden") == ["@Anna", "@bert"]


def test_it_ends_with_its_account(start):
    chat = start()
    come_as(chat, "Anna").ask("JOIN #garden", "TOPIC #garden :Roses", "PART #garden")
    account = chat.world.accounts["anna"]
    bert = chat.join("bert")

    let_do(chat, "bert", lambda context: context.commit(AccountEdited(account, None)))

    assert "332" not in commands(bert.ask("JOIN #garden"))
    assert ranks_in(bert, "#garden") == ["@bert"]


def test_chanserv_makes_an_operator_with_an_account_the_owner(start):
    chat = start()
    bert, anna = chat.join("bert"), come_as(chat, "Anna")
    bert.ask("JOIN #garden")
    anna.ask("JOIN #garden")

    early = anna.ask("PRIVMSG ChanServ :register #garden")
    bert.ask("MODE #garden +o Anna")
    anna.roundtrip()
    claimed = anna.ask("PRIVMSG chanserv :Register #garden")
    chat.stop()
    later = start()
    anna = come_as(later, "Anna")
    anna.ask("JOIN #garden")

    assert commands(early) == ["482"]
    assert claimed[0].params == ("#garden", "+q", "Anna")
    assert ranks_in(anna, "#garden") == ["~Anna"]


def test_chanserv_takes_nothing_from_others(start):
    chat = start()
    make_account(chat, "Bert")
    anna, bert, carl = come_as(chat, "Anna"), come_as(chat, "Bert"), chat.join("carl")
    anna.ask("JOIN #garden", "MODE #garden -nt")
    bert.ask("JOIN #garden")
    anna.ask("MODE #garden +o Bert")
    bert.roundtrip()
    carl.ask("JOIN #carl")

    refused = bert.ask("CS REGISTER #garden", "CHANSERV DANCE")
    guests = carl.ask("CS REGISTER #carl")

    assert [each.trailing for each in (*refused, *guests)] == [
        "This channel belongs to another account.",
        "REGISTER #channel: be its owner for good, whoever else is there.",
        "Sign in to your account first.",
    ]
