"""Notices that stay in their room, with mocked notices and a played clock."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.rooms.room_notices import RoomNotices
from chatapp.models.entities import Tone
from chatapp.models.events import MessageAdded, RoomSelected
from tests.chatapp.controllers.fakes import message

SAID_ONESELF = MessageAdded(message("k1", mine=True))
SAID_BY_OTHERS = MessageAdded(message("k1"))


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def here(notices, bus, scheduler) -> RoomNotices:
    here = RoomNotices(notices, bus, scheduler)
    bus.publish(RoomSelected("#lobby"))
    return here


def test_a_notice_goes_once_one_has_had_time_to_read_it(
    here, notices, scheduler
) -> None:
    here.show("k", "Done.", Tone.INFO)
    notices.hide.assert_not_called()

    scheduler.run_next()

    notices.hide.assert_called_once_with("k")


def test_the_more_there_is_to_read_the_longer_it_stays(here, scheduler) -> None:
    here.show("short", "Done.", Tone.INFO)
    here.show("long", "Done. " * 40, Tone.WARNING)

    short, long = (timer.seconds for timer in scheduler.timers)
    assert 10 <= short < long <= 60


def test_what_went_wrong_does_not_go_by_itself(here, scheduler, bus, notices) -> None:
    here.show("k", "No.", Tone.ERROR)

    bus.publish(SAID_ONESELF)

    assert scheduler.timers == []
    notices.hide.assert_not_called()


@pytest.mark.parametrize("tone", list(Tone))
def test_it_does_not_follow_into_another_room(here, bus, notices, tone) -> None:
    here.show("k", "So it is.", tone)

    bus.publish(RoomSelected("#tea"))

    notices.hide.assert_called_once_with("k")


def test_the_same_room_again_lets_it_stay(here, bus, notices) -> None:
    here.show("k", "Done.", Tone.INFO)

    bus.publish(RoomSelected("#lobby"))

    notices.hide.assert_not_called()


def test_what_was_said_before_there_was_a_room_stays(notices, bus, scheduler) -> None:
    here = RoomNotices(notices, bus, scheduler)
    here.show("k", "#class needs a key.", Tone.ERROR)

    bus.publish(RoomSelected("#lobby"))

    notices.hide.assert_not_called()


@pytest.mark.parametrize(("said", "goes"), [(SAID_ONESELF, 1), (SAID_BY_OTHERS, 0)])
def test_it_goes_when_one_says_something(here, bus, notices, said, goes) -> None:
    here.show("k", "Done.", Tone.INFO)

    bus.publish(said)

    assert notices.hide.call_count == goes


def test_words_that_take_the_place_of_others_have_their_own_time(
    here, scheduler
) -> None:
    here.show("k", "Done.", Tone.INFO)
    here.show("k", "Undone.", Tone.INFO)

    first, second = scheduler.timers

    assert (first.cancelled, second.cancelled) == (True, False)


def test_what_was_shown_elsewhere_is_not_hidden_here(here, notices) -> None:
    here.hide("k")

    notices.hide.assert_not_called()


def test_refusals_do_not_pile_up_and_leave_other_words_alone(here, notices) -> None:
    here.show("news", "Done.", Tone.INFO)
    here.show("refused", "Only moderators can do that.", Tone.ERROR)

    here.show("command", "It is used like this: /me words", Tone.ERROR)

    notices.hide.assert_called_once_with("refused")
