"""What the panel of a chat's host shows and does."""

from ipaddress import ip_interface

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.host_panel import (
    HeaderView,
    HostPanelController,
    HostPanelView,
    HostWindow,
)
from chatapp.models.encryption import Encryption, Trust
from chatapp.models.entities import Connectedness, Person
from chatapp.models.event_bus import EventBus
from chatapp.models.events import ConnectionChanged, PeopleChanged, SignedIn
from chatapp.models.hosting import Hosting
from chatapp.models.interfaces import Interface
from chatapp.models.operating import Operating
from chatapp.models.operator_events import (
    BecameOperator,
    InvitationMade,
    InvitationRevoked,
    InvitedOnly,
)
from chatapp.models.running_server import Started
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.invite_link import InviteLink
from chatapp.wire.short_code import ShortCode

FINGERPRINT = Fingerprint(b"\1" * 32)
STARTED = Started(7001, "chatapp", FINGERPRINT, "host", "for this run")
OPEN_LINK = InviteLink("192.168.1.7", 7001, fingerprint=FINGERPRINT)
INTERFACES = [
    Interface("lo", ip_interface("127.0.0.1/8")),
    Interface("wlan0", ip_interface("192.168.1.7/24")),
]


@pytest.fixture
def card(mocker: MockerFixture):
    return mocker.create_autospec(HostPanelView, instance=True)


@pytest.fixture
def window(mocker: MockerFixture, card):
    window = mocker.create_autospec(HostWindow, instance=True)
    window.new_host_panel.return_value = card
    return window


@pytest.fixture
def header(mocker: MockerFixture):
    return mocker.create_autospec(HeaderView, instance=True)


@pytest.fixture
def hosting(mocker: MockerFixture):
    hosting = mocker.create_autospec(Hosting, instance=True)
    hosting.operator = ("host", "for this run")
    hosting.started, hosting.address = STARTED, "192.168.1.7"
    hosting.keeps_going = False
    return hosting


@pytest.fixture
def stop(mocker: MockerFixture):
    return mocker.Mock()


@pytest.fixture(autouse=True)
def controller(header, window, network, bus: EventBus, hosting, stop, mocker):
    network.encryption = Encryption("TLSv1.3", FINGERPRINT, Trust.FINGERPRINT)
    network.operating = mocker.create_autospec(Operating, instance=True)
    return HostPanelController(
        header,
        window,
        network,
        bus,
        hosting,
        mocker.Mock(),
        lambda: INTERFACES,
        stop,
    )


def test_the_host_becomes_the_operator_of_his_chat(controller, header, network) -> None:
    controller.begin()

    header.show_invite.assert_called_once_with(True)
    network.operating.become.assert_called_once_with("host", "for this run")


def test_a_guest_has_no_panel(controller, header, network, hosting) -> None:
    hosting.operator = None

    controller.begin()

    header.show_invite.assert_called_once_with(False)
    network.operating.become.assert_not_called()


def test_another_server_is_not_told_the_password(
    controller, header, network, mocker
) -> None:
    another = Fingerprint(b"\2" * 32)
    network.encryption = Encryption("TLSv1.3", another, Trust.FIRST_USE)

    controller.begin()

    header.show_invite.assert_called_once_with(False)
    network.operating.become.assert_not_called()


def test_after_a_reconnection_the_host_is_the_operator_again(network, bus) -> None:
    bus.publish(SignedIn("Kofi", again=True))

    network.operating.become.assert_called_once_with("host", "for this run")


def test_the_panel_shows_how_others_join(controller, card, header) -> None:
    header.on_invite()

    code = ShortCode.of(OPEN_LINK)
    assert code is not None
    card.show_invitation.assert_called_once_with(OPEN_LINK.render(), code.render())
    card.show_only.assert_called_once_with(False)
    card.show_keep.assert_called_once_with(False)
    card.show_places.assert_called_once_with(
        "Others find this computer at 192.168.1.7, port 7001."
    )


def test_the_panel_tells_who_is_on(controller, card) -> None:
    controller.open()

    card.show_people.assert_called_once_with("2 people are here with you: Ada, Adam")


def test_of_many_people_some_are_named(controller, card, network, bus) -> None:
    controller.open()
    network.people.return_value = [Person(f"Person{n}") for n in range(7)]

    bus.publish(PeopleChanged("#lobby"))

    card.show_people.assert_called_with(
        "7 people are here with you: Person0, Person1, Person2, Person3, 3 more"
    )


def test_who_is_alone_is_told_so(controller, card, network) -> None:
    network.people.return_value = [Person("Kofi", is_me=True)]

    controller.open()

    card.show_people.assert_called_once_with("Nobody but you is here yet.")


def test_an_operator_asks_who_may_join(network, bus) -> None:
    bus.publish(BecameOperator())

    network.operating.ask.assert_called_once_with()


def test_only_the_invited_may_join_if_the_host_wants_it(
    controller, card, network, bus
) -> None:
    bus.publish(BecameOperator())
    controller.open()

    card.on_only(True)
    bus.publish(InvitedOnly(True))
    bus.publish(InvitationMade(7, "token"))

    network.operating.let_in_only_invited.assert_called_once_with(True)
    network.operating.invite.assert_called_once_with()
    card.show_only.assert_called_with(True)
    assert "t=token" in card.show_invitation.call_args.args[0]


def test_where_everybody_may_join_the_link_has_no_token(controller, card, bus) -> None:
    controller.open()
    bus.publish(InvitedOnly(True))
    bus.publish(InvitationMade(7, "token"))

    bus.publish(InvitedOnly(False))

    assert card.show_invitation.call_args.args[0] == OPEN_LINK.render()


def test_a_new_link_takes_the_old_one_back(controller, card, network, bus) -> None:
    controller.open()
    bus.publish(InvitedOnly(True))
    bus.publish(InvitationMade(7, "token"))

    card.on_renew()
    bus.publish(InvitationRevoked(7))
    bus.publish(InvitationMade(8, "another"))

    network.operating.revoke.assert_called_once_with(7)
    assert "t=another" in card.show_invitation.call_args.args[0]


def test_who_is_offline_makes_no_invitation(network, bus) -> None:
    bus.publish(BecameOperator())
    bus.publish(ConnectionChanged(Connectedness.OFFLINE))

    bus.publish(InvitedOnly(True))

    network.operating.invite.assert_not_called()


def test_the_chat_can_be_kept_going(controller, card, hosting) -> None:
    controller.open()

    card.on_keep(True)

    assert hosting.keeps_going is True
    card.show_keep.assert_called_with(True)


def test_the_chat_is_stopped_after_a_question(controller, card, window, stop) -> None:
    controller.open()

    card.on_stop()
    stop.assert_not_called()
    window.ask.call_args.kwargs["on_yes"]()

    stop.assert_called_once_with()


def test_a_computer_in_no_network_is_told_so(controller, card, mocker) -> None:
    controller._interfaces = lambda: INTERFACES[:1]

    controller.open()

    card.show_places.assert_called_once_with(
        "This computer is in no network, so nobody else can join."
    )
