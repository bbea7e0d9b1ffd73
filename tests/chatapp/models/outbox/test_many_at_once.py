"""Many messages at once: some are out, the others wait and can be taken back."""

import pytest

from chatapp.models.entities import Delivery
from chatapp.models.rooms.requests import MOST_ON_THEIR_WAY
from chatapp.wire.message import Message

MANY = MOST_ON_THEIR_WAY + 5


@pytest.fixture
def busy(lobby):
    for number in range(MANY):
        lobby.network.say("#lobby", f"line {number}")
    return lobby


def said(lobby) -> list[Message]:
    sent = map(Message.parse, lobby.wire.sent)
    return [message for message in sent if message.command == "PRIVMSG"]


def echo(lobby, message: Message) -> None:
    label, words = message.tags["label"], message.trailing
    lobby.wire.feed(f"@label={label};msgid=m{label} :noor!u@h PRIVMSG #lobby :{words}")


def waiting(lobby) -> list[str]:
    history = lobby.network.history("#lobby")
    return [line.key for line in history if line.delivery is Delivery.WAITING]


def test_some_are_out_and_the_others_wait(busy):
    assert len(said(busy)) == MOST_ON_THEIR_WAY
    assert len(waiting(busy)) == 5


def test_each_that_is_confirmed_lets_the_next_one_out_in_order(busy):
    for number in range(MANY):
        echo(busy, said(busy)[number])

    assert [each.trailing for each in said(busy)] == [f"line {n}" for n in range(MANY)]
    assert not waiting(busy)


def test_one_that_is_refused_lets_the_next_one_out(busy):
    label = said(busy)[0].tags["label"]

    busy.wire.feed(f"@label={label} :s 404 noor #lobby :Cannot send to channel")

    assert len(said(busy)) == MOST_ON_THEIR_WAY + 1


def test_what_waits_holds_up_nobody_else(busy):
    busy.network.open_direct("ann")

    busy.network.say("ann", "the house is on fire")

    assert said(busy)[-1].trailing == "the house is on fire"


def test_what_waits_can_be_discarded(busy):
    first, second, *_others = waiting(busy)

    busy.network.unsent.drop(first)
    left = waiting(busy)
    busy.network.unsent.drop_waiting(second)

    assert left[0] == second
    assert not waiting(busy)
    assert len(said(busy)) == MOST_ON_THEIR_WAY


def test_what_is_written_offline_goes_out_a_few_at_a_time(lobby):
    lobby.wire.end()
    for number in range(MANY):
        lobby.network.say("#lobby", f"line {number}")

    lobby.reconnect()
    lobby.wire.open()
    lobby.welcome()
    lobby.enter()
    lobby.give_page("#lobby")

    assert len(said(lobby)) == MOST_ON_THEIR_WAY
