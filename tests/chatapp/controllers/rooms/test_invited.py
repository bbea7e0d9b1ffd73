"""Invitations to rooms, with mocked notices and network."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.passing_notice import PassingNotice
from chatapp.controllers.rooms.invited import INVITED, InvitedController
from chatapp.models.events import RoomOpened
from chatapp.models.rooms.room_events import Invited


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def passing(mocker: MockerFixture):
    return mocker.create_autospec(PassingNotice, instance=True)


@pytest.fixture(autouse=True)
def controller(notices, passing, network, bus) -> InvitedController:
    return InvitedController(notices, passing, network, bus)


def test_who_is_invited_can_join_by_a_button(notices, network, bus) -> None:
    bus.publish(Invited("#tea", "kofi", "Ada"))

    key, text, _tone, join = notices.show.call_args.args
    join.do()

    assert (key, text, join.words) == (INVITED, "Ada invites you to #tea.", "Join")
    network.join.assert_called_once_with("#tea")


def test_the_invitation_goes_once_one_is_there(notices, bus) -> None:
    bus.publish(Invited("#tea", "Kofi", "Ada"))

    bus.publish(RoomOpened("#other"))
    notices.hide.assert_not_called()
    bus.publish(RoomOpened("#Tea"))
    bus.publish(RoomOpened("#tea"))

    notices.hide.assert_called_once_with(INVITED)


@pytest.mark.parametrize(
    ("by", "words"),
    [("Ada", "Ada invited Bob to #tea."), ("", "Bob was invited to #tea.")],
)
def test_that_others_were_invited_passes(notices, passing, bus, by, words) -> None:
    bus.publish(Invited("#tea", "Bob", by))

    passing.show.assert_called_once_with(words)
    notices.show.assert_not_called()
