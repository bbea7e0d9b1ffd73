"""The network facade over real sockets, against the real server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from chatapp.models.connection.encryption import Trust
from chatapp.models.entities import Connectedness, Delivery
from chatapp.models.events import Problem, SignedIn, SignInFailed
from chatapp.wire.fingerprints import Fingerprint
from tests.server.running import RunningServer, settings_for_tests


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    running = RunningServer(tmp_path, settings_for_tests())
    yield running
    running.stop()


def test_what_one_says_is_confirmed_and_everybody_hears_it(server, make_client):
    noor, ann = make_client(), make_client()
    noor.enter_lobby(server.server.port, "noor")
    ann.enter_lobby(server.server.port, "anna")

    noor.network.say("#lobby", "hello everybody")
    noor.loop.run_until(lambda: "hello everybody" in ann.texts())

    noor.loop.run_until(
        lambda: noor.network.history("#lobby")[-1].delivery is Delivery.CONFIRMED
    )
    assert noor.texts() == ann.texts() == ["hello everybody"]


def test_who_joins_later_sees_what_was_said_before(server, make_client):
    noor, ann = make_client(), make_client()
    noor.enter_lobby(server.server.port, "noor")
    for number in range(130):
        noor.network.say("#lobby", f"line {number}")
    history = noor.network.history("#lobby")
    noor.loop.run_until(lambda: history.confirmed_count == len(history))

    ann.enter_lobby(server.server.port, "anna")
    ann.loop.run_until(lambda: len(ann.texts()) >= 90)
    assert ann.network.fetch_older("#lobby")
    ann.loop.run_until(lambda: len(ann.texts()) == 130)

    assert ann.texts() == noor.texts()


def test_direct_messages_go_both_ways(server, make_client):
    noor, ann = make_client(), make_client()
    noor.enter_lobby(server.server.port, "noor")
    ann.enter_lobby(server.server.port, "anna")

    noor.network.open_direct("anna")
    noor.network.say("anna", "just us")
    noor.loop.run_until(lambda: ann.texts("noor") == ["just us"])
    ann.network.say("noor", "yes")

    noor.loop.run_until(lambda: noor.texts("anna") == ["just us", "yes"])


def test_a_second_person_of_the_same_name_is_told_so(server, make_client):
    noor, other = make_client(), make_client()
    noor.enter_lobby(server.server.port, "noor")

    other.network.connect("127.0.0.1", server.server.port, "Noor")
    other.loop.run_until(lambda: bool(other.told(SignInFailed)))

    assert other.told(SignInFailed) == [SignInFailed(Problem.NICK_TAKEN, "Noor")]
    assert other.network.state is Connectedness.OFFLINE


def test_after_a_restart_of_the_server_the_conversation_goes_on(
    tmp_path, make_client, loop
):
    first = RunningServer(tmp_path, settings_for_tests())
    port = first.server.port
    noor, ann = make_client(), make_client()
    noor.enter_lobby(port, "noor")
    ann.enter_lobby(port, "anna")
    noor.network.say("#lobby", "before")
    loop.run_until(lambda: ann.texts() == ["before"])

    first.stop()
    loop.run_until(lambda: noor.network.state is Connectedness.WAITING)
    noor.network.say("#lobby", "written while it was away")
    second = RunningServer(tmp_path, settings_for_tests(server={"port": port}))
    try:
        loop.run_until(lambda: len(ann.texts()) == 2)

        assert ann.texts() == ["before", "written while it was away"]
        assert SignedIn("noor", again=True) in noor.told(SignedIn)
    finally:
        second.stop()


def test_nothing_answers_where_no_server_is(make_client):
    noor = make_client()

    noor.network.connect("127.0.0.1", 1, "noor")
    noor.loop.run_until(lambda: bool(noor.told(SignInFailed)))

    assert noor.told(SignInFailed)[0].problem is Problem.NO_ANSWER


def test_the_connection_is_encrypted(server, make_client):
    noor = make_client()

    noor.sign_in(server.server.port, "noor")

    encryption = noor.network.encryption
    assert encryption.trust is Trust.FIRST_USE
    assert encryption.fingerprint == Fingerprint.parse(server.server.fingerprint)
