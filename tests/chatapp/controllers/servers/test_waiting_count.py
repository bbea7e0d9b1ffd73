"""How much waits for one on a server."""

import pytest

from chatapp.controllers.servers.waiting_count import WaitingCount
from chatapp.models.entities import Room, RoomKind
from chatapp.models.events import RoomChanged


@pytest.fixture
def count(network, bus):
    return WaitingCount(network, bus)


def test_what_is_for_oneself_counts(count, rooms):
    rooms[:] = [
        Room("#lobby", RoomKind.CHANNEL, unread=7, mentions=2),
        Room("Ada", RoomKind.DIRECT, unread=3),
    ]

    assert count.for_me() == 5


def test_it_is_counted_anew_only_when_something_has_changed(count, rooms, network, bus):
    count.for_me()
    count.for_me()
    counted = network.rooms.call_count
    rooms[1] = Room("Ada", RoomKind.DIRECT, unread=3)
    bus.publish(RoomChanged("Ada"))

    assert (counted, count.for_me()) == (1, 3)
