"""NICKSERV: accounts for clients without SASL."""

import pytest

from tests.server.account_holders import PASSWORD, come_as, make_account, prove
from tests.server.raw_client import commands
from tests.server.running import RunningServer


@pytest.fixture
def chat(start_server) -> RunningServer:
    """A server on which Anna has an account."""
    server = start_server(accounts={"scram_iterations": 4096})
    make_account(server, "Anna", "horse-battery")
    return server


def answers(client, *words: str) -> list[str]:
    """Ask NickServ, and give what it answers."""
    told = client.ask(f"PRIVMSG NickServ :{' '.join(words)}")
    return [each.trailing for each in told if each.command == "NOTICE"]


def test_who_has_no_sasl_signs_in_with_words(chat):
    client = chat.join("bert")

    wrong = client.ask("NS IDENTIFY Anna horse")
    right = client.ask("PRIVMSG nickserv :identify Anna horse-battery")

    assert commands(wrong) == ["904"]
    assert commands(right) == ["900", "903"]
    assert right[0].params[2] == "Anna"


def test_an_account_is_made_of_the_nick(chat):
    client = chat.join("bert")

    made = client.ask("NICKSERV REGISTER long-enough bert@example.org")

    assert commands(made) == ["REGISTER", "900"]
    assert answers(client, "REGISTER long-enough") == [
        "You are signed in to an account already."
    ]


def test_a_password_is_changed_by_who_knows_the_old_one(chat):
    client = come_as(chat, "Anna", password="horse-battery")

    wrong = answers(client, "PASSWD horse-butter new-password")
    short = answers(client, "PASSWD horse-battery new")
    right = answers(client, "PASSWD horse-battery new-password")

    assert wrong == ["The first one is not your password. Nothing was changed."]
    assert short == ["Please choose a longer password, of at least 8 characters."]
    assert right == ["The account Anna has another password now."]
    assert "903" in commands(prove(chat.connect(), "Anna", "new-password"))
    assert "904" in commands(prove(chat.connect(), "Anna", "horse-battery"))


def test_a_changed_password_outlives_a_restart(chat, start_server):
    client = come_as(chat, "Anna", password="horse-battery")
    answers(client, "PASSWD horse-battery new-password")
    chat.stop()

    later = start_server(accounts={"scram_iterations": 4096})

    assert "903" in commands(prove(later.connect(), "Anna", "new-password"))


def test_who_signs_out_is_a_guest_again(chat):
    client = come_as(chat, "Anna", password="horse-battery")

    told = client.ask("NS LOGOUT")

    assert commands(told) == ["901", "NOTICE"]
    assert "330" not in commands(client.ask("WHOIS Anna"))
    assert answers(client, "LOGOUT") == ["Sign in to your account first."]


def test_an_owner_chooses_to_stay_without_a_connection(chat):
    bert = chat.join("bert")
    anna = come_as(chat, "Anna", password="horse-battery")
    bert.roundtrip()

    told = answers(anna, "set always-on true")
    anna.send("QUIT")
    anna.read_to_end()
    stayed = commands(bert.roundtrip())
    anna = come_as(chat, "Anna", password="horse-battery")
    answers(anna, "SET ALWAYS-ON OFF")
    anna.send("QUIT")
    anna.read_to_end()

    assert told == ["ALWAYS-ON is TRUE now."]
    assert stayed == []
    assert commands(bert.roundtrip()) == ["QUIT"]


def test_an_owner_chooses_one_connection_at_a_time(chat):
    anna = come_as(chat, "Anna", nick="ann", password="horse-battery")
    answers(anna, "SET MULTICLIENT OFF")
    other = chat.connect()

    other.ask("CAP LS 302", "NICK ann", "USER a 0 * :Ann")
    prove(other, "Anna", "horse-battery")
    refused = other.ask("CAP END")
    answers(anna, "SET MULTICLIENT ON")

    assert commands(refused) == ["433"]
    assert other.ask("NICK ann")[0].command == "001"


def test_only_operators_make_accounts_for_others(chat):
    assert commands(chat.join("bert").ask("NS SAREGISTER carl long-enough")) == ["481"]


def test_what_is_not_known_or_not_whole_is_told_kindly(chat):
    client = chat.join("bert")

    assert answers(client, "DANCE") == ["That is not known here. HELP tells what is."]
    assert answers(client, "PASSWD one") == [
        "Something is missing: PASSWD old new: change your password."
    ]
    assert len(answers(client, "HELP")) == 7
    assert answers(client, "SET ALWAYS-ON YES") == ["Sign in to your account first."]


def test_a_password_to_nickserv_is_kept_nowhere(chat):
    client = chat.join("bert")

    client.ask(f"PRIVMSG NickServ :IDENTIFY Anna {PASSWORD}")

    rows = chat.reader._connection.execute("SELECT text FROM messages")
    assert [text for (text,) in rows if PASSWORD in text] == []


@pytest.mark.parametrize(
    ("password", "error", "told"),
    [
        ("no-\x07bell-here", None, "This password has characters that cannot be used."),
        ("new-password", MemoryError, "The server could not do this."),
    ],
)
def test_why_a_password_was_not_changed_is_told(chat, mocker, password, error, told):
    client = come_as(chat, "Anna", password="horse-battery")
    if error:
        keeper = chat.services.credentials
        mocker.patch.object(type(keeper), "keys_of", side_effect=error)

    (answer,) = answers(client, f"PASSWD horse-battery {password}")

    assert answer.startswith(told)
