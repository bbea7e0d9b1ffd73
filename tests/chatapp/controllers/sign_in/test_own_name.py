"""One's own name: a guest is told why, and another computer gets what it needs."""

import pytest

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.sign_in.account_wording import ACCOUNT
from chatapp.controllers.sign_in.own_name import GUEST, NO_LINK, OwnNameController
from chatapp.controllers.sign_in.sign_in_wording import PROOF_PROBLEMS
from chatapp.controllers.window import WindowView
from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.models.entities import Tone
from chatapp.models.events import (
    AccountChanged,
    ProofFailed,
    ProofProblem,
    RoomSelected,
)
from chatapp.models.hosting.hosting import Hosting
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.invite_link import InviteLink

FAILED = ProofFailed("noor", ProofProblem.LOCKED)
FINGERPRINT = Fingerprint(b"\1" * 32)
KOFI = Account("Kofi", "secret")


@pytest.fixture
def notices(mocker):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def window(mocker):
    return mocker.create_autospec(WindowView, instance=True)


@pytest.fixture
def hosting(mocker):
    hosting = mocker.create_autospec(Hosting, instance=True)
    hosting.address_for_others.side_effect = lambda host, _fingerprint: host
    hosting.seek_address.side_effect = lambda host, _port, then: then(host)
    return hosting


@pytest.fixture
def controller(notices, window, network, bus, hosting):
    network.own_name.failure = None
    network.own_name.look_up.side_effect = lambda then: then(KOFI)
    network.encryption = Encryption("TLSv1.3", FINGERPRINT, Trust.FIRST_USE)
    return OwnNameController(notices, window, network, bus, hosting, print)


def link_in(window):
    return InviteLink.parse(window.show_link.call_args.kwargs["link"])


def test_why_one_is_a_guest_is_told_with_what_to_do(controller, notices, bus):
    bus.publish(FAILED)

    notices.show.assert_called_once_with(
        GUEST,
        "You are here as a guest, Kofi. The name noor is locked here now."
        " Ask whoever runs the server.",
        Tone.WARNING,
    )


def test_what_failed_before_the_window_was_there_is_told_in_it(
    controller, notices, network
):
    network.own_name.failure = FAILED

    controller.begin()

    assert notices.show.call_args.args[0] == GUEST


def test_where_nothing_failed_nothing_is_told(controller, notices):
    controller.begin()

    notices.show.assert_not_called()


def test_the_notice_goes_once_one_is_oneself_again(controller, notices, bus):
    bus.publish(FAILED)

    bus.publish(AccountChanged("noor"))

    notices.hide.assert_called_once_with(GUEST)


@pytest.mark.parametrize("problem", ProofProblem)
def test_every_reason_has_its_words(problem):
    assert problem in PROOF_PROBLEMS


def test_the_link_for_another_computer_has_all_that_it_needs(controller, window):
    controller.use_elsewhere()

    assert link_in(window) == InviteLink(
        "10.0.0.5", 6667, fingerprint=FINGERPRINT, account="Kofi", secret="secret"
    )


def test_where_an_authority_vouches_the_certificate_may_change(
    controller, window, network
):
    network.encryption = Encryption("TLSv1.3", FINGERPRINT, Trust.AUTHORITY)

    controller.use_elsewhere()

    assert link_in(window).fingerprint is None


def test_who_hosts_the_chat_gives_the_address_that_others_use(
    controller, window, network, hosting
):
    network.host = "127.0.0.1"
    hosting.address_for_others.side_effect = None
    hosting.address_for_others.return_value = "192.168.1.20"

    controller.use_elsewhere()

    assert link_in(window).host == "192.168.1.20"


def test_a_server_on_this_computer_is_sought_where_others_reach_it(
    controller, window, network, hosting
):
    network.host = "127.0.0.1"
    hosting.seek_address.side_effect = lambda _host, _port, then: then("192.168.1.20")

    controller.use_elsewhere()

    assert link_in(window).host == "192.168.1.20"
    assert hosting.seek_address.call_args.args[:2] == ("127.0.0.1", 6667)


def test_what_answers_nowhere_else_is_said_until_one_goes_to_another_room(
    controller, window, network, notices, bus
):
    network.host = "127.0.0.1"

    controller.use_elsewhere()

    window.show_link.assert_not_called()
    assert "Only this computer has the address" in notices.show.call_args.args[1]
    notices.hide.reset_mock()
    bus.publish(RoomSelected("#garden"))
    notices.hide.assert_called_once_with(NO_LINK)


@pytest.mark.parametrize("found", [None, Account("Kofi")])
def test_a_name_that_is_not_ones_own_yet_is_said(
    controller, window, network, notices, found
):
    network.own_name.look_up.side_effect = lambda then: then(found)

    controller.use_elsewhere()

    window.show_link.assert_not_called()
    assert notices.show.call_args.args[0] == NO_LINK


def test_an_account_that_one_has_named_can_be_put_right(
    controller, notices, network, bus
):
    opened = []
    controller.named_account = "noor"
    controller.on_account = lambda: opened.append(1)

    bus.publish(FAILED)

    key, text, _, action = notices.show.call_args.args
    action.do()
    assert (key, action.words, opened) == (GUEST, ACCOUNT, [1])
    assert "without the account noor, which is locked" in text
