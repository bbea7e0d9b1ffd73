"""What the switcher offers besides what is there: new rooms, people, commands."""

import pytest

from chatapp.controllers.finding.other_rooms import OtherRooms
from chatapp.controllers.finding.switcher import MOST_SHOWN, SwitcherController
from chatapp.models.entities import Connectedness, FindingKind, Room, RoomKind


@pytest.fixture
def controller(network, bus, scheduler):
    other_rooms = OtherRooms(network, bus, scheduler)
    return SwitcherController(
        lambda: None, network, other_rooms, lambda _: None, lambda _: None
    )


def offered(controller, text: str) -> list[str]:
    kind = FindingKind.NEW_ROOM
    return [it.name for it in controller.find(text) if it.kind is kind]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("garden", "#garden"), ("#lob", "#lob"), (" our class, 7b", "#our-class-7b")],
)
def test_a_room_that_is_not_there_is_made_or_joined(controller, network, typed, name):
    found = controller.find(typed)[-1]
    controller.go_to(found)

    assert (found.kind, found.name) == (FindingKind.NEW_ROOM, name)
    network.join.assert_called_once_with(name)


@pytest.mark.parametrize("typed", ["lob", "#LOBBY", "@zoe", "/zoe", "x" * 60, ""])
def test_none_is_offered_where_something_fits_or_no_room_is_meant(controller, typed):
    assert offered(controller, typed) == []


def test_no_room_is_made_without_a_connection(controller, network):
    network.state = Connectedness.WAITING

    assert controller.find("garden") == []


def test_many_rooms_leave_people_a_place_at_first(controller, network):
    network.rooms.side_effect = lambda: [
        Room(f"#room{number}", RoomKind.CHANNEL) for number in range(9)
    ]

    kinds = [it.kind for it in controller.find("")]

    assert kinds == [FindingKind.ROOM] * 4 + [FindingKind.PERSON] * 2


@pytest.mark.parametrize("may", [True, False])
def test_commands_are_those_that_work_for_one(controller, network, may):
    network.moderation.may_moderate.return_value = may

    first = [it.name for it in controller.find("/")]
    about_kicking = [it.name for it in controller.find("/kick")]

    assert len(first) == MOST_SHOWN
    assert first[0] == "/away"
    assert ("/kick" in about_kicking) is may
