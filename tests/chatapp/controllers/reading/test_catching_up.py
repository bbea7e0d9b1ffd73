"""Who has missed much is offered the way up to where it begins."""

import pytest

from chatapp.controllers.reading.conversation import (
    ConversationController,
    TranscriptView,
)
from chatapp.models.entities import Room, RoomKind
from chatapp.models.events import (
    FrameEnded,
    HistoryLoaded,
    MessageAdded,
    RoomSelected,
)
from chatapp.models.program.event_bus import EventBus
from tests.chatapp.controllers.fakes import NOON, message, messages


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(TranscriptView, instance=True)


@pytest.fixture
def controller(view, network, bus: EventBus) -> ConversationController:
    return ConversationController(view, network, bus)


def open_unread(bus: EventBus, rooms, count: int) -> None:
    """Open the lobby with so many unread messages, which are read with that."""
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, unread=count)
    bus.publish(RoomSelected("#lobby"))
    rooms[0] = Room("#lobby", RoomKind.CHANNEL)


def shown_keys(view) -> list[str]:
    shown = []
    for start, stop, added in (call.args for call in view.splice.call_args_list):
        shown[start:stop] = added
    return [message.key for message in shown]


def test_it_tells_how_much_is_new_and_since_when(controller, view, bus, history, rooms):
    history.extend(messages(500))

    open_unread(bus, rooms, 335)

    view.show_missed.assert_called_with(335, NOON)


def test_where_nothing_is_new_nothing_is_offered(controller, view, bus, history, rooms):
    history.extend(messages(5))

    open_unread(bus, rooms, 0)

    view.show_missed.assert_called_with(0, None)


def test_catching_up_begins_at_the_first_new_message(
    controller, view, bus, history, rooms
):
    history.extend(messages(900))
    open_unread(bus, rooms, 700)

    controller.catch_up()

    view.show_from.assert_called_once_with("k200")
    assert "k200" in shown_keys(view)
    assert "k199" in shown_keys(view)


def test_the_line_stays_while_one_catches_up(controller, view, bus, history, rooms):
    history.extend(messages(500))
    open_unread(bus, rooms, 335)
    controller.catch_up()
    view.on_end(False)
    view.show_unread_line.reset_mock()

    history.append(message("late"))
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, unread=1)
    bus.publish(MessageAdded(history[-1]))
    bus.publish(FrameEnded())

    view.show_unread_line.assert_not_called()


def test_what_is_not_here_yet_is_fetched_and_then_shown(
    controller, view, network, bus, history, rooms
):
    history.extend(messages(100, start=300))
    open_unread(bus, rooms, 335)
    view.show_missed.assert_called_with(335, None)

    controller.catch_up()
    network.fetch_older.assert_called_once_with("#lobby")
    history[0:0] = messages(300)
    bus.publish(HistoryLoaded("#lobby", 300, complete=True))

    view.show_from.assert_called_once_with("k65")
