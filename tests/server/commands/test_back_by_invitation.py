"""Who was let into a channel that takes only the invited, and comes back to it."""

import pytest

from chatapp.wire.message import Message
from tests.server.account_holders import come_as, make_account
from tests.server.raw_client import DEADLINE_SECONDS, RawClient, commands
from tests.server.running import RunningServer


@pytest.fixture
def start(start_server):
    """Start a server on which Anna and Bert have accounts."""

    def begin() -> RunningServer:
        chat = start_server(accounts={"scram_iterations": 4096})
        if not chat.world.accounts:
            make_account(chat, "Anna")
            make_account(chat, "Bert")
        return chat

    return begin


def host_of(chat: RunningServer) -> RawClient:
    """Give Anna, whose room takes only who is invited."""
    anna = come_as(chat, "Anna")
    anna.ask("JOIN #class", "MODE #class +i")
    return anna


def bring_in(host: RawClient, client: RawClient) -> RawClient:
    """Give a client that has been invited, and is in the room."""
    host.ask(f"INVITE {client.nick} #class")
    assert "JOIN" in commands(client.ask("JOIN #class"))
    return client


def lose(client: RawClient) -> None:
    client.send("QUIT")
    client.read_to_end()


def outcome(client: RawClient) -> str:
    return commands(client.ask("JOIN #class"))[0]


def test_an_account_comes_back_as_often_as_its_connection_was_lost(start):
    chat = start()
    bert = bring_in(host_of(chat), come_as(chat, "Bert"))

    for _ in range(2):
        lose(bert)
        bert = come_as(chat, "Bert", "elbert")

        assert outcome(bert) == "JOIN"


def test_a_guest_does_not_for_anybody_could_have_his_nick(start):
    chat = start()
    lose(bring_in(host_of(chat), chat.join("carl")))

    assert outcome(chat.join("carl")) == "473"


@pytest.mark.parametrize("end", ["PART #class", "JOIN 0"])
def test_who_has_left_needs_another_invitation(start, end):
    chat = start()
    bert = bring_in(host_of(chat), come_as(chat, "Bert"))
    bert.ask(end)
    lose(bert)

    assert outcome(come_as(chat, "Bert")) == "473"


def test_so_does_who_was_put_out(start):
    chat = start()
    anna = host_of(chat)
    bert = bring_in(anna, come_as(chat, "Bert"))
    anna.ask("KICK #class Bert")
    lose(bert)

    assert outcome(come_as(chat, "Bert")) == "473"


def test_so_does_who_was_there_while_everybody_might_come(start):
    chat = start()
    anna = host_of(chat)
    anna.ask("MODE #class -i")
    lose(bring_in(anna, come_as(chat, "Bert")))
    anna.ask("MODE #class +i")

    assert outcome(come_as(chat, "Bert")) == "473"


def test_a_ban_takes_it_back(start):
    chat = start()
    anna = host_of(chat)
    lose(bring_in(anna, come_as(chat, "Bert")))
    anna.ask("MODE #class +b a:Bert")

    assert outcome(come_as(chat, "Bert")) == "474"


@pytest.mark.parametrize("is_there_at_the_end", [True, False])
def test_it_holds_over_restarts_also_for_who_comes_long_after(
    start, is_there_at_the_end
):
    chat = start()
    bert = bring_in(host_of(chat), come_as(chat, "Bert"))
    if not is_there_at_the_end:
        lose(bert)
    for _ in range(2):
        chat.stop()
        chat = start()
        chat.reactor.errands.end_return_time()
        rooms = chat.world.channels
        assert chat.waits_for(lambda rooms=rooms: not rooms["#class"].awaited)

    assert outcome(come_as(chat, "Bert")) == "JOIN"


def test_it_goes_with_the_channel_to_another_name(start):
    chat = start()
    anna = host_of(chat)
    lose(bring_in(anna, come_as(chat, "Bert")))
    anna.ask("CAP REQ :draft/channel-rename", "RENAME #class #school")
    chat.stop()

    bert = come_as(start(), "Bert")

    assert commands(bert.ask("JOIN #school"))[0] == "JOIN"


@pytest.mark.parametrize("restarts", [False, True])
@pytest.mark.parametrize("is_there", [False, True])
def test_it_ends_with_the_account_whoever_has_the_next_of_that_name(
    start, is_there, restarts
):
    chat = start()
    bert = bring_in(host_of(chat), come_as(chat, "Bert"))
    if not is_there:
        lose(bert)
    chat.server.order(Message("ACCOUNT-DELETE", ("Bert",)), DEADLINE_SECONDS)
    if is_there:
        lose(bert)
    if restarts:
        chat.stop()
        chat = start()
    make_account(chat, "Bert")

    assert outcome(come_as(chat, "Bert")) == "473"
