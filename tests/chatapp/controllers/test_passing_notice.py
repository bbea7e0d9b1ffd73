"""Notices that go by themselves, with mocked notices and a played clock."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.passing_notice import PASSING, PassingNotice
from chatapp.models.events import MessageAdded, RoomSelected
from tests.chatapp.controllers.fakes import message


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def passing(notices, bus, scheduler) -> PassingNotice:
    return PassingNotice(notices, bus, scheduler)


def test_it_goes_after_some_seconds(passing, notices, scheduler) -> None:
    passing.show("Done.")
    notices.hide.assert_not_called()

    scheduler.run_next()

    assert notices.show.call_args.args[:2] == (PASSING, "Done.")
    notices.hide.assert_called_once_with(PASSING)


@pytest.mark.parametrize(
    "event", [MessageAdded(message("k1", mine=True)), RoomSelected("#tea")]
)
def test_it_goes_once_one_does_something_else(passing, notices, bus, event) -> None:
    passing.show("Done.")

    bus.publish(event)

    notices.hide.assert_called_once_with(PASSING)


def test_what_others_say_lets_it_stay(passing, notices, bus) -> None:
    passing.show("Done.")

    bus.publish(MessageAdded(message("k1")))

    notices.hide.assert_not_called()


def test_its_button_does_what_it_says_and_takes_it_away(passing, notices) -> None:
    done = []
    passing.show("Done.", "Look", lambda: done.append("looked"))

    notices.show.call_args.args[4]()

    assert done == ["looked"]
    notices.hide.assert_called_once_with(PASSING)
