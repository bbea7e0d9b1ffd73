"""How many unread lines of a room may call one."""

import pytest

from chatapp.models.entities import Attention, Room, RoomKind


@pytest.mark.parametrize(
    ("attention", "waiting", "for_me"),
    [
        (Attention.ALL, 9, 2),
        (Attention.MENTIONS, 2, 2),
        (Attention.NOTHING, 0, 0),
    ],
)
def test_a_room_calls_one_by_what_one_attends_to(attention, waiting, for_me):
    room = Room("#lobby", RoomKind.CHANNEL, unread=9, mentions=2, attention=attention)

    assert (room.waiting, room.waiting_for_me) == (waiting, for_me)


def test_all_that_somebody_writes_to_one_alone_is_for_oneself():
    room = Room("Ada", RoomKind.DIRECT, unread=9)

    assert (room.waiting, room.waiting_for_me) == (9, 9)


def test_somebody_who_is_muted_does_not_call_one():
    room = Room("Ada", RoomKind.DIRECT, unread=9, attention=Attention.NOTHING)

    assert (room.waiting, room.waiting_for_me) == (0, 0)
