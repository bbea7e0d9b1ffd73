import pytest

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.timed_notices import SECONDS_TO_NOTICE, TimedNotices
from chatapp.models.entities import Tone
from tests.chatapp.models.fakes import FakeTime


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def notices(view, time) -> TimedNotices:
    return TimedNotices(view, time)


def test_what_was_done_goes_once_it_can_have_been_read(notices, view, time):
    notices.show("a", "Written.", Tone.SUCCESS)
    time.pass_by(SECONDS_TO_NOTICE)
    view.hide.assert_not_called()

    time.pass_by(SECONDS_TO_NOTICE)

    view.hide.assert_called_once_with("a")


def test_what_went_wrong_stays(notices, view, time):
    notices.show("a", "The disk is full.", Tone.ERROR)

    time.pass_by(10 * SECONDS_TO_NOTICE)

    view.hide.assert_not_called()


def test_a_newer_one_of_a_kind_has_all_its_time(notices, view, time):
    notices.show("a", "Written.", Tone.SUCCESS)
    time.pass_by(SECONDS_TO_NOTICE)

    notices.show("a", "Written again.", Tone.SUCCESS)
    time.pass_by(SECONDS_TO_NOTICE)

    view.hide.assert_not_called()
