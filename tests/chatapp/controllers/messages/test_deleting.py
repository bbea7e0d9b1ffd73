"""Nothing is deleted without a question."""

import pytest

from chatapp.controllers.messages.deleting import DeletingController
from chatapp.controllers.window import WindowView
from tests.chatapp.controllers.fakes import message

OWN = message("k1", mine=True)
OTHERS = message("k2", sender="Ada")


@pytest.fixture
def window(mocker):
    return mocker.create_autospec(WindowView, instance=True)


@pytest.fixture
def deleting(window, network) -> DeletingController:
    network.correcting.can_delete.return_value = True
    return DeletingController(window, network)


def test_ones_own_message_goes_once_one_agrees(deleting, window, network):
    deleting.ask(OWN)
    network.correcting.delete.assert_not_called()

    window.ask.call_args.kwargs["on_yes"]()

    network.correcting.delete.assert_called_once_with(OWN)


def test_of_others_messages_a_reason_is_asked(deleting, window, network):
    deleting.ask(OTHERS)

    question = window.ask_text.call_args.kwargs
    assert question["title"] == "Delete Ada's message?"
    assert question["on_text"](" Be kind ") is None
    network.correcting.delete.assert_called_once_with(OTHERS, "Be kind")


def test_what_cannot_be_deleted_is_not_asked_about(deleting, window, network):
    network.correcting.can_delete.return_value = False

    deleting.ask(OWN)

    window.ask.assert_not_called()
