"""What is asked in small dialogs, with a mocked window and network."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.rooms.room_questions import RoomQuestions
from chatapp.controllers.window import WindowView
from chatapp.models.entities import Room, RoomKind


@pytest.fixture
def window(mocker: MockerFixture):
    return mocker.create_autospec(WindowView, instance=True)


@pytest.fixture
def ask_text(window):
    return window.ask_text


@pytest.fixture
def questions(window, network) -> RoomQuestions:
    return RoomQuestions(window, network)


def test_a_name_without_hash_becomes_a_room(questions, network):
    assert questions.join(" class ") is None

    network.join.assert_called_once_with("#class")


def test_a_name_no_room_can_have_is_refused(questions, network):
    assert questions.join("#two words")

    network.join.assert_not_called()


def test_a_new_message_asks_for_one_person(questions, network, ask_text):
    questions.ask_for_person()
    on_text = ask_text.call_args.kwargs["on_text"]

    problems = [on_text("two words"), on_text("#room"), on_text("Ines")]

    assert [bool(problem) for problem in problems] == [True, True, False]
    network.open_direct.assert_called_once_with("Ines")


def test_the_topic_is_asked_for_and_set(questions, network, rooms, ask_text):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, topic="old")
    questions.ask_for_topic("#lobby")

    ask_text.call_args.kwargs["on_text"](" new ")

    assert ask_text.call_args.kwargs["initial"] == "old"
    network.moderation.set_topic.assert_called_once_with("#lobby", "new")


def test_a_topic_that_is_too_long_is_not_sent(questions, network, ask_text):
    questions.ask_for_topic("#lobby")

    problem = ask_text.call_args.kwargs["on_text"]("x" * 32)

    assert problem == (
        "This topic is 2 characters longer than the 30 that this server takes. Shorten"
        " it a little."
    )
    network.moderation.set_topic.assert_not_called()
