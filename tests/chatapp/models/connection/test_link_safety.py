"""How safe a link has to be: with whom one speaks, and what goes out in plain."""

from datetime import UTC, datetime

import pytest

from chatapp.models.connection.encryption import ANY, Demand, Encryption, Need, Trust
from chatapp.models.entities import Connectedness
from chatapp.models.events import Problem, ServerMet, SignInFailed
from chatapp.models.servers.known_servers import KnownServers
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.fakes import NetworkStage

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
FINGERPRINT = Fingerprint(b"\1" * 32)
OTHER = Fingerprint(b"\2" * 32)
FIRST_USE = Encryption("TLSv1.3", FINGERPRINT, Trust.FIRST_USE)
WELCOME = (":s 001 noor :Hi", ":s 422 noor :No")


@pytest.fixture
def servers(tmp_path) -> KnownServers:
    return KnownServers.load(lambda: NOON, tmp_path)


@pytest.fixture
def stage(servers) -> NetworkStage:
    """A network that knows servers again."""
    return NetworkStage(servers=servers)


def sign_in(stage, encryption=FIRST_USE, demand=ANY):
    stage.network.connect("chat.example", 6667, "noor", demand=demand)
    stage.wire.open(encryption)
    stage.wire.feed(*WELCOME)


def test_a_server_that_is_met_for_the_first_time_is_told_of_once(stage):
    sign_in(stage)
    stage.network.sign_out()

    sign_in(stage)

    assert stage.told(ServerMet) == [ServerMet(FIRST_USE)]
    assert stage.network.encryption == FIRST_USE


def test_who_was_met_must_be_the_same_when_one_comes_back(stage):
    sign_in(stage)
    stage.wire.end()

    stage.reconnect()

    assert stage.wire.demand == Demand(Need.REQUIRED, FINGERPRINT)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_who_was_met_must_be_the_same_on_this_very_computer_too(stage, host):
    stage.network.connect(host, 6667, "noor")
    stage.wire.open(FIRST_USE)
    stage.wire.feed(*WELCOME)
    stage.wire.end()

    stage.reconnect()

    assert stage.wire.demand == Demand(Need.REQUIRED, FINGERPRINT)


def test_words_go_to_no_other_server_because_another_window_trusts_it(stage, servers):
    sign_in(stage)
    stage.wire.end()

    servers.trust("chat.example", 6667, OTHER)
    stage.reconnect()

    assert stage.wire.demand.fingerprint == FINGERPRINT


def test_who_says_that_another_server_is_the_same_is_there_at_once(stage):
    sign_in(stage)
    stage.wire.end(Problem.CERTIFICATE_CHANGED, OTHER.hex)

    stage.network.expecting.take(("chat.example", 6667), OTHER, "invite:new")

    assert stage.network.state is Connectedness.CONNECTING
    assert stage.wire.demand == Demand(Need.REQUIRED, OTHER)
    assert stage.network.expecting.demand.fingerprint == OTHER


def test_what_was_plain_may_be_encrypted_the_next_time(stage):
    sign_in(stage, encryption=None)
    stage.wire.end()

    stage.reconnect()

    assert stage.wire.demand == ANY


def test_an_invitations_fingerprint_wins_over_what_was_remembered(stage):
    sign_in(stage)
    stage.network.sign_out()
    newer = Demand(Need.REQUIRED, Fingerprint(b"\2" * 32))

    sign_in(stage, demand=newer)

    assert stage.wire.demand == newer


def test_another_server_at_a_known_place_is_told_and_not_spoken_to(stage):
    stage.network.connect("chat.example", 6667, "noor")

    stage.wire.end(Problem.CERTIFICATE_CHANGED, "ab" * 32)

    failed = SignInFailed(Problem.CERTIFICATE_CHANGED, "ab" * 32)
    assert stage.told(SignInFailed) == [failed]
    assert stage.wire.sent == []


def test_a_stranger_where_the_server_was_does_not_end_the_waiting_for_it(stage):
    sign_in(stage)
    stage.wire.end()
    stage.reconnect()

    stage.wire.end(Problem.CERTIFICATE_CHANGED, "ab" * 32)

    assert stage.network.state is Connectedness.WAITING


def test_a_password_is_not_sent_in_plain(stage):
    stage.network.connect("chat.example", 6667, "noor", "sesame")

    stage.wire.open()

    assert stage.told(SignInFailed) == [SignInFailed(Problem.PASSWORD_IN_PLAIN)]
    assert stage.wire.sent == []


def test_a_password_may_go_in_plain_to_this_very_computer(stage):
    stage.network.connect("localhost", 6667, "noor", "sesame")

    stage.wire.open_here()

    assert "PASS sesame" in stage.wire.sent
