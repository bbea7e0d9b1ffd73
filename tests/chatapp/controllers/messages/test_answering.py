"""What is about to be answered stands over the box, until it is said or given up."""

import pytest

from chatapp.controllers.messages.answering import AnsweringController, PurposeView
from chatapp.models.entities import Quote
from chatapp.models.events import (
    AnswerChanged,
    HistoryLoaded,
    RoomRenamed,
    RoomSelected,
)


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(PurposeView, instance=True)


@pytest.fixture
def focused(mocker):
    return mocker.Mock()


@pytest.fixture(autouse=True)
def controller(view, network, bus, focused) -> AnsweringController:
    controller = AnsweringController(view, network, bus, focused)
    bus.publish(RoomSelected("#lobby"))
    view.reset_mock()
    return controller


def test_it_is_said_what_is_answered_and_one_can_write(view, network, bus, focused):
    network.answering.of.return_value = Quote("Ada", "tea?")

    bus.publish(AnswerChanged("#lobby"))

    view.show.assert_called_once_with("Replying to Ada", "tea?", "Do not reply (Esc)")
    focused.assert_called_once()


def test_what_was_said_or_given_up_is_answered_no_more(view, bus, focused):
    bus.publish(AnswerChanged("#lobby"))

    view.hide.assert_called_once()
    focused.assert_not_called()


def test_each_room_has_an_answer_of_its_own(view, network, bus):
    network.answering.of.side_effect = lambda room: (
        Quote("Ada", "tea?") if room == "Ada" else None
    )

    bus.publish(AnswerChanged("Ada"))
    elsewhere = view.show.called
    bus.publish(RoomSelected("Ada"))

    assert not elsewhere
    view.show.assert_called_once()


def test_it_can_be_given_up(view, network, bus):
    bus.publish(RoomRenamed("#lobby", "#hall"))

    view.on_end()

    network.answering.end.assert_called_once_with("#hall")


def test_what_an_earlier_window_was_about_to_answer_is_shown_once_it_is_known(
    view, network, bus, focused
):
    network.answering.of.return_value = Quote("Ada", "tea?")

    bus.publish(HistoryLoaded("#lobby", 1, complete=False))

    view.show.assert_called_once()
    focused.assert_not_called()
