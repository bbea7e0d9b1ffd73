"""The outbox: what is written is sent, confirmed or refused."""

import pytest

from chatapp.models.entities import Delivery, MessageKind
from chatapp.models.events import (
    MessageAdded,
    MessageReplaced,
    RequestRefused,
)
from chatapp.wire.message import Message


def test_a_message_stands_in_the_history_before_the_server_has_it(lobby):
    lobby.network.say("#lobby", "hello")

    message = lobby.network.history("#lobby")[-1]
    assert (message.text, message.delivery) == ("hello", Delivery.SENT)
    assert message.mine
    assert lobby.told(MessageAdded)[-1].message == message
    assert lobby.network.history("#lobby").confirmed_count == 1


@pytest.mark.parametrize(
    "echo",
    [
        "@label={label};msgid=m1 :noor!u@h PRIVMSG #lobby :hello",
        "@+chatapp/id={id};msgid=m1 :noor!u@h PRIVMSG #lobby :hello",
        "@msgid=m1 :noor!u@h PRIVMSG #lobby :hello",
    ],
)
def test_the_echo_confirms_it_by_label_by_id_or_by_its_words(lobby, echo):
    lobby.network.say("#lobby", "hello")
    sent = Message.parse(lobby.wire.take_sent()[0])

    lobby.wire.feed(echo.format(label=sent.tags["label"], id=sent.tags["+chatapp/id"]))

    history = lobby.network.history("#lobby")
    confirmed = lobby.told(MessageReplaced)[-1]
    assert [line.text for line in history][1:] == ["hello"]
    assert confirmed.new.delivery is Delivery.CONFIRMED
    assert confirmed.key == lobby.told(MessageAdded)[-1].message.key
    assert history.confirmed_count == len(history)


def test_what_others_say_meanwhile_comes_before_what_is_not_confirmed(lobby):
    lobby.network.say("#lobby", "mine")
    lobby.wire.feed(":Ann!a@h PRIVMSG #lobby :hers")
    assert lobby.texts() == ["hers", "mine"]

    lobby.wire.feed(":noor!u@h PRIVMSG #lobby :mine")

    assert lobby.texts() == ["hers", "mine"]


def test_the_servers_order_holds_for_ones_own_messages_too(lobby):
    for text in ("one", "two"):
        lobby.network.say("#lobby", text)

    lobby.wire.feed(
        ":noor!u@h PRIVMSG #lobby :two",
        ":Ann!a@h PRIVMSG #lobby :hers",
        ":noor!u@h PRIVMSG #lobby :one",
    )

    assert lobby.texts() == ["two", "hers", "one"]


def test_a_message_the_server_refuses_fails_with_the_reason(lobby):
    lobby.network.say("#lobby", "hello")
    sent = Message.parse(lobby.wire.take_sent()[0])

    lobby.wire.feed(f"@label={sent.tags['label']} :s 404 noor #lobby :No")

    failed = lobby.network.history("#lobby")[-1]
    assert (failed.delivery, failed.problem) == (
        Delivery.FAILED,
        "You cannot write in #lobby now.",
    )
    assert not lobby.told(RequestRefused)


def test_a_failed_message_can_be_sent_again_as_the_same(lobby):
    lobby.network.say("#lobby", "hello")
    first = Message.parse(lobby.wire.take_sent()[0])
    lobby.wire.feed(":s 404 noor #lobby :No")
    key = lobby.network.history("#lobby")[-1].key

    lobby.network.unsent.retry(key)

    second = Message.parse(lobby.wire.take_sent()[0])
    assert second.tags["+chatapp/id"] == first.tags["+chatapp/id"]
    assert second.tags["label"] != first.tags["label"]
    assert lobby.network.history("#lobby")[-1].delivery is Delivery.SENT


def test_a_failed_message_can_be_given_up(lobby):
    lobby.network.say("#lobby", "hello")
    lobby.wire.feed(":s 404 noor #lobby :No")
    key = lobby.network.history("#lobby")[-1].key

    lobby.network.unsent.drop(key)
    lobby.network.unsent.drop(key)

    assert lobby.texts() == []
    assert lobby.told(MessageReplaced)[-1] == MessageReplaced("#lobby", key, None)


def test_a_message_of_several_lines_becomes_several(lobby):
    lobby.network.say("#lobby", "one\r\ntwo\n\nthree\0")

    assert lobby.texts() == ["one", "two", "three"]


def test_a_long_message_becomes_several(lobby):
    lobby.network.say("#lobby", "word " * 300)

    texts = lobby.texts()
    assert len(texts) > 1
    assert "".join(texts) == "word " * 300


def test_an_action_is_sent_and_confirmed_as_one(lobby):
    lobby.network.say("#lobby", "waves", MessageKind.ACTION)
    lobby.wire.feed(":noor!u@h PRIVMSG #lobby :\x01ACTION waves\x01")

    message = lobby.network.history("#lobby")[-1]
    assert (message.kind, message.delivery) == (
        MessageKind.ACTION,
        Delivery.CONFIRMED,
    )


def test_words_to_a_room_that_is_not_open_are_only_sent(lobby):
    lobby.network.say("#elsewhere", "hello")

    assert lobby.wire.take_sent() == ["PRIVMSG #elsewhere hello"]
    assert [room.name for room in lobby.network.rooms()] == ["#lobby"]


def test_a_message_one_sent_from_elsewhere_is_shown_too(lobby):
    lobby.wire.feed(":noor!u@h PRIVMSG #lobby :from my telephone")

    message = lobby.network.history("#lobby")[-1]
    assert message.mine
    assert message.delivery is Delivery.CONFIRMED


@pytest.mark.parametrize(
    "line",
    [
        ":s 401 noor ghost :No such nick",
        ":s 442 noor #lobby :Not on channel",
        "@label=other :s 404 noor #lobby :No",
        ":s 412 noor :No text",
    ],
)
def test_a_refusal_of_something_else_leaves_messages_alone(lobby, line):
    lobby.network.say("#lobby", "hello")

    lobby.wire.feed(line)

    assert lobby.network.history("#lobby")[-1].delivery is Delivery.SENT
    assert len(lobby.told(RequestRefused)) == 1
