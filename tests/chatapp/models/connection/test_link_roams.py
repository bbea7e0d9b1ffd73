"""A server whose address changes, and links that find it again by its certificate."""

from datetime import UTC, datetime

import pytest

from chatapp.models.connection.encryption import Demand, Encryption, Need, Trust
from chatapp.models.connection.keepalive import MOMENT_SECONDS
from chatapp.models.connection.vigil import MOVED_SECONDS
from chatapp.models.entities import Connectedness
from chatapp.models.events import ConnectionChanged, Problem, SignedIn, SignInFailed
from chatapp.models.servers.known_servers import KnownServers
from tests.chatapp.models.fakes import NetworkStage
from tests.chatapp.models.neighbours import FINGERPRINT, FakeLookout, server_at

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
OLD, NEW = ("192.168.1.20", 6667), ("192.168.1.33", 6667)
MET = Encryption("TLSv1.3", FINGERPRINT, Trust.FIRST_USE)
AGAIN = Encryption("TLSv1.3", FINGERPRINT, Trust.FINGERPRINT)
WELCOME = (":s 001 noor :Hi", ":s 422 noor :No")


@pytest.fixture
def lookout() -> FakeLookout:
    return FakeLookout()


@pytest.fixture
def servers(tmp_path) -> KnownServers:
    return KnownServers.load(lambda: NOON, tmp_path)


@pytest.fixture
def stage(servers, lookout) -> NetworkStage:
    """A network that knows servers again, and looks around."""
    return NetworkStage(servers=servers, lookout=lookout)


def let_in(stage, encryption) -> None:
    stage.wire.open(encryption)
    stage.wire.feed(*WELCOME)


@pytest.fixture
def online(stage) -> NetworkStage:
    stage.network.connect(*OLD, "noor")
    let_in(stage, MET)
    return stage


def where(stage) -> tuple[str, int]:
    return stage.wire.host, stage.wire.port


def test_while_one_is_online_it_is_heard_whether_the_server_moves(online, lookout):
    assert [*lookout.listeners.values()] == [True]


def test_a_server_that_moves_is_followed_within_seconds(online, lookout):
    online.stay_online(20)
    lookout.find(server_at(*NEW))

    online.time.pass_by(MOMENT_SECONDS + MOVED_SECONDS)
    online.reconnect()

    assert where(online) == NEW
    assert online.wire.demand == Demand(Need.REQUIRED, FINGERPRINT)


def test_who_forges_that_a_server_moves_ends_no_link_that_stands(online, lookout):
    for number in range(40):
        lookout.find(server_at("192.168.1.99", 7000 + number))
        online.stay_online(1)

    assert online.network.state is Connectedness.ONLINE
    assert len(online.wires) == 1


def test_who_forges_that_a_server_moves_has_it_asked_seldom(online, lookout):
    online.stay_online(20)
    online.wire.take_sent()

    for number in range(40):
        lookout.find(server_at("192.168.1.99", 7000 + number))

    pings = [line for line in online.wire.take_sent() if line.startswith("PING")]
    assert len(pings) <= 1


def test_forged_moves_give_a_server_that_is_silent_no_more_time(online, lookout):
    online.stay_online(20)

    for number in range(10):
        lookout.find(server_at("192.168.1.99", 7000 + number))
        online.time.pass_by(0.5)

    assert online.network.state is not Connectedness.ONLINE


def test_of_many_who_say_they_are_the_server_one_is_waited_for(online, lookout):
    online.wire.end()
    online.reconnect()
    lookout.find(server_at(*NEW))

    lookout.find(server_at(*NEW), server_at("192.168.1.99"))

    assert where(online) == NEW
    assert not online.wire.closed


def test_a_server_that_moved_is_found_while_its_old_place_is_dialled(online, lookout):
    online.wire.end()
    online.reconnect()
    dialling = online.wire

    lookout.find(server_at(*NEW))

    assert dialling.closed
    assert where(online) == NEW
    assert online.wire.demand == Demand(Need.REQUIRED, FINGERPRINT)


def test_who_found_it_is_online_there_and_knows_the_place(online, lookout, servers):
    online.wire.end()
    online.reconnect()
    lookout.find(server_at(*NEW))

    let_in(online, AGAIN)

    assert online.network.state is Connectedness.ONLINE
    assert (online.network.host, online.network.port) == NEW
    assert servers.find(*NEW).fingerprint == FINGERPRINT


def test_a_server_that_only_restarts_is_waited_for_where_it_is(online, lookout):
    lookout.find(server_at(*OLD))
    online.wire.end()

    online.reconnect()

    assert where(online) == OLD


def test_an_answer_from_the_old_place_is_not_left_for_another(online, lookout):
    online.wire.end()
    online.reconnect()
    online.wire.open(AGAIN)

    lookout.find(server_at(*NEW))

    assert where(online) == OLD


def test_who_only_said_to_be_the_server_is_left_and_the_old_place_tried(
    online, lookout
):
    online.wire.end()
    online.reconnect()
    lookout.find(server_at(*NEW))

    online.wire.end(Problem.CERTIFICATE_CHANGED, "ab" * 32)
    online.reconnect()

    assert where(online) == OLD
    assert online.network.state is Connectedness.CONNECTING


def test_where_it_was_met_before_it_is_looked_for_as_well(online, servers):
    servers.trust("10.0.0.9", 7000, FINGERPRINT)
    online.wire.end()
    online.reconnect()

    online.wire.end(Problem.NO_ANSWER)
    online.reconnect()

    assert where(online) == ("10.0.0.9", 7000)


def test_what_is_said_of_a_failure_names_the_place_that_failed(online, servers):
    servers.trust("10.0.0.9", 7000, FINGERPRINT)
    said = []
    online.bus.subscribe(
        ConnectionChanged, lambda event: said.append((event, online.network.host))
    )
    online.wire.end()
    online.reconnect()

    online.wire.end(Problem.NO_ANSWER)

    [host] = {host for event, host in said if event.problem is Problem.NO_ANSWER}
    assert host == OLD[0]


def test_a_first_sign_in_finds_a_server_that_moved(stage, lookout, servers):
    servers.trust(*OLD, FINGERPRINT)
    lookout.find(server_at(*NEW))

    stage.network.connect(*OLD, "noor")
    let_in(stage, AGAIN)

    assert where(stage) == NEW
    assert stage.told(SignedIn)


def test_a_sign_in_that_fails_everywhere_says_what_was_wrong_at_first(
    stage, lookout, servers
):
    servers.trust(*OLD, FINGERPRINT)
    servers.trust("10.0.0.9", 7000, FINGERPRINT)
    stage.network.connect(*OLD, "noor")

    stage.wire.end(Problem.NO_ANSWER, "refused")
    assert where(stage) == ("10.0.0.9", 7000)
    stage.wire.end(Problem.TIMED_OUT)

    assert stage.told(SignInFailed) == [SignInFailed(Problem.NO_ANSWER, "refused")]
    assert not lookout.listeners


def test_who_gives_up_looks_around_no_more(stage, lookout, servers):
    servers.trust(*OLD, FINGERPRINT)
    stage.network.connect(*OLD, "noor")

    stage.network.cancel()
    lookout.find(server_at(*NEW))

    assert len(stage.wires) == 1
    assert not lookout.listeners
