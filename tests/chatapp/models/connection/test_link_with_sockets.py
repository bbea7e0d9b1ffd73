"""The link over real sockets, with time that passes only when a test says so."""

import random
import threading

import pytest

from chatapp.models.connection.attempt import (
    LOOK_UP_SECONDS,
    SIGN_IN_SECONDS,
    SILENT_SECONDS,
    Means,
)
from chatapp.models.connection.connection import Connection
from chatapp.models.connection.encryption import IN_PLAIN
from chatapp.models.connection.keepalive import ASK_EVERY, GIVE_UP_AFTER, PROBE_SECONDS
from chatapp.models.connection.link import Link
from chatapp.models.connection.surroundings import LOOK_EVERY, Senses
from chatapp.models.entities import Connectedness
from chatapp.models.events import ConnectionChanged, Problem, SignInFailed
from chatapp.models.session.facts import PongHeard, Registered
from tests.chatapp.models.fakes import FakeTime
from tests.chatapp.models.scripted_server import ScriptedServer


class RealLink:
    """A link with real threads and sockets, on a computer whose time stands still."""

    def __init__(self, loop, mailbox):
        self.loop, self.time, self.way = loop, FakeTime(), "127.0.0.1"
        self.events, self.lost, self.pongs = [], [], 0
        means = Means(
            connect=Connection,
            post=mailbox.post,
            scheduler=self.time,
            randomness=random.Random(1),
            clock=self.time.now,
            new_id=lambda: "id",
            senses=Senses(lambda: self.time.seconds, lambda _server: self.way),
        )
        self.link = Link(means, self.events.append, self._react, self.lost.append)

    def failures(self):
        return [event for event in self.events if isinstance(event, SignInFailed)]

    def wait_for(self, state):
        self.loop.run_until(lambda: self.link.state is state)

    def wait_until_open(self):
        self.loop.run_until(lambda: self.link._attempt.is_open)

    def _react(self, fact):
        if isinstance(fact, Registered):
            self.link.signed_in()
        elif isinstance(fact, PongHeard):
            self.link.pong(fact.token)
            self.pongs += 1


@pytest.fixture
def server(loop):
    with ScriptedServer(loop) as server:
        yield server


@pytest.fixture
def real(loop, mailbox, server):
    real = RealLink(loop, mailbox)
    real.link.open("127.0.0.1", server.port, "noor", "", IN_PLAIN)
    yield real
    real.link.close("")


@pytest.fixture
def online(real, server, loop):
    """Signed in, and the first PING is answered."""
    server.welcome()
    real.wait_for(Connectedness.ONLINE)
    real.time.pass_by(0.5)
    server.answer_ping()
    loop.run_until(lambda: real.pongs == 1)
    return real


def test_a_server_that_takes_the_call_and_never_speaks_is_told(real, server):
    server.accept()
    real.wait_until_open()

    real.time.pass_by(SILENT_SECONDS)

    assert real.failures() == [SignInFailed(Problem.SILENT)]


def test_a_server_that_trickles_is_understood(real, server):
    server.accept()
    server.wait_for("USER")

    server.trickle(b":s 001 noor :Welcome\r\n:s 422 noor :No message of the day\r\n")

    real.wait_for(Connectedness.ONLINE)


def test_a_server_that_trickles_for_ever_is_given_up(real, server):
    server.accept()
    server.say(":s NOTICE * :Wait")
    real.loop.run_until(lambda: real.link._attempt.has_spoken)

    server.trickle(b":s 001 noor :Welc")
    real.time.pass_by(SIGN_IN_SECONDS)

    assert real.failures() == [SignInFailed(Problem.TIMED_OUT)]


def test_a_look_up_that_hangs_is_told_and_does_not_hold_anything_up(
    loop, mailbox, mocker
):
    go_on = threading.Event()
    mocker.patch("socket.getaddrinfo", side_effect=lambda *_, **__: go_on.wait() and [])
    real = RealLink(loop, mailbox)
    real.link.open("chat.example", 6667, "noor", "", IN_PLAIN)

    real.time.pass_by(LOOK_UP_SECONDS)

    assert real.failures() == [SignInFailed(Problem.NAME_NOT_FOUND_IN_TIME)]
    go_on.set()


def test_a_connection_that_is_dead_at_the_other_end_is_found_and_made_anew(
    online, server
):
    online.time.pass_by(ASK_EVERY + GIVE_UP_AFTER)
    assert online.link.state is Connectedness.WAITING

    online.time.pass_by(1.5)
    server.welcome()

    online.wait_for(Connectedness.ONLINE)
    assert len(online.lost) == 1


def test_a_server_that_crashes_is_come_back_to(online, server):
    server.reset()
    online.wait_for(Connectedness.WAITING)
    waiting = online.events[-1]

    online.time.pass_by(2)
    server.welcome()
    online.wait_for(Connectedness.ONLINE)

    assert isinstance(waiting, ConnectionChanged)
    assert waiting.problem is Problem.LOST
    assert len(online.lost) == 1


def test_a_connection_that_outlives_a_change_of_network_is_kept(online, server):
    online.way = "192.0.2.50"
    online.time.pass_by(LOOK_EVERY)

    server.answer_ping()
    online.loop.run_until(lambda: online.pongs == 2)
    online.time.pass_by(PROBE_SECONDS)

    assert online.link.state is Connectedness.ONLINE
    assert online.lost == []


def test_a_connection_that_died_with_its_network_is_made_anew_at_once(online, server):
    online.way = "192.0.2.50"
    online.time.pass_by(LOOK_EVERY)

    online.time.pass_by(PROBE_SECONDS + 1)
    server.welcome()

    online.wait_for(Connectedness.ONLINE)
    assert len(online.lost) == 1


def test_a_nick_that_the_old_session_still_has_is_waited_for(online, server):
    server.reset()
    online.wait_for(Connectedness.WAITING)
    online.time.pass_by(2)
    server.accept()
    server.wait_for("USER")
    server.say(":s 433 * noor :In use")

    assert server.wait_for("NICK") == "NICK noor_"
    server.say(":s 001 noor_ :Hi", ":s 422 noor_ :No")
    assert server.wait_for("NICK") == "NICK noor"
    server.say(":noor_!u@h NICK noor")

    online.loop.run_until(lambda: online.link.session.nick == "noor")
