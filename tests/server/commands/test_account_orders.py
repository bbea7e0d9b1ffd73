"""What who looks after the server does to accounts."""

import pytest

from chatapp.wire.message import Message
from tests.server.account_holders import PASSWORD, come_as, make_account, prove
from tests.server.raw_client import commands, lines
from tests.server.running import RunningServer

SECONDS = 30.0


@pytest.fixture
def chat(start_server) -> RunningServer:
    """A server on which Anna has an account."""
    server = start_server(accounts={"scram_iterations": 4096})
    make_account(server, "Anna")
    return server


def order(chat: RunningServer, verb: str, *words: str) -> list[str]:
    """Give an order, and what is answered: codes of failures, or sentences."""
    answer = chat.server.order(Message(f"ACCOUNT-{verb}", words), SECONDS)
    assert answer is not None
    return [
        each.params[1] if each.command == "FAIL" else each.trailing for each in answer
    ]


def test_an_account_is_added_with_any_password(chat):
    password = "long and with spaces " * 40

    told = order(chat, "ADD", "Dora", password)

    assert told == ["The account Dora is there now."]
    assert "903" in commands(prove(chat.connect(), "dora", password))


def test_what_cannot_be_an_account_is_refused(chat):
    assert order(chat, "ADD", "Dora", "short") == ["WEAK_PASSWORD"]
    assert order(chat, "ADD", "anna", PASSWORD) == ["ACCOUNT_EXISTS"]
    assert order(chat, "ADD", "#dora", PASSWORD) == ["BAD_ACCOUNT_NAME"]
    assert order(chat, "ADD", "Dora", "bell\x07 and bell") == ["UNACCEPTABLE_PASSWORD"]
    assert order(chat, "PASSWD", "Nobody", PASSWORD) == ["NO_SUCH_ACCOUNT"]


def test_the_accounts_are_listed(chat):
    make_account(chat, "Bert")
    order(chat, "SUSPEND", "Bert")
    come_as(chat, "Anna")

    anna, bert = order(chat, "LIST")

    assert anna.startswith("Anna, since ")
    assert anna.endswith("here now")
    assert bert.endswith("suspended")


def test_a_forgotten_password_is_replaced(chat):
    order(chat, "PASSWD", "Anna", "another password")

    assert "903" in commands(prove(chat.connect(), "Anna", "another password"))
    assert "904" in commands(prove(chat.connect(), "Anna", PASSWORD))


def test_a_suspended_account_is_sent_away_until_it_is_resumed(chat):
    anna = come_as(chat, "Anna")

    order(chat, "SUSPEND", "Anna")
    gone = anna.read_to_end()
    refused = prove(chat.connect(), "Anna")
    order(chat, "RESUME", "Anna")

    assert gone[-1].command == "ERROR"
    assert commands(refused) == ["902"]
    assert "903" in commands(prove(chat.connect(), "Anna"))


def test_who_stays_without_a_connection_goes_with_his_account(start_server):
    accounts = {"scram_iterations": 4096, "always_on": "mandatory"}
    chat = start_server(accounts=accounts)
    make_account(chat, "Anna")
    anna, bert = come_as(chat, "Anna"), chat.join("bert")
    anna.send("QUIT")
    anna.read_to_end()
    bert.roundtrip()

    order(chat, "DELETE", "Anna")

    assert lines(bert.roundtrip()) == [
        ":Anna!Anna@127.0.0.1 QUIT :The account was deleted."
    ]
    assert commands(bert.ask("NICK Anna")) == ["NICK"]


def test_who_is_signed_in_to_an_account_that_is_deleted_is_a_guest(chat):
    anna = come_as(chat, "Anna", "", "account-notify")

    order(chat, "DELETE", "Anna")

    assert commands(anna.roundtrip()) == ["ACCOUNT", "901"]
    assert "904" in commands(prove(chat.connect(), "Anna"))
    assert order(chat, "LIST") == ["There are no accounts."]


def test_a_deleted_account_is_gone_after_a_restart_too(chat, start_server):
    order(chat, "DELETE", "Anna")
    chat.stop()

    later = start_server(accounts={"scram_iterations": 4096})

    assert order(later, "LIST") == ["There are no accounts."]
