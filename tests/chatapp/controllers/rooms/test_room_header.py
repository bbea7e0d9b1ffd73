"""The header and the title, with mocked views and models."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.rooms.room_header import HeaderController, HeaderView
from chatapp.controllers.window import WindowView
from chatapp.models.entities import Attention, Connectedness, Room, RoomKind
from chatapp.models.events import FrameEnded, RoomRenamed, RoomSelected
from chatapp.models.program.event_bus import EventBus


@pytest.fixture
def header(mocker: MockerFixture):
    return mocker.create_autospec(HeaderView, instance=True)


@pytest.fixture
def window(mocker: MockerFixture):
    return mocker.create_autospec(WindowView, instance=True)


@pytest.fixture
def controller(header, window, network, bus: EventBus) -> HeaderController:
    return HeaderController(header, window, network, bus)


def open_room(bus: EventBus, room: str = "#lobby") -> None:
    bus.publish(RoomSelected(room))
    bus.publish(FrameEnded())


@pytest.mark.parametrize(
    ("nick", "words"),
    [
        ("Ada", "Between the two of you, and whoever runs the server."),
        ("Kofi", "Only you see this here."),
    ],
)
def test_a_direct_conversation_says_who_sees_it(
    controller, header, rooms, bus: EventBus, nick: str, words: str
) -> None:
    rooms.append(Room("Kofi", RoomKind.DIRECT))

    open_room(bus, nick)

    assert header.show_room.call_args.args[1] == words


def test_what_waits_for_oneself_is_counted(controller, header, rooms, bus) -> None:
    rooms[:] = [
        Room("#lobby", RoomKind.CHANNEL, unread=9, mentions=2),
        Room("Ada", RoomKind.DIRECT, unread=3),
    ]

    open_room(bus)

    header.show_waiting.assert_called_once_with(5)


def test_what_is_muted_waits_for_nobody(controller, header, window, rooms, bus):
    rooms[:] = [
        Room("#lobby", RoomKind.CHANNEL, unread=9, attention=Attention.MENTIONS),
        Room("Ada", RoomKind.DIRECT, unread=3, attention=Attention.NOTHING),
    ]

    open_room(bus)

    header.show_waiting.assert_called_once_with(0)
    window.show_title.assert_called_once_with("#lobby – chatapp")


def test_the_header_tells_topic_and_people(controller, header, rooms, bus) -> None:
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, topic="Be kind")

    open_room(bus)

    header.show_room.assert_called_once_with(
        "lobby", "Be kind  ·  3 people", RoomKind.CHANNEL, leave=True, topic=True
    )


def test_who_may_not_set_the_topic_is_not_asked_for_one(controller, header, rooms, bus):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, may_set_topic=False)

    open_room(bus)

    assert header.show_room.call_args.kwargs == {"leave": True, "topic": False}


@pytest.mark.parametrize(
    ("topic", "words"),
    [("", "Reconnecting. You will be"), ("Be kind", "Be kind  ·  Reconnecting")],
)
def test_while_the_link_is_down_the_header_says_that_one_comes_back(
    controller, header, rooms, network, bus, topic, words
) -> None:
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, joined=False, topic=topic)
    network.state = Connectedness.WAITING

    open_room(bus)

    assert header.show_room.call_args.args[1].startswith(words)


def test_a_room_that_one_was_put_out_of_is_said_to_be_so(
    controller, header, rooms, bus
):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, joined=False)

    open_room(bus)

    assert header.show_room.call_args.args[1] == "You are not in this room now."


def test_the_title_tells_the_room_and_how_much_waits(controller, window, rooms, bus):
    rooms[1] = Room("Ada", RoomKind.DIRECT, unread=2)

    open_room(bus)

    window.show_title.assert_called_once_with("(2) #lobby – chatapp")


def test_who_comes_back_to_the_page_has_its_title_again(controller, window, bus):
    open_room(bus)
    window.show_title.reset_mock()

    controller.draw()

    window.show_title.assert_called_once_with("#lobby – chatapp")


def test_without_a_room_the_header_says_so(controller, header, rooms) -> None:
    rooms.clear()

    controller.draw()

    assert header.show_room.call_args.args[0] == "No room"


def test_a_renamed_conversation_is_headed_by_its_new_name(
    controller, header, rooms, bus
) -> None:
    open_room(bus, "Ada")
    rooms[1] = Room("Ada2", RoomKind.DIRECT)

    bus.publish(RoomRenamed("Ada", "Ada2"))
    bus.publish(FrameEnded())

    assert header.show_room.call_args.args[0] == "Ada2"


def test_the_buttons_are_about_the_open_room(controller, header, bus) -> None:
    done = []
    controller.on_topic = lambda room: done.append(("topic", room))
    controller.on_leave = lambda room: done.append(("leave", room))
    open_room(bus, "#lobby")

    header.on_topic()
    header.on_leave()

    assert done == [("topic", "#lobby"), ("leave", "#lobby")]


def test_whatever_a_server_calls_its_rooms_the_title_is_one_short_line(
    controller, window, rooms, bus
):
    name = "#a\x1b]0;b\x07\u202ec\x85d" + "e" * 10_000
    rooms[0] = Room(name, RoomKind.CHANNEL)

    open_room(bus, name)

    title = window.show_title.call_args.args[0]
    assert title.isprintable()
    assert title.startswith("#a]0;bcde")
    assert len(title) < 250
