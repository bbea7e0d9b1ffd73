"""The rooms rail, the header and the open room, with mocked views and models."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.rooms import HeaderView, RoomListView, RoomsController
from chatapp.controllers.window import WindowView
from chatapp.models.entities import Attention, Connectedness, Room, RoomKind
from chatapp.models.event_bus import EventBus
from chatapp.models.events import (
    FrameEnded,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RoomRenamed,
    RoomSelected,
)


@pytest.fixture
def rail(mocker: MockerFixture):
    return mocker.create_autospec(RoomListView, instance=True)


@pytest.fixture
def header(mocker: MockerFixture):
    return mocker.create_autospec(HeaderView, instance=True)


@pytest.fixture
def window(mocker: MockerFixture):
    return mocker.create_autospec(WindowView, instance=True)


@pytest.fixture
def ask_text(window):
    return window.ask_text


@pytest.fixture
def controller(rail, header, window, network, bus: EventBus) -> RoomsController:
    return RoomsController(rail, header, window, network, bus)


@pytest.fixture
def selected(bus: EventBus) -> list[str]:
    names: list[str] = []
    bus.subscribe(RoomSelected, lambda event: names.append(event.room))
    return names


def test_the_first_room_is_open_at_the_beginning(controller, rail, rooms, selected):
    controller.begin()

    assert selected == ["#lobby"]
    rail.show_rooms.assert_called_once_with(tuple(rooms), "#lobby")


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


@pytest.mark.parametrize(
    ("nick", "words"),
    [
        ("Ada", "Only the two of you see this here."),
        ("Kofi", "Only you see this here."),
    ],
)
def test_a_direct_conversation_says_who_sees_it(
    controller, header, rooms, bus: EventBus, nick: str, words: str
) -> None:
    rooms.append(Room("Kofi", RoomKind.DIRECT))
    controller.begin()

    bus.publish(RoomOpened(nick, asked_for=True))
    bus.publish(FrameEnded())

    assert header.show_room.call_args.args[1] == words


def test_what_waits_for_oneself_is_counted_in_the_header(
    controller, header, rooms
) -> None:
    rooms[:] = [
        Room("#lobby", RoomKind.CHANNEL, unread=9, mentions=2),
        Room("Ada", RoomKind.DIRECT, unread=3),
    ]

    controller.begin()

    header.show_waiting.assert_called_once_with(5)


def test_what_is_muted_waits_for_nobody(controller, header, window, rooms) -> None:
    rooms[:] = [
        Room("#lobby", RoomKind.CHANNEL, unread=9, attention=Attention.MENTIONS),
        Room("Ada", RoomKind.DIRECT, unread=3, attention=Attention.NOTHING),
    ]

    controller.begin()

    header.show_waiting.assert_called_once_with(0)
    window.show_title.assert_called_once_with("#lobby – chatapp")


def test_one_steps_from_room_to_room_in_a_ring(controller, selected) -> None:
    controller.begin()

    controller.step(1)
    controller.step(1)

    assert selected == ["#lobby", "Ada", "#lobby"]


def test_a_name_without_hash_becomes_a_room(controller, rail, network, ask_text):
    rail.on_add()

    problem = ask_text.call_args.kwargs["on_text"](" class ")

    assert problem is None
    network.join.assert_called_once_with("#class")


def test_a_name_no_room_can_have_is_refused(controller, rail, network, ask_text):
    rail.on_add()

    problem = ask_text.call_args.kwargs["on_text"]("#two words")

    assert problem
    network.join.assert_not_called()


def test_a_new_message_asks_for_one_person(controller, rail, network, ask_text):
    rail.on_message()
    on_text = ask_text.call_args.kwargs["on_text"]

    problems = [on_text("two words"), on_text("#room"), on_text("Ines")]

    assert [bool(problem) for problem in problems] == [True, True, False]
    network.open_direct.assert_called_once_with("Ines")


def test_the_topic_is_asked_for_and_set(controller, header, network, rooms, ask_text):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, topic="old")
    controller.begin()
    header.on_topic()

    ask_text.call_args.kwargs["on_text"](" new ")

    assert ask_text.call_args.kwargs["initial"] == "old"
    network.set_topic.assert_called_once_with("#lobby", "new")


def test_the_header_tells_topic_and_people(controller, header, rooms) -> None:
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, topic="Be kind")

    controller.begin()

    header.show_room.assert_called_once_with(
        "lobby", "Be kind  ·  3 people", RoomKind.CHANNEL, leave=True, topic=True
    )


def test_who_may_not_set_the_topic_is_not_asked_for_one(controller, header, rooms):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, may_set_topic=False)

    controller.begin()

    assert header.show_room.call_args.kwargs == {"leave": True, "topic": False}


def test_while_the_link_is_down_the_header_says_that_one_comes_back(
    controller, header, rooms, network
) -> None:
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, joined=False)
    network.state = Connectedness.WAITING

    controller.begin()

    assert header.show_room.call_args.args[1].startswith("Reconnecting.")


def test_a_room_that_one_was_put_out_of_is_said_to_be_so(controller, header, rooms):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, joined=False)

    controller.begin()

    assert header.show_room.call_args.args[1] == "You are not in this room now."


def test_the_room_that_was_open_before_opens_again(controller, network) -> None:
    network.room_looked_at = "Ada"

    controller.begin()

    assert controller.open_room == "Ada"
    network.look_at.assert_called_once_with("Ada")


def test_the_title_tells_the_room_and_how_much_is_unread(controller, window, rooms):
    rooms[1] = Room("Ada", RoomKind.DIRECT, unread=2)

    controller.begin()

    window.show_title.assert_called_once_with("(2) #lobby – chatapp")


def test_without_a_room_the_header_says_so(controller, header, rooms) -> None:
    rooms.clear()

    controller.begin()

    assert header.show_room.call_args.args[0] == "No room"
