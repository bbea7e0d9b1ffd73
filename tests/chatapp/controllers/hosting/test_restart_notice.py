"""What who hosts a chat is told when that ends by itself."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.hosting import host_wording as wording
from chatapp.controllers.hosting.restart_notice import RESTART, RestartNotice
from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import Tone
from chatapp.models.hosting.supervision import Standing


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture(autouse=True)
def notice(notices, network, hosting) -> RestartNotice:
    return RestartNotice(notices, network, hosting)


def test_a_chat_that_stops_by_itself_is_said_to_be_started_again(
    supervision, notices
) -> None:
    supervision.ended(-9)

    notices.show.assert_called_once_with(
        RESTART, wording.RESTARTING, Tone.WARNING, dismissable=False
    )


def test_once_it_runs_that_is_said(supervision, notices) -> None:
    supervision.ended(-9)

    supervision.restarted()

    notices.show.assert_called_with(RESTART, wording.RESTARTED, Tone.INFO)


@pytest.mark.parametrize(
    ("standing", "sentence"),
    [
        (Standing.WAS_STOPPED, wording.HAS_ENDED),
        (Standing.ENDS_TOO_OFTEN, wording.ENDS_TOO_OFTEN),
        (
            Standing.CANNOT_START,
            "The chat on this computer has stopped. The disk is full.",
        ),
    ],
)
def test_where_it_does_not_start_by_itself_a_button_starts_it(
    notice, supervision, notices, restart, standing, sentence
) -> None:
    supervision.standing, supervision.reason = standing, "The disk is full."
    notice.begin()

    (_key, text, _tone, again), _ = notices.show.call_args
    assert (text, again.words) == (sentence, wording.START_AGAIN)
    again.do()
    restart.assert_called_once_with()


def test_on_another_server_nothing_is_said(supervision, notices, network) -> None:
    network.port = 6668

    supervision.ended(-9)
    supervision.restarted()

    notices.show.assert_not_called()


def test_a_chat_that_one_stops_takes_the_notice_away(supervision, notices) -> None:
    supervision.ended(0)

    supervision.begin()

    notices.hide.assert_called_once_with(RESTART)


def test_who_has_left_is_told_no_more(notice, supervision, notices) -> None:
    notice.end()

    supervision.ended(-9)

    notices.show.assert_not_called()
