"""What accounts say to each other is kept for them."""

import pytest

from chatapp.wire.message import Message
from tests.server.account_holders import come_as, make_account
from tests.server.raw_client import DEADLINE_SECONDS, RawClient

HISTORY = "batch draft/chathistory message-tags server-time"
SETTINGS = {"scram_iterations": 4096}


@pytest.fixture
def start(start_server):
    """Start a server on which Anna and Bert have accounts."""

    def begin(**accounts):
        chat = start_server(accounts={**SETTINGS, **accounts})
        if not chat.world.accounts:
            make_account(chat, "Anna")
            make_account(chat, "Bert")
        return chat

    return begin


def leave(client: RawClient) -> None:
    """Let a client leave, and read until it has."""
    client.send("QUIT")
    client.read_to_end()


def said_with(client: RawClient, nick: str) -> list[str]:
    """Give what one said to somebody and heard from him."""
    client.roundtrip()
    answers = client.ask(f"CHATHISTORY LATEST {nick} * 50")
    return [each.trailing for each in answers if each.command == "PRIVMSG"]


def talks_of(client: RawClient) -> list[str]:
    """Give with whom one talked, and where."""
    moments = "timestamp=2000-01-01T00:00:00.000Z timestamp=2100-01-01T00:00:00.000Z"
    answers = client.ask(f"CHATHISTORY TARGETS {moments} 50")
    return [each.params[1] for each in answers if each.command == "CHATHISTORY"]


def test_a_talk_of_accounts_outlives_their_connections(start):
    chat = start()
    anna, bert = come_as(chat, "Anna"), come_as(chat, "Bert")
    anna.ask("PRIVMSG Bert :one")
    bert.ask("PRIVMSG Anna :two")
    leave(anna)
    leave(bert)

    anna = come_as(chat, "Anna", "", HISTORY)

    assert said_with(anna, "Bert") == ["one", "two"]
    assert talks_of(anna) == ["Bert"]


def test_a_talk_of_accounts_outlives_the_server(start):
    chat = start()
    anna, bert = come_as(chat, "Anna"), come_as(chat, "Bert", nick="bertie")
    anna.ask("PRIVMSG bertie :one")
    bert.roundtrip()
    chat.stop()

    later = start()
    bert = come_as(later, "Bert", "", HISTORY)

    assert said_with(bert, "Anna") == ["one"]
    assert talks_of(bert) == ["Anna"]


def test_what_comes_while_one_stays_without_a_connection_is_kept(start):
    chat = start(always_on="mandatory")
    leave(come_as(chat, "Anna"))
    guest = chat.join("carl")
    guest.ask("PRIVMSG Anna :for later")
    leave(guest)

    anna = come_as(chat, "Anna", "", HISTORY)

    assert said_with(anna, "carl") == ["for later"]
    assert talks_of(anna) == ["carl"]


def test_the_next_guest_of_a_nick_reads_nothing_of_it(start):
    chat = start()
    anna, guest = come_as(chat, "Anna"), chat.join("carl")
    guest.ask("PRIVMSG Anna :mine")
    leave(guest)

    other = chat.join("carl", HISTORY)

    assert said_with(other, "Anna") == []
    assert "mine" in [each.trailing for each in anna.roundtrip()]


def test_what_accounts_say_is_not_deleted_after_a_restart(start):
    chat = start()
    anna, bert = come_as(chat, "Anna"), come_as(chat, "Bert")
    carl, dora = chat.join("carl"), chat.join("dora")
    anna.ask("PRIVMSG Bert :kept")
    carl.ask("PRIVMSG dora :not kept")
    bert.roundtrip()
    dora.roundtrip()
    chat.stop()

    later = start()
    reader = come_as(later, "Anna", "", HISTORY)
    query = "SELECT text FROM messages WHERE instr(text, 'kept')"
    execute = later.reader._connection.execute
    assert later.waits_for(lambda: execute(query).fetchall() == [("kept",)])

    assert said_with(reader, "Bert") == ["kept"]


def test_what_one_said_as_a_guest_is_the_accounts_that_one_makes(start):
    chat = start()
    bert, guest = come_as(chat, "Bert", "", HISTORY), chat.join("carl", HISTORY)
    dora = chat.join("dora", HISTORY)
    guest.ask("PRIVMSG Bert :one", "PRIVMSG dora :to you", "PRIVMSG carl :to me")
    bert.ask("PRIVMSG carl :two")

    guest.ask("REGISTER * * :long enough")
    bert.ask("PRIVMSG carl :three")

    assert said_with(guest, "Bert") == ["one", "two", "three"]
    assert said_with(bert, "carl") == ["one", "two", "three"]
    assert said_with(guest, "carl") == ["to me"]
    assert said_with(dora, "carl") == ["to you"]


def test_it_is_still_there_after_a_restart(start):
    chat = start()
    bert, guest = come_as(chat, "Bert"), chat.join("carl")
    guest.ask("PRIVMSG Bert :one", "REGISTER * * :long enough")
    bert.roundtrip()
    chat.stop()

    bert = come_as(start(), "Bert", "", HISTORY)

    assert talks_of(bert) == ["carl"]
    assert said_with(bert, "carl") == ["one"]


def test_who_has_a_deleted_accounts_name_next_reads_nothing_of_it(start):
    chat = start()
    anna, bert = come_as(chat, "Anna", "", HISTORY), come_as(chat, "Bert", "", HISTORY)
    anna.ask("PRIVMSG Bert :my secret")
    bert.ask("PRIVMSG Anna :and mine")
    leave(anna)

    deletion = Message("ACCOUNT-DELETE", ("Anna",))
    assert chat.server.order(deletion, DEADLINE_SECONDS)
    make_account(chat, "Anna")
    stranger = come_as(chat, "Anna", "", HISTORY)

    assert said_with(stranger, "Bert") == []
    assert talks_of(stranger) == talks_of(bert) == []


def test_a_deleted_account_takes_no_other_talks_with_it(start):
    chat = start()
    anna, bert = come_as(chat, "Anna", "", HISTORY), come_as(chat, "Bert", "", HISTORY)
    make_account(chat, "Cleo")
    come_as(chat, "Cleo").ask("PRIVMSG Bert :from Cleo")
    anna.ask("PRIVMSG Bert :from Anna")

    deletion = Message("ACCOUNT-DELETE", ("Anna",))
    assert chat.server.order(deletion, DEADLINE_SECONDS)

    assert said_with(bert, "Cleo") == ["from Cleo"]
