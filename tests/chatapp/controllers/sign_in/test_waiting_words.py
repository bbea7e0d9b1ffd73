"""The sign-in says that words wait for it, with a mocked stage."""

import pytest

from chatapp.controllers.sign_in.stage import SignInStage
from chatapp.controllers.sign_in.waiting_words import WaitingWordsNotice
from chatapp.models.entities import SignInForm
from chatapp.models.outbox.waiting_words import WaitingWords
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.kept import open_lobby

FORM = SignInForm("chat.example", "6667", "Noor")


@pytest.fixture
def stage(mocker):
    stage = mocker.create_autospec(SignInStage, instance=True)
    stage.is_trying = stage.says_something = False
    stage.form.return_value = FORM
    return stage


@pytest.fixture
def notice(stage) -> WaitingWordsNotice:
    """Two messages were written without a link, before the window was closed."""
    window = open_lobby(FakeJobs())
    window.wire.end()
    window.network.say("#lobby", "one")
    window.network.say("#lobby", "two")
    window.network.let_go()
    return WaitingWordsNotice(stage, WaitingWords(window.jobs))


def test_it_is_said_how_many_messages_wait(notice, stage) -> None:
    notice.look(FORM)

    stage.show_notice.assert_called_once_with(
        "2 messages that you wrote wait to be sent. Sign in for that."
    )


@pytest.mark.parametrize(
    "form",
    [
        SignInForm("chat.example", "6667", "anna"),
        SignInForm("other.example", "6667", "Noor"),
        SignInForm("", "", ""),
    ],
)
def test_where_nothing_waits_nothing_is_said(notice, stage, form) -> None:
    notice.look(form)

    stage.show_notice.assert_not_called()


def test_another_form_by_then_is_not_told_of(notice, stage) -> None:
    stage.form.return_value = SignInForm("other.example", "6667", "Noor")

    notice.look(FORM)

    stage.show_notice.assert_not_called()


@pytest.mark.parametrize("what", ["is_trying", "says_something"])
def test_a_sign_in_that_goes_on_or_says_something_else_is_left_alone(
    notice, stage, what
) -> None:
    setattr(stage, what, True)

    notice.look(FORM)

    stage.show_notice.assert_not_called()
