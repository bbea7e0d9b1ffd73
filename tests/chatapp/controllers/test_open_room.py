import pytest

from chatapp.controllers.open_room import OpenRoom
from chatapp.models.events import RoomRenamed, RoomSelected


@pytest.fixture
def room(bus) -> OpenRoom:
    room = OpenRoom(bus, lambda one, other: one.lower() == other.lower())
    bus.publish(RoomSelected("ada"))
    return room


def test_it_is_the_room_that_was_opened_last(room, bus):
    bus.publish(RoomSelected("#tea"))

    assert room.name == "#tea"
    assert room.has_name("#Tea")


def test_only_another_one_is_told_of(bus):
    told = []
    room = OpenRoom(
        bus, lambda one, other: one == other, lambda: told.append(room.name)
    )

    for name in ("#tea", "#tea", "ada"):
        bus.publish(RoomSelected(name))

    assert told == ["#tea", "ada"]


def test_it_is_followed_where_somebody_has_another_nick(room, bus):
    bus.publish(RoomRenamed("Ada", "lovelace"))

    assert room.name == "lovelace"


def test_another_room_that_is_renamed_leaves_it(room, bus):
    bus.publish(RoomRenamed("bob", "robert"))

    assert room.name == "ada"
