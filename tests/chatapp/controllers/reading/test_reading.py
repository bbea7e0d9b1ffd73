"""What counts as read: what is on the screen while somebody looks at it."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.reading.conversation import (
    ConversationController,
    TranscriptView,
)
from chatapp.models.entities import Room, RoomKind
from chatapp.models.events import FrameEnded, RoomSelected
from chatapp.models.program.event_bus import EventBus
from tests.chatapp.controllers.fakes import messages, say


class Window:
    """A window that is looked at, or not."""

    is_looked_at = True


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(TranscriptView, instance=True)


@pytest.fixture
def controller(view, network, bus: EventBus, window, history):
    history += messages(3)
    controller = ConversationController(
        view, network, bus, is_looked_at=lambda: window.is_looked_at
    )
    bus.publish(RoomSelected("#lobby"))
    view.reset_mock()
    return controller


@pytest.fixture
def hear(bus: EventBus, history, rooms):
    def hear() -> None:
        rooms[0] = Room("#lobby", RoomKind.CHANNEL, unread=1)
        say(bus, history, messages(1, start=3)[0])
        bus.publish(FrameEnded())

    return hear


def test_what_comes_while_somebody_looks_is_read(controller, hear, network, view):
    hear()

    network.mark_read.assert_called_once_with("#lobby")
    view.show_unread_line.assert_not_called()


def test_what_comes_while_nobody_looks_is_new(controller, hear, network, view, window):
    window.is_looked_at = False
    controller.look_away()

    hear()

    network.mark_read.assert_not_called()
    view.show_unread_line.assert_called_once_with("k3")


def test_it_is_read_once_somebody_looks_and_the_line_stays(
    controller, hear, network, view, window
):
    window.is_looked_at = False
    controller.look_away()
    hear()

    window.is_looked_at = True
    controller.read()

    network.mark_read.assert_called_once_with("#lobby")
    view.show_unread_line.assert_called_once_with("k3")


def test_nothing_is_said_to_be_below_where_the_end_is_on_the_screen(
    controller, hear, view, window
):
    window.is_looked_at = False
    hear()

    view.show_new.assert_called_with(0)
