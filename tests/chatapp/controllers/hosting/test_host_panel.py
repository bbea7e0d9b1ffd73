"""What the panel of a chat's host shows and does."""

from ipaddress import ip_interface

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.hosting.host_links import HostLinks
from chatapp.controllers.hosting.host_panel import (
    HeaderView,
    HostPanelController,
    HostPanelView,
    HostWindow,
)
from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.models.entities import Person
from chatapp.models.events import PeopleChanged, SignedIn
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.hosting.operating import Operating
from chatapp.models.hosting.running_server import Started
from chatapp.models.program.event_bus import EventBus
from chatapp.system.interfaces import Interface
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.invite_link import InviteLink
from chatapp.wire.short_code import ShortCode

FINGERPRINT = Fingerprint(b"\1" * 32)
STARTED = Started(7001, "192.168.1.7", FINGERPRINT, "host", "for this run")
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
    hosting.running = True
    hosting.seek_operator.side_effect = lambda then: then("host", "for this run")
    hosting.started = STARTED
    hosting.address_for_others.return_value = "192.168.1.7"
    hosting.keeps_going = False
    return hosting


@pytest.fixture
def links(mocker: MockerFixture):
    links = mocker.create_autospec(HostLinks, instance=True)
    links.only, links.token, links.words, links.works = False, "", "", True
    return links


@pytest.fixture
def stop(mocker: MockerFixture):
    return mocker.Mock()


@pytest.fixture(autouse=True)
def controller(header, window, network, bus: EventBus, hosting, links, stop, mocker):
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
        links,
        stop,
    )


def test_the_host_becomes_the_operator_of_his_chat(controller, header, network) -> None:
    controller.begin()

    header.show_invite.assert_called_once_with(True)
    network.operating.become.assert_called_once_with("host", "for this run")


def test_a_guest_has_no_panel(controller, header, network, hosting) -> None:
    hosting.running = False

    controller.begin()

    header.show_invite.assert_called_once_with(False)
    network.operating.become.assert_not_called()


def test_who_has_gone_to_another_server_meanwhile_does_not_tell_it_the_password(
    controller, network, hosting
) -> None:
    controller.begin()
    network.operating.become.reset_mock()
    (found,) = hosting.seek_operator.call_args.args
    network.encryption = None

    found("host", "for this run")

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
    card.show_invitation.assert_called_once_with(OPEN_LINK.render(), code.render(), "")
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


def test_who_may_join_is_decided_in_the_panel(controller, card, links) -> None:
    controller.open()

    card.on_only(True)

    links.let_in_only_invited.assert_called_once_with(True)


def test_the_link_of_an_invitation_lets_others_in(controller, card, links) -> None:
    controller.open()
    links.only, links.token, links.words = True, "token", "It lets in one person."

    links.on_changed()

    link, _, words = card.show_invitation.call_args.args
    card.show_only.assert_called_with(True)
    assert "t=token" in link
    assert words == "It lets in one person."


def test_a_link_that_lets_nobody_in_is_not_shown(controller, card, links) -> None:
    controller.open()
    links.only, links.works, links.words = True, False, "It is used up."

    links.on_changed()

    card.show_invitation.assert_called_with("", "", "It is used up.")


def test_the_links_are_a_card_of_their_own_and_lead_back(
    controller, card, links, window
) -> None:
    controller.open()

    card.on_links()
    links.on_changed()
    links.on_closed()

    links.open.assert_called_once_with()
    assert window.new_host_panel.call_count == 2
    assert card.show_invitation.call_count == 2


def test_whenever_the_panel_opens_the_server_is_asked_who_came(
    controller, links
) -> None:
    controller.open()

    links.look.assert_called_once_with()


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
