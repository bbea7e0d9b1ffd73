"""Who is alone is told how others join."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.hosting.invitation import InvitationController
from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import (
    Connectedness,
    NoticeAction,
    Person,
    Room,
    RoomKind,
    Tone,
)
from chatapp.models.events import (
    ConnectionChanged,
    FrameEnded,
    PeopleChanged,
    RoomSelected,
)
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.hosting.operator_events import BecameOperator, InvitedOnly
from chatapp.models.program.event_bus import EventBus


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def hosting(mocker: MockerFixture):
    hosting = mocker.create_autospec(Hosting, instance=True)
    hosting.address_for_others.return_value = "10.0.0.5"
    return hosting


@pytest.fixture
def copy(mocker: MockerFixture):
    return mocker.Mock()


@pytest.fixture
def invite(mocker: MockerFixture):
    return mocker.Mock()


@pytest.fixture(autouse=True)
def controller(
    notices, network, bus: EventBus, hosting, copy, invite
) -> InvitationController:
    network.people.return_value = [Person("Kofi", is_me=True)]
    network.state = Connectedness.ONLINE
    network.lets_in_only_invited = False
    return InvitationController(notices, network, bus, hosting, copy, invite)


def open_room(bus: EventBus, room: str) -> None:
    bus.publish(RoomSelected(room))
    bus.publish(FrameEnded())


def test_alone_in_a_room_one_is_told_how_others_join(notices, bus) -> None:
    open_room(bus, "#lobby")

    text, tone, action = notices.show.call_args.args[1:4]
    assert text == ("Only you are here. Others join with:  chatapp --server 10.0.0.5")
    assert (tone, action.words) == (Tone.INFO, "Copy")


def test_another_port_is_part_of_the_invitation(notices, network, bus) -> None:
    network.port = 7000

    open_room(bus, "#lobby")

    assert notices.show.call_args.args[1].endswith("--server 10.0.0.5 --port 7000")


def test_who_hosts_gives_the_address_that_others_reach(notices, bus, hosting) -> None:
    hosting.address_for_others.return_value = "192.168.1.20"

    open_room(bus, "#lobby")

    assert notices.show.call_args.args[1].endswith("chatapp --server 192.168.1.20")


def test_the_command_can_be_copied(notices, bus, copy) -> None:
    open_room(bus, "#lobby")

    notices.show.call_args.args[3].do()

    copy.assert_called_once_with("chatapp --server 10.0.0.5")


def test_where_only_the_invited_come_in_their_links_are_offered(
    notices, network, bus, invite
) -> None:
    open_room(bus, "#lobby")
    network.lets_in_only_invited = True
    bus.publish(InvitedOnly(True))
    bus.publish(FrameEnded())

    text, *actions = notices.show.call_args.args[1:]
    assert text.endswith("and who looks after this chat can make one.")
    assert actions == [Tone.INFO]
    bus.publish(BecameOperator())
    bus.publish(FrameEnded())

    text, tone, action = notices.show.call_args.args[1:4]
    assert text == (
        "Only you are here. Others come in by an invitation, and in no other way."
    )
    assert (tone, action) == (Tone.INFO, NoticeAction("Invite others", invite))
    network.lets_in_only_invited = False
    bus.publish(InvitedOnly(False))
    bus.publish(FrameEnded())
    assert "chatapp --server 10.0.0.5" in notices.show.call_args.args[1]


def test_the_invitation_goes_when_somebody_comes(notices, network, bus, people) -> None:
    open_room(bus, "#lobby")

    network.people.return_value = people
    bus.publish(PeopleChanged("#lobby"))
    bus.publish(FrameEnded())

    notices.hide.assert_called_once_with("invitation")


def test_an_empty_room_invites_nobody_while_others_are_in_the_lobby(
    notices, network, bus, rooms, people
) -> None:
    rooms.append(Room("#class", RoomKind.CHANNEL))
    alone = network.people.return_value
    network.people.side_effect = {"#lobby": people, "#class": alone}.get

    open_room(bus, "#class")

    notices.show.assert_not_called()


def test_a_server_on_this_computer_only_invites_who_is_at_it(
    notices, hosting, bus
) -> None:
    hosting.address_for_others.return_value = "127.0.0.1"

    open_room(bus, "#lobby")

    text = notices.show.call_args.args[1]
    assert text.startswith("Only you are here. Others on this computer join with:")


def test_a_server_that_also_answers_elsewhere_invites_others_there(
    notices, network, hosting, bus
) -> None:
    network.host = hosting.address_for_others.return_value = "127.0.0.1"
    open_room(bus, "#lobby")
    open_room(bus, "#lobby")
    hosting.seek_address.assert_called_once()
    host, port, found = hosting.seek_address.call_args.args

    found("192.168.1.20")

    assert (host, port) == ("127.0.0.1", network.port)
    text = notices.show.call_args.args[1]
    assert text.startswith("Only you are here. Others join with:")
    assert text.endswith("chatapp --server 192.168.1.20")


def test_while_the_server_is_gone_nobody_is_invited(notices, network, bus) -> None:
    open_room(bus, "#lobby")

    network.state = Connectedness.WAITING
    bus.publish(ConnectionChanged(Connectedness.WAITING))
    bus.publish(FrameEnded())

    notices.hide.assert_called_once_with("invitation")


def test_a_direct_conversation_invites_nobody(notices, bus) -> None:
    open_room(bus, "Ada")

    notices.show.assert_not_called()
