"""The conversations of the rooms rail."""

import pytest

from chatapp.models.entities import ChatMessage, MessageKind, RoomKind
from chatapp.models.rooms import conversations as module
from chatapp.models.rooms.conversations import Conversations
from chatapp.wire.names import fold_with
from tests.chatapp.models.fakes import NOON


@pytest.fixture
def conversations():
    conversations = Conversations()
    conversations.open("bob", RoomKind.DIRECT)
    conversations.open("#lobby", RoomKind.CHANNEL)
    return conversations


def names(conversations):
    return [conversation.name for conversation in conversations.all()]


def test_channels_come_first(conversations):
    assert names(conversations) == ["#lobby", "bob"]


def test_a_conversation_is_found_as_the_server_compares_names(conversations):
    conversations.open("a[]", RoomKind.DIRECT)
    assert conversations.find("A{}") is None

    conversations.compare_with(fold_with("rfc1459"))

    assert conversations.find("A{}").name == "a[]"
    assert conversations.find("#LOBBY").name == "#lobby"


def test_a_renamed_conversation_keeps_its_place(conversations):
    conversations.open("zoe", RoomKind.DIRECT)

    assert conversations.rename("bob", "Robert")

    assert names(conversations) == ["#lobby", "Robert", "zoe"]


def test_a_conversation_may_change_its_case(conversations):
    assert conversations.rename("bob", "BOB")
    assert names(conversations) == ["#lobby", "BOB"]


@pytest.mark.parametrize(
    ("old", "new"), [("#lobby", "x"), ("nobody", "x"), ("bob", "zoe")]
)
def test_what_cannot_be_renamed_stays(conversations, old, new):
    conversations.open("zoe", RoomKind.DIRECT)

    assert not conversations.rename(old, new)
    assert names(conversations) == ["#lobby", "bob", "zoe"]


def test_there_is_a_limit_to_what_others_can_open(conversations, mocker):
    mocker.patch.object(module, "MOST_CONVERSATIONS", 2)

    assert conversations.open("zoe", RoomKind.DIRECT) is None


@pytest.mark.parametrize(
    ("kind", "mine", "counts"),
    [
        (MessageKind.TEXT, False, True),
        (MessageKind.ACTION, False, True),
        (MessageKind.NOTICE, False, True),
        (MessageKind.TEXT, True, False),
        (MessageKind.CHANGE, False, False),
        (MessageKind.LOCAL, False, False),
    ],
)
def test_only_what_is_to_be_read_counts(conversations, kind, mine, counts):
    message = ChatMessage("k", "#lobby", "Ann", "x", NOON, kind, mine=mine)

    assert conversations.find("#lobby").count(message) is counts


def test_a_closed_conversation_is_gone(conversations):
    conversations.close("BOB")

    assert conversations.close("bob") is None
    assert names(conversations) == ["#lobby"]
