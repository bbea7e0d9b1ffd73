"""A way back into a room that was left, with mocked notices and network."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.rooms.left_notice import LEFT, LeftNotice
from chatapp.models.events import RoomClosed, RoomOpened


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture(autouse=True)
def controller(notices, network, bus, scheduler) -> LeftNotice:
    return LeftNotice(notices, network, bus, scheduler)


def test_who_left_can_join_again_by_a_button(notices, network, bus) -> None:
    bus.publish(RoomClosed("#tea", key="sesame"))

    key, text, _tone, join = notices.show.call_args.args
    join.do()

    assert (key, text, join.words) == (LEFT, "You left #tea.", "Join again")
    network.join.assert_called_once_with("#tea", "sesame")


def test_who_was_removed_has_no_such_button(notices, bus) -> None:
    bus.publish(RoomClosed("#tea", "too loud", "Ada"))

    notices.show.assert_not_called()


def test_a_conversation_that_was_put_away_is_no_room(notices, bus) -> None:
    bus.publish(RoomClosed("Ada"))

    notices.show.assert_not_called()


def test_it_goes_once_one_is_there_again(notices, bus) -> None:
    bus.publish(RoomClosed("#tea"))

    bus.publish(RoomOpened("#other"))
    notices.hide.assert_not_called()
    bus.publish(RoomOpened("#Tea"))
    bus.publish(RoomOpened("#tea"))

    notices.hide.assert_called_once_with(LEFT)


def test_it_goes_after_some_time(notices, bus, scheduler) -> None:
    bus.publish(RoomClosed("#tea"))

    scheduler.run_next()

    notices.hide.assert_called_once_with(LEFT)


def test_the_last_room_has_the_whole_time(notices, bus, scheduler) -> None:
    bus.publish(RoomClosed("#tea"))
    first = scheduler.timers[0]

    bus.publish(RoomClosed("#garden"))

    assert first.cancelled
    assert notices.show.call_args.args[1] == "You left #garden."
