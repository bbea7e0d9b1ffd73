"""Going to a message of the open room, wherever it is."""

import pytest

from chatapp.controllers.reading.jumping import Jumping, JumpView
from chatapp.models.events import (
    HistoryLoaded,
    RequestRefused,
    RoomRenamed,
    RoomSelected,
)
from tests.chatapp.controllers.fakes import message


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(JumpView, instance=True)


@pytest.fixture
def shown() -> list[int]:
    return []


@pytest.fixture
def jumping(view, network, bus, shown) -> Jumping:
    jumping = Jumping(view, network, bus, shown.append)
    bus.publish(RoomSelected("#lobby"))
    return jumping


def test_a_message_in_memory_is_shown_at_once(jumping, view, network, history, shown):
    history += [message("k1"), message("k2", msgid="m2")]

    jumping.go_to("m2")

    assert shown == [1]
    view.show_message.assert_called_once_with("k2")
    network.fetch_around.assert_not_called()


def test_what_is_further_back_is_fetched_and_then_shown(
    jumping, view, network, history, bus, shown
):
    jumping.go_to("m2")
    view.show_loading.assert_called_once_with(visible=True)
    history.append(message("k2", msgid="m2"))

    bus.publish(HistoryLoaded("#lobby", 1, complete=False))
    bus.publish(HistoryLoaded("#lobby", 1, complete=False))

    network.fetch_around.assert_called_once_with("#lobby", "m2")
    assert shown == [0]


def test_it_goes_on_where_somebody_has_another_nick_meanwhile(jumping, network, bus):
    bus.publish(RoomSelected("ada"))
    bus.publish(RoomRenamed("ada", "lovelace"))

    jumping.go_to("m2")

    network.fetch_around.assert_called_once_with("lovelace", "m2")


def test_what_comes_first_may_be_something_else(jumping, network, bus):
    jumping.go_to("m2")

    bus.publish(HistoryLoaded("#tea", 1, complete=False))
    bus.publish(HistoryLoaded("#lobby", 1, complete=False))

    assert network.fetch_around.call_count == 2


@pytest.mark.parametrize(
    "event", [RequestRefused("", "#lobby", "No."), RoomSelected("Ada")]
)
def test_who_goes_elsewhere_or_is_refused_does_not_wait(
    jumping, network, history, bus, shown, event
):
    jumping.go_to("m2")

    bus.publish(event)
    history.append(message("k2", msgid="m2"))
    bus.publish(HistoryLoaded("#lobby", 1, complete=False))

    assert shown == []
