"""How safe the connection is, as the window tells it."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.sign_in import trust_wording as wording
from chatapp.controllers.sign_in.trust import SAFETY, SafetyView, TrustController
from chatapp.controllers.window import WindowView
from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.models.entities import Connectedness
from chatapp.models.events import ConnectionChanged, ServerMet
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.fingerprints import Fingerprint

FINGERPRINT = Fingerprint(bytes(32))
FIRST_USE = Encryption("TLSv1.3", FINGERPRINT, Trust.FIRST_USE)


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(SafetyView, instance=True)


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def window(mocker: MockerFixture):
    return mocker.create_autospec(WindowView, instance=True)


@pytest.fixture
def copied() -> list[str]:
    return []


@pytest.fixture
def controller(view, notices, window, network, bus: EventBus, copied):
    network.state = Connectedness.ONLINE
    network.encryption = FIRST_USE
    network.name = "Physics"
    network.host = "192.168.1.20"
    return TrustController(view, notices, window, network, bus, copied.append)


def test_an_encrypted_connection_is_said_to_be(controller, view) -> None:
    controller.begin(None)

    view.show_safety.assert_called_once_with(wording.ENCRYPTED, is_safe=True)


def test_a_plain_connection_is_marked(controller, view, network) -> None:
    network.encryption = None

    controller.begin(None)

    view.show_safety.assert_called_once_with(wording.NOT_ENCRYPTED, is_safe=False)


def test_nothing_is_said_of_a_connection_that_is_not_there(
    controller, view, network, bus
) -> None:
    network.state = Connectedness.WAITING

    bus.publish(ConnectionChanged(Connectedness.WAITING))

    assert view.show_safety.call_args.args == ("",)


@pytest.mark.parametrize("trust", list(Trust))
def test_by_what_the_server_is_known_can_be_looked_at(
    controller, view, window, network, trust
) -> None:
    network.encryption = Encryption("TLSv1.3", FINGERPRINT, trust)

    view.on_safety()

    shown = window.compare.call_args.args[0]
    assert shown.fingerprints == (("", FINGERPRINT),)
    assert shown.title == "Physics is known by this"


def test_the_words_can_be_copied(controller, view, window, copied) -> None:
    view.on_safety()

    window.compare.call_args.args[0].on_yes()

    assert copied == [f"{' '.join(FINGERPRINT.words)}\nSHA-256 {FINGERPRINT.hex}"]


def test_what_plain_means_is_explained(controller, view, notices, network) -> None:
    network.encryption = None

    view.on_safety()

    assert "could read along" in notices.show.call_args.args[1]


def test_the_first_time_is_told_and_leads_to_the_picture(
    controller, notices, window
) -> None:
    controller.begin(ServerMet(FIRST_USE))

    key, text, *_, look = notices.show.call_args.args
    look.do()

    assert (key, "for the first time" in text) == (SAFETY, True)
    window.compare.assert_called_once()
