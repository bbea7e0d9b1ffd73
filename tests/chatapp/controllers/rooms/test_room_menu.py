"""What the menu of a room offers, with a mocked view and network."""

from collections.abc import Callable

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.rooms.room_menu import HOUR, RoomMenuController, RoomMenuView
from chatapp.models.entities import Attention, Room, RoomKind
from tests.chatapp.controllers.fakes import NOON, choose, labels


@pytest.fixture
def closed() -> list[str]:
    return []


@pytest.fixture
def exported() -> list[str]:
    return []


@pytest.fixture
def read() -> list[str]:
    return []


@pytest.fixture
def arranging(network):
    return network.arranging


@pytest.fixture
def controller(mocker: MockerFixture, network, closed, exported, read):
    network.host, network.encryption = "127.0.0.1", None
    view = mocker.create_autospec(RoomMenuView, instance=True)
    return RoomMenuController(
        view, network, closed.append, exported.append, read.append
    )


@pytest.fixture
def offer(controller) -> Callable:
    return controller.offer


def test_a_room_offers_what_can_be_done_about_it(offer, rooms):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, unread=1)

    assert labels(offer("#lobby")) == [
        ["Mark as read", "Add to the favourites"],
        [
            "Tell me of every message ✓",
            "Tell me only of mentions",
            "Mute",
            "Mute for an hour",
        ],
        ["As plain text", "Export…", "Leave this room"],
    ]


def test_a_room_is_exported_from_its_menu(offer, exported):
    choose(offer("#lobby"), "Export…")

    assert exported == ["#lobby"]


def test_a_room_is_read_as_plain_text_from_its_menu(offer, read):
    choose(offer("#lobby"), "As plain text")

    assert read == ["#lobby"]


def test_a_direct_conversation_knows_no_mentions(offer):
    assert labels(offer("Ada")) == [
        ["Add to the favourites"],
        ["Tell me of every message ✓", "Mute", "Mute for an hour"],
        ["As plain text", "Export…", "Close this conversation"],
    ]


def test_what_is_chosen_is_done(offer, network, arranging, rooms, closed):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, unread=1)

    for entry in (
        "Mark as read",
        "Add to the favourites",
        "Tell me only of mentions",
        "Mute for an hour",
        "Leave this room",
    ):
        choose(offer("#lobby"), entry)

    network.mark_read.assert_called_once_with("#lobby")
    arranging.favour.assert_called_once_with("#lobby", True)
    arranging.attend.assert_called_once_with("#lobby", Attention.MENTIONS)
    arranging.be_quiet.assert_called_once_with("#lobby", HOUR)
    assert closed == ["#lobby"]


def test_a_room_that_is_quiet_for_a_time_says_until_when(offer, rooms):
    rooms[0] = Room(
        "#lobby",
        RoomKind.CHANNEL,
        attention=Attention.NOTHING,
        quiet_until=NOON,
    )

    until = f"Muted until {NOON.astimezone():%H:%M} ✓"
    assert labels(offer("#lobby"))[1][2:] == ["Mute", until]


def test_a_favourite_can_be_one_no_more(offer, arranging, rooms):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, is_favourite=True)

    choose(offer("#lobby"), "Remove from the favourites")

    arranging.favour.assert_called_once_with("#lobby", False)


def test_what_is_no_room_any_more_offers_nothing(offer):
    assert offer("#gone") == ()


def test_a_link_to_a_room_is_copied_for_others(controller, offer, network):
    copied = []
    controller.on_copy = copied.append
    network.host = "chat.example"

    choose(offer("#lobby"), "Copy a link to this room")

    assert copied == ["irc://chat.example:6667/#lobby"]
    assert "Copy a link to this room" not in labels(offer("Ada"))[-1]


def test_who_looks_after_a_room_sees_who_is_banned(controller, offer, network):
    asked = []
    controller.on_bans = asked.append
    network.moderation.may_moderate.return_value = True

    choose(offer("#lobby"), "Who is banned or muted…")

    assert asked == ["#lobby"]
