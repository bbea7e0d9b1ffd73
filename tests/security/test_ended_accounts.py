"""What an account that was suspended or deleted leaves to others: nothing."""

from contextlib import closing

import pytest

from chatapp.wire.message import Message
from server.storage.schema import open_for_reading
from tests.server.account_holders import come_as, make_account, prove
from tests.server.raw_client import commands, lines

NEW = "another horse"
READING = (
    "batch draft/chathistory draft/message-redaction echo-message message-tags "
    "soju.im/search"
)
LONG_AGO, ONE_DAY = "2020-01-01T00:00:00.000Z", "2200-01-01T00:00:00.000Z"


@pytest.fixture
def begin(start_server):
    """Start a server, anew with what the last one has kept."""
    return lambda: start_server(accounts={"scram_iterations": 4096})


@pytest.fixture
def chat(begin):
    """A server on which anna has an account."""
    server = begin()
    make_account(server, "anna")
    return server


def order(chat, verb):
    """Do something to the account of anna, as who looks after the server."""
    assert chat.server.order(Message(f"ACCOUNT-{verb}", ("anna",)), 30.0)


def account_of(client, nick):
    """Give the account to which somebody is signed in."""
    told = client.ask(f"WHOIS {nick}")
    return next((each.params[2] for each in told if each.command == "330"), None)


def proved(chat, nick):
    """Give a client that has proved to be anna, and has not signed in yet."""
    client = chat.connect()
    client.send("CAP LS 302", *([f"NICK {nick}"] if nick else []))
    assert "903" in commands(prove(client, "anna"))
    return client


@pytest.mark.parametrize("nick", ["", "zed"])
def test_who_is_suspended_does_not_come_in_by_what_he_proved_before(chat, nick):
    client = proved(chat, nick)

    order(chat, "SUSPEND")

    assert commands(client.read_to_end())[-1] == "ERROR"


@pytest.mark.parametrize("nick", ["", "zed"])
def test_nor_does_who_proved_an_account_that_is_deleted_have_the_next(chat, nick):
    client = proved(chat, nick)

    order(chat, "DELETE")
    make_account(chat, "anna", NEW)
    client.ask("NICK zed", "USER x 0 * :x", "CAP END")

    assert account_of(client, "zed") is None


@pytest.fixture
def talk(chat):
    """What anna said to bert, who is still there; her account is another's now."""
    make_account(chat, "bert")
    anna, bert = come_as(chat, "anna", capabilities=READING), come_as(chat, "bert")
    said = anna.ask("PRIVMSG bert :a whisper", "PRIVMSG #lobby :said to all")
    bert.ask("PRIVMSG anna :a whisper back")
    order(chat, "DELETE")
    anna.send("QUIT")
    anna.read_to_end()
    return [each.tags["msgid"] for each in said if each.command == "PRIVMSG"]


def read_talk(client):
    """Give what somebody finds of anna's and bert's talk."""
    other = "bert" if client.nick == "anna" else "anna"
    told = client.ask(
        f"CHATHISTORY LATEST {other} * 10",
        f"CHATHISTORY BETWEEN {other} timestamp={LONG_AGO} timestamp={ONE_DAY} 10",
        f"CHATHISTORY TARGETS timestamp={LONG_AGO} timestamp={ONE_DAY} 10",
        "SEARCH text=whisper",
        f"SEARCH in={other};text=whisper",
    )
    return [line for line in lines(told) if "whisper" in line or f"S {other} " in line]


def come_anew(chat):
    """Give somebody else who has made an account of this name."""
    make_account(chat, "anna", NEW)
    return come_as(chat, "anna", password=NEW, capabilities=READING)


def test_the_next_account_of_a_name_reads_nothing_that_was_said_to_the_last(chat, talk):
    assert read_talk(come_anew(chat)) == []


def test_the_other_one_reads_it_until_there_is_another_of_the_name(chat, talk):
    bert = come_as(chat, "bert", nick="bert2", capabilities=READING)

    before = read_talk(bert)
    come_anew(chat)

    assert any("a whisper back" in line for line in before)
    assert read_talk(bert) == []


def test_the_next_takes_back_nothing_that_the_last_said(chat, talk):
    again = come_anew(chat)

    told = again.ask(f"REDACT bert {talk[0]}", f"REDACT #lobby {talk[1]}")

    assert [each.params[1] for each in told] == ["UNKNOWN_MSGID", "REDACT_FORBIDDEN"]


def test_the_next_edits_nothing_that_the_last_said(chat, talk):
    """What names an edit of another's words is heard as words of its own."""
    again, carl = come_anew(chat), chat.join("carl", READING)

    own = again.ask("PRIVMSG #lobby :my own")[0].tags["msgid"]
    again.ask(
        f"@+chatapp/edit={talk[1]} PRIVMSG #lobby :never said",
        f"@+chatapp/edit={own} PRIVMSG #lobby :my own, edited",
    )

    heard = [each for each in carl.roundtrip() if each.command == "PRIVMSG"]
    assert [each.tags.get("+chatapp/edit") for each in heard] == [None, None, own]


def test_what_the_next_says_itself_is_its_own(chat, talk):
    again = come_anew(chat)
    msgid = again.ask("PRIVMSG bert :a new whisper")[0].tags["msgid"]

    assert len(read_talk(again)) == 5
    assert commands(again.ask(f"REDACT bert {msgid}")) == ["REDACT"]


def test_that_outlives_a_restart_and_then_the_words_are_deleted(chat, talk, begin):
    make_account(chat, "anna", NEW)
    chat.stop()

    later = begin()
    told = read_talk(come_as(later, "anna", password=NEW, capabilities=READING))

    assert told == []
    query = "SELECT count(*) FROM messages WHERE text LIKE '%whisper%'"
    with closing(open_for_reading(later.path)) as history:
        assert later.waits_for(lambda: history.execute(query).fetchone() == (0,))
