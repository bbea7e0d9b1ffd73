"""The rooms rail and the open room, with a mocked view and network."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.rooms.rooms import RoomListView, RoomsController
from chatapp.models.entities import Room, RoomKind
from chatapp.models.events import (
    FrameEnded,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RoomRenamed,
    RoomSelected,
)
from chatapp.models.program.event_bus import EventBus


@pytest.fixture
def rail(mocker: MockerFixture):
    return mocker.create_autospec(RoomListView, instance=True)


@pytest.fixture
def controller(rail, network, bus: EventBus) -> RoomsController:
    return RoomsController(rail, network, bus)


@pytest.fixture
def selected(bus: EventBus) -> list[str]:
    names: list[str] = []
    bus.subscribe(RoomSelected, lambda event: names.append(event.room))
    return names


def test_the_first_room_is_open_at_the_beginning(controller, rail, rooms, selected):
    controller.begin()

    assert selected == ["#lobby"]
    rail.show_rooms.assert_called_once_with(tuple(rooms), "#lobby")


def test_where_there_is_no_room_that_is_said(controller, rooms, network, selected):
    rooms.clear()

    controller.begin()

    assert selected == [""]
    network.look_at.assert_not_called()


def test_the_rail_is_headed_by_the_networks_name(controller, rail) -> None:
    controller.begin()

    rail.show_network.assert_called_once_with("Lab", "10.0.0.5:6667")


def test_many_changes_in_a_frame_draw_the_rail_once(controller, rail, bus) -> None:
    controller.begin()
    rail.show_rooms.reset_mock()

    for _ in range(9):
        bus.publish(RoomChanged("#lobby"))
    bus.publish(FrameEnded())

    rail.show_rooms.assert_called_once()


def test_a_room_that_was_asked_for_opens(controller, bus, selected) -> None:
    controller.begin()

    bus.publish(RoomOpened("#class", asked_for=True))

    assert selected == ["#lobby", "#class"]


def test_a_room_that_was_not_asked_for_stays_behind(controller, bus, selected) -> None:
    controller.begin()

    bus.publish(RoomOpened("Ines"))

    assert selected == ["#lobby"]


def test_leaving_the_open_room_opens_the_first(controller, bus, selected) -> None:
    controller.begin()
    controller.select("Ada")

    bus.publish(RoomClosed("Ada"))

    assert selected == ["#lobby", "Ada", "#lobby"]


def test_a_renamed_conversation_stays_open(controller, rail, bus, selected) -> None:
    controller.select("Ada")

    bus.publish(RoomRenamed("Ada", "Ada2"))
    bus.publish(FrameEnded())

    assert selected == ["Ada"]
    assert rail.show_rooms.call_args.args[1] == "Ada2"


def test_closing_a_room_leaves_it(controller, network) -> None:
    controller.close("#lobby")

    network.part.assert_called_once_with("#lobby")


def test_closing_a_direct_conversation_puts_it_away(controller, network) -> None:
    controller.close("Ada")

    network.close.assert_called_once_with("Ada")


def test_one_steps_from_room_to_room_in_a_ring(controller, selected) -> None:
    controller.begin()

    controller.step(1)
    controller.step(1)

    assert selected == ["#lobby", "Ada", "#lobby"]


def test_the_room_that_was_open_before_opens_again(controller, network) -> None:
    network.room_looked_at = "Ada"

    controller.begin()

    assert controller.open_room == "Ada"
    network.look_at.assert_called_once_with("Ada")


@pytest.fixture
def four(rooms) -> None:
    rooms[:] = [
        Room("#best", RoomKind.CHANNEL, is_favourite=True),
        *(Room(name, RoomKind.CHANNEL) for name in ("#a", "#b", "#c")),
    ]


@pytest.mark.parametrize(
    ("room", "steps", "before"),
    [("#b", -1, "#a"), ("#a", 1, "#c"), ("#b", 1, "")],
)
def test_the_open_room_moves_past_the_next_one(
    controller, network, four, room: str, steps: int, before: str
) -> None:
    controller.select(room)

    controller.move_by(steps)

    network.arranging.move.assert_called_once_with(room, before)


@pytest.mark.parametrize(("room", "steps"), [("#a", -1), ("#c", 1), ("#best", 1)])
def test_a_room_stays_among_those_it_stands_with(
    controller, network, four, room: str, steps: int
) -> None:
    controller.select(room)

    controller.move_by(steps)

    network.arranging.move.assert_not_called()


def test_a_room_that_is_dropped_goes_there(controller, rail, network) -> None:
    rail.on_move("#a", "#best", True)

    network.arranging.favour.assert_called_once_with("#a", True)
    network.arranging.move.assert_called_once_with("#a", "#best")


def test_without_an_open_room_nothing_moves(controller, network) -> None:
    controller.move_by(1)

    network.arranging.move.assert_not_called()
