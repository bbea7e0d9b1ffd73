"""What is noted of what happens: enough to find a room and its people again."""

import pytest

from server.world import channel_events, events
from server.world.channel import Channel
from server.world.channel_modes import Modes
from server.world.notes import (
    NOTES,
    MemberDropped,
    MemberKept,
    RoomDropped,
    RoomKept,
)
from server.world.room_id import RoomId
from server.world.user import User


@pytest.fixture
def garden():
    return Channel("#Garden", "#garden", 70, 7, is_permanent=False)


@pytest.fixture
def anna():
    user = User("1", "host", 0)
    user.take_nick("Anna")
    user.take_names("anna", "Anna")
    return user


def enter(channel: Channel, user: User, ranks: str = "") -> None:
    channel.members[user] = ranks
    user.channels[channel] = None


def notes_of(event: events.Event) -> list[object]:
    return list(NOTES[type(event)](event))


def test_the_first_who_comes_makes_the_room_known(garden, anna):
    notes = notes_of(channel_events.ChannelJoined(anna, garden, "o"))

    room = RoomId("#garden", 7, "#garden", "#Garden", 70)
    kept = MemberKept("#garden", "anna", "anna@host", "o")
    assert notes == [RoomKept(room, Modes(), None), kept]


def test_who_comes_later_is_noted_alone(garden, anna):
    enter(garden, User("2", "host", 0))

    notes = notes_of(channel_events.ChannelJoined(anna, garden, ""))

    assert notes == [MemberKept("#garden", "anna", "anna@host", "")]


@pytest.mark.parametrize(
    "make",
    [
        lambda user, channel: channel_events.ChannelLeft(user, channel, "bye"),
        lambda user, channel: channel_events.Kicked("op", user, channel, "out"),
        lambda user, _: events.UserQuit(user, "bye"),
    ],
)
def test_who_leaves_is_dropped(garden, anna, make):
    enter(garden, anna)

    assert notes_of(make(anna, garden)) == [MemberDropped("#garden", "anna")]


def test_a_new_nick_takes_the_ranks_along(garden, anna):
    enter(garden, anna, "o")

    notes = notes_of(events.NickChanged(anna, "Anna", "Berta", 1))

    assert notes == [
        MemberDropped("#garden", "anna"),
        MemberKept("#garden", "berta", "anna@host", "o"),
    ]


def test_who_is_awaited_no_more_is_dropped(garden):
    garden.awaited = {"bert": ("bert@host", "v")}

    notes = notes_of(channel_events.ReturnTimeEnded(garden))

    assert notes == [MemberDropped("#garden", "bert")]


def test_a_room_that_ends_is_named_by_what_never_changes(garden):
    (note,) = notes_of(channel_events.ChannelEnded(garden))
    garden.name, garden.key = "#orchard", "#orchard"
    (later,) = notes_of(channel_events.ChannelEnded(garden))

    assert note == RoomDropped(RoomId("#garden", 7, "#garden", "#Garden", 70))
    assert later.room[:2] == note.room[:2]
