"""A guest comes after another: with the same nick, user name and address."""

import pytest

from tests.security.test_hidden import EVERYTHING
from tests.server.raw_client import commands
from tests.server.specifications.happenings import log_in

EDITED = "+chatapp/edit"


@pytest.fixture
def carl(chat):
    """Somebody who hears all of it."""
    return chat.join("carl", EVERYTHING)


def come(chat, nick, username="anna"):
    """Give a guest with this nick and this user name."""
    client = chat.connect()
    client.nick = nick
    client.send(f"CAP REQ :{EVERYTHING}", f"NICK {nick}", f"USER {username} 0 * :x")
    client.send("CAP END")
    client.read_until("422", "376")
    client.roundtrip()
    return client


def say(client):
    """Say something, and give its id."""
    told = client.ask("PRIVMSG #lobby :my words")
    return next(each.tags["msgid"] for each in told if each.command == "PRIVMSG")


def leave(client):
    client.send("QUIT")
    client.read_to_end()


def try_both(client, carl, msgid):
    """Edit a message and take it back; give what carl heard, and the answer."""
    carl.roundtrip()
    client.ask(f"@{EDITED}={msgid} PRIVMSG #lobby :never said")
    told = client.ask(f"REDACT #lobby {msgid}")
    edits = [each for each in carl.roundtrip() if EDITED in each.tags]
    return bool(edits), told[-1].params[1] == "REDACT_FORBIDDEN"


def test_the_next_guest_of_a_nick_has_no_say_in_the_last_ones_words(chat, carl):
    anna = come(chat, "anna")
    msgid = say(anna)
    leave(anna)

    assert try_both(come(chat, "anna"), carl, msgid) == (False, True)


def test_nor_has_who_was_there_before_and_takes_the_nick_then(chat, carl):
    eve, anna = come(chat, "eve"), come(chat, "anna")
    msgid = say(anna)
    leave(anna)
    eve.ask("NICK anna")

    assert try_both(eve, carl, msgid) == (False, True)


def test_nor_has_who_makes_an_account_of_the_nick(chat, carl):
    """What the account edits is no guest's: windows see by whom each of them is."""
    anna = come(chat, "anna")
    msgid = say(anna)
    leave(anna)
    again = come(chat, "anna")
    log_in(chat, "anna", "anna")

    assert try_both(again, carl, msgid)[1]


@pytest.mark.parametrize("nick", ["anna", "ANNA"])
def test_a_guest_who_stays_has(chat, carl, nick):
    anna = come(chat, "anna")
    msgid = say(anna)
    anna.ask(f"NICK {nick}")
    carl.roundtrip()

    anna.ask(f"@{EDITED}={msgid} PRIVMSG #lobby :edited")

    assert any(EDITED in each.tags for each in carl.roundtrip())
    assert "REDACT" in commands(anna.ask(f"REDACT #lobby {msgid}"))


def test_a_guest_who_makes_an_account_takes_back_what_he_said_before(chat):
    anna = come(chat, "anna")
    msgid = say(anna)
    log_in(chat, "anna", "anna")

    assert "REDACT" in commands(anna.ask(f"REDACT #lobby {msgid}"))
