"""Whether a server with another certificate is the one that was known, is asked."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.servers.another_certificate import AnotherCertificate
from chatapp.controllers.window import ComparingWindow
from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.servers.known_servers import KnownServers
from chatapp.wire.fingerprints import Fingerprint

KNOWN, NEW = Fingerprint(b"\1" * 32), Fingerprint(b"\2" * 32)
PLACE = ("10.0.0.5", 6667)


@pytest.fixture
def window(mocker: MockerFixture):
    return mocker.create_autospec(ComparingWindow, instance=True)


@pytest.fixture
def servers(mocker: MockerFixture):
    return mocker.create_autospec(KnownServers, instance=True)


@pytest.fixture
def trusted() -> list[Fingerprint]:
    return []


@pytest.fixture
def another(window, network, servers, trusted) -> AnotherCertificate:
    network.expecting.demand = Demand(Need.REQUIRED, KNOWN)
    return AnotherCertificate(window, network, servers, trusted.append)


def test_nothing_goes_to_another_server_before_somebody_says_that_it_is_the_same(
    another, window, network, servers, trusted
) -> None:
    another.compare(PLACE, NEW)

    (shown,) = window.compare.call_args.args
    assert [each for _, each in shown.fingerprints] == [KNOWN, NEW]
    assert trusted == []
    servers.trust.assert_not_called()
    network.expecting.take.assert_not_called()


def test_who_says_so_goes_there_and_knows_it_from_then_on(
    another, window, network, servers, trusted
) -> None:
    another.invited(PLACE, NEW, "invite:abc")
    (shown,) = window.compare.call_args.args

    shown.on_yes()

    assert [caption for caption, _ in shown.fingerprints] == [
        "Known until now",
        "Invited to",
    ]
    servers.trust.assert_called_once_with(*PLACE, NEW)
    network.expecting.take.assert_called_once_with(PLACE, NEW, "invite:abc")
    assert trusted == [NEW]


def test_an_invitation_to_the_server_that_is_expected_asks_nothing(
    another, window, network
) -> None:
    another.invited(PLACE, KNOWN, "")

    window.compare.assert_not_called()
    network.expecting.take.assert_called_once_with(PLACE, KNOWN, "")
