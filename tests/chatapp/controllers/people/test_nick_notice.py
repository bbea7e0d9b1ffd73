"""The notice for how long another nick holds, with mocked notices and network."""

from unittest.mock import call

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.people.nick_notice import NickNotice
from chatapp.models.entities import Tone
from chatapp.models.events import NickChanged, SignedIn


@pytest.fixture
def notices(mocker: MockerFixture, network, bus):
    notices = mocker.create_autospec(NoticesView, instance=True)
    network.username = network.nick = "maria"
    network.has_wanted_nick = True
    network.same.side_effect = lambda one, other: one.lower() == other.lower()
    NickNotice(notices, network, bus)
    return notices


def test_one_is_told_once_for_how_long_it_holds(notices, bus) -> None:
    bus.publish(NickChanged("maria", "jonas"))
    bus.publish(NickChanged("jonas", "jonathan"))

    notices.show.assert_called_once_with(
        "nick",
        "You are jonas until you leave this chat. The next time you are maria again; "
        "to be jonas for good, sign in with that name.",
        Tone.INFO,
    )


def test_who_has_the_name_again_by_which_one_comes_is_told_no_more(notices, bus):
    bus.publish(NickChanged("maria", "jonas"))

    bus.publish(NickChanged("jonas", "Maria"))

    notices.hide.assert_called_once_with("nick")


def test_of_a_name_that_the_server_gave_nothing_is_said(notices, network, bus):
    network.has_wanted_nick = False

    bus.publish(NickChanged("maria", "Guest7"))

    notices.show.assert_not_called()


@pytest.mark.parametrize(("nick", "times"), [("mar", 1), ("maria", 0), ("Guest7", 0)])
def test_one_is_told_once_that_the_server_has_made_the_username_shorter(
    notices, network, bus, nick, times
):
    network.nick = nick
    bus.publish(SignedIn(nick))
    bus.publish(SignedIn(nick, again=True))

    said = "This server takes shorter usernames only: you are mar here, and not maria."
    assert notices.show.mock_calls == [call("nick", said, Tone.INFO)] * times
