"""An account's nick is its own."""

import re

import pytest

from tests.server.account_holders import add_account, come_as, make_account, prove
from tests.server.raw_client import commands, lines
from tests.server.running import RunningServer

FOREIGN_ANNA, FOREIGN_BERT = "\u0410nna", "b\u0435rt"  # with Cyrillic letters


@pytest.fixture
def chat(start_server) -> RunningServer:
    """A server on which Anna has an account."""
    server = start_server(accounts={"scram_iterations": 4096})
    make_account(server, "Anna")
    return server


def test_a_guest_does_not_get_the_nick_of_an_account(chat):
    client = chat.connect()

    at_the_door = client.ask("NICK anna", "USER anna 0 * :Not Anna")
    inside = chat.join("bert").ask("NICK ANNA")

    assert commands(at_the_door) == ["433"]
    assert lines(inside) == [
        (
            ":chatapp.local 433 bert ANNA :This name belongs to an account. "
            "Sign in to it, or choose another name."
        )
    ]


def test_who_proves_the_account_gets_its_nick(chat):
    client = chat.connect()

    client.ask("CAP LS 302", "CAP REQ sasl", "NICK anna", "USER anna 0 * :Anna")
    prove(client, "Anna")
    answers = client.ask("CAP END")

    assert answers[0].command == "001"
    assert answers[0].params[0] == "anna"


def test_who_proves_nothing_is_refused_at_the_end_of_cap(chat):
    client = chat.connect()

    early = client.ask("CAP LS 302", "NICK anna", "USER anna 0 * :Anna")
    late = client.ask("CAP END")

    assert "433" not in commands(early)
    assert commands(late) == ["433"]
    assert client.ask("NICK bert")[0].command == "001"


def test_a_guest_is_renamed_kindly_when_the_owner_comes(chat):
    guest = chat.join("dora")
    watcher = chat.join("bert")
    guest.roundtrip()
    add_account(chat, "Dora")

    owner = come_as(chat, "Dora")

    renamed, notice, *_ = guest.roundtrip()
    assert lines([renamed]) == lines(watcher.roundtrip())[:1]
    assert re.fullmatch(r"Guest\d+", renamed.params[0])
    assert notice.params[0] == renamed.params[0]
    assert "its owner is here now" in notice.trailing
    assert "330" in commands(owner.ask("WHOIS Dora"))


def test_an_owner_who_is_here_takes_his_nick_back(chat):
    add_account(chat, "Dora")
    owner = come_as(chat, "Dora", nick="bert")
    add_account(chat, "Egon")
    other = come_as(chat, "Egon", nick="carl")

    owner.roundtrip()
    refused = other.ask("NICK dora")
    taken = owner.ask("NICK Dora")

    assert commands(refused) == ["433"]
    assert lines(taken) == [":bert!bert@127.0.0.1 NICK Dora"]


def test_somebody_at_the_door_loses_the_nick_to_its_owner(chat):
    client = chat.connect()
    client.ask("NICK dora")
    add_account(chat, "Dora")

    come_as(chat, "Dora")

    assert commands(client.ask("USER dora 0 * :Dora")) == ["433"]


def test_a_ghost_of_ones_own_ends_at_once(start_server):
    accounts = {"scram_iterations": 4096, "multiclient": False}
    chat = start_server(accounts=accounts)
    make_account(chat, "Anna")
    ghost, watcher = come_as(chat, "Anna"), chat.join("bert")

    anna = come_as(chat, "Anna")

    assert ghost.read_to_end()[-1].command == "ERROR"
    assert commands(watcher.roundtrip())[:2] == ["QUIT", "JOIN"]
    assert "330" in commands(anna.ask("WHOIS Anna"))


def test_nobody_is_called_like_the_server_itself(chat):
    assert commands(chat.join("bert").ask("NICK nickserv")) == ["433"]


def test_nobody_takes_a_nick_that_looks_like_an_accounts(chat):
    """https://www.unicode.org/reports/tr39/#Confusable_Detection"""
    client = chat.connect()

    at_the_door = client.ask(f"NICK {FOREIGN_ANNA}", "USER anna 0 * :Not Anna")
    inside = chat.join("bert").ask(f"NICK {FOREIGN_ANNA}")

    assert commands(at_the_door) == ["433"]
    assert lines(inside) == [
        (
            f":chatapp.local 433 bert {FOREIGN_ANNA} :This name looks like Anna, which "
            "belongs to somebody else. Please choose a name that nobody takes for "
            "another."
        )
    ]


def test_nobody_takes_a_nick_that_looks_like_somebody_who_is_here(chat):
    bert, carl = chat.join(FOREIGN_BERT), chat.join("carl")

    assert commands(carl.ask("NICK Bert")) == ["433"]

    bert.ask("NICK dora")
    carl.roundtrip()
    assert commands(carl.ask("NICK Bert")) == ["NICK"]


def test_a_nick_that_looks_like_ones_own_can_be_taken(chat):
    anna = come_as(chat, "Anna")

    assert commands(anna.ask(f"NICK {FOREIGN_ANNA}")) == ["NICK"]
    assert commands(anna.ask("NICK bert", f"NICK {FOREIGN_BERT}")) == ["NICK", "NICK"]


def test_nobody_looks_like_the_server(chat):
    client = chat.join("bert")

    assert commands(client.ask("NICK NickS\u0435rv")) == ["433"]


def test_an_account_has_no_name_that_looks_like_another(chat):
    client = chat.connect()
    client.send("CAP LS 302", f"NICK {FOREIGN_ANNA}", "REGISTER * * :correct horse")

    refusal = client.read_until("FAIL")[-1]

    assert refusal.params[:2] == ("REGISTER", "USERNAME_EXISTS")
