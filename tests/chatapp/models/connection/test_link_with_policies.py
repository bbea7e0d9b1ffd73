"""A link to a server that wants TLS only: https://ircv3.net/specs/extensions/sts"""

import pytest

from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import (
    IN_PLAIN,
    Demand,
    Encryption,
    Need,
    Trust,
)
from chatapp.models.entities import Connectedness
from chatapp.models.events import Problem, SignInFailed
from chatapp.models.servers.transport_policies import TransportPolicies
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.fakes import ENCRYPTED, NOON, NetworkStage

FIRST_USE = Encryption("TLSv1.3", Fingerprint(b"\1" * 32), Trust.FIRST_USE)
VERIFIED = Demand(Need.VERIFIED)
HOST = "chat.example"


@pytest.fixture
def policies(tmp_path):
    return TransportPolicies.load(lambda: NOON, tmp_path)


@pytest.fixture
def stage(policies):
    return NetworkStage(policies=policies)


@pytest.fixture
def plain(stage):
    """Connected in plain, and asking for the capabilities."""
    account = Account("noor", "sesame")
    stage.network.connect(HOST, 6667, "noor", demand=IN_PLAIN, account=account)
    stage.wire.open()
    stage.wire.take_sent()
    return stage


def test_a_plain_connection_is_left_at_once_for_the_announced_port(plain):
    plain.wire.feed("CAP * LS :sts=port=6697 sasl echo-message", ":s 001 noor :Hi")

    left, wire = plain.wires
    assert left.closed
    assert left.sent == []
    assert (wire.host, wire.port, wire.demand) == (HOST, 6697, VERIFIED)
    assert plain.told(SignInFailed) == []


def test_the_account_is_proved_only_where_it_is_safe(plain):
    plain.wire.feed("CAP * LS :sts=port=6697 sasl")

    plain.wire.open(ENCRYPTED)
    plain.wire.feed("CAP * LS :sts=duration=60 sasl", "CAP * ACK :sasl")

    assert "CAP REQ sasl" in plain.wire.sent
    assert "AUTHENTICATE SCRAM-SHA-256" in plain.wire.sent


def test_a_server_that_nobody_vouches_for_is_not_gone_back_to_in_plain(plain):
    plain.wire.feed("CAP * LS :sts=port=6697")

    plain.wire.end(Problem.CERTIFICATE_UNKNOWN)

    assert plain.told(SignInFailed) == [SignInFailed(Problem.CERTIFICATE_UNKNOWN)]
    assert len(plain.wires) == 2


@pytest.mark.parametrize("value", ["duration=60", "port=x", "port=0", ""])
def test_what_names_no_port_leads_nowhere_and_is_not_kept(plain, policies, value):
    plain.wire.feed(f"CAP * LS :sts={value}")

    assert len(plain.wires) == 1
    assert plain.wire.sent == ["CAP END"]
    assert policies.port_of(HOST) is None


def connect(stage, encryption=ENCRYPTED):
    stage.network.connect(HOST, 6667, "noor", demand=IN_PLAIN)
    stage.wire.open(encryption)


def test_a_policy_that_was_kept_is_obeyed_from_the_first_try_on(stage, policies):
    policies.keep(HOST, 6697, 60)

    connect(stage)

    assert (stage.wire.port, stage.wire.demand) == (6697, VERIFIED)


def test_a_policy_is_kept_for_the_port_one_came_to(stage, policies):
    connect(stage)

    stage.wire.feed("CAP * LS :sts=duration=60,port=12345")

    assert policies.port_of(HOST) == 6667
    assert len(stage.wires) == 1


def test_a_policy_of_no_time_ends_the_one_that_was_kept(stage, policies):
    policies.keep(HOST, 6697, 60)
    connect(stage)

    stage.wire.feed("CAP * LS :sts=duration=0")

    assert policies.port_of(HOST) is None


def test_who_is_met_for_the_first_time_may_not_say_what_is_to_last(stage, policies):
    connect(stage, FIRST_USE)

    stage.wire.feed("CAP * LS :sts=duration=60")

    assert policies.port_of(HOST) is None


def test_nothing_can_take_a_policy_back_but_its_time(stage, policies):
    connect(stage)
    stage.wire.feed("CAP * LS :sts=duration=60")

    stage.wire.feed("CAP * DEL :sts")

    assert policies.port_of(HOST) == 6667


def test_a_policys_time_begins_anew_when_the_connection_ends(mocker):
    policies = mocker.Mock(**{"port_of.return_value": None})
    stage = NetworkStage(policies=policies)
    connect(stage)
    stage.wire.feed("CAP * LS :sts=duration=60")
    policies.keep.reset_mock()

    stage.wire.end()

    policies.keep.assert_called_once_with(HOST, 6667, 60)


def test_a_policy_that_comes_later_ends_the_plain_session(stage):
    stage.network.connect(HOST, 6667, "noor", demand=IN_PLAIN)
    stage.welcome()

    stage.wire.feed(":s CAP noor NEW :sts=port=6697")

    assert stage.wire.closed
    assert stage.network.state is Connectedness.WAITING
