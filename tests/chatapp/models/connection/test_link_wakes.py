"""A link whose computer slept, or has another way to the server now."""

import random
import socket
from datetime import timedelta
from unittest.mock import Mock

import pytest

from chatapp.models.connection.connection import LinkOpened
from chatapp.models.connection.encryption import ANY
from chatapp.models.connection.keepalive import PROBE_SECONDS
from chatapp.models.connection.link import Link
from chatapp.models.connection.means import Means
from chatapp.models.connection.surroundings import LOOK_EVERY, Senses
from chatapp.models.entities import Connectedness
from chatapp.models.events import Problem
from chatapp.models.session.facts import Registered
from chatapp.models.session.session import Identity, Session
from tests.chatapp.models.fakes import FakePostbox, FakeTime, FakeWire

SERVER = (socket.AF_INET, ("192.0.2.7", 6667))


class LinkStage:
    """A link on a computer that may sleep and change its network."""

    def __init__(self):
        self.time = FakeTime()
        self.slept = timedelta()
        self.way = "192.0.2.50"
        self.wires = []
        means = Means(
            connect=self._connect,
            post=FakePostbox().post,
            scheduler=self.time,
            randomness=random.Random(1),
            clock=lambda: self.time.now() + self.slept,
            new_id=lambda: "id",
            senses=Senses(lambda: self.time.seconds, lambda _server: self.way),
        )
        self.link = Link(means, lambda _event: None, self._react, lambda _session: None)
        self.link.open("chat.example", 6667, "noor", "")

    @property
    def wire(self):
        return self.wires[-1]

    def let_in(self):
        self.wire._deliver(LinkOpened(SERVER))
        self.wire.feed(":s 001 noor :Hi", ":s 422 noor :No")
        self.wire.take_sent()

    def sleep(self):
        self.slept += timedelta(minutes=10)
        self.time.pass_by(LOOK_EVERY)

    def change_way(self, way):
        self.way = way
        self.time.pass_by(LOOK_EVERY)

    def pings(self):
        return [line for line in self.wire.take_sent() if line.startswith("PING")]

    def answer_pings(self):
        for ping in self.pings():
            self.wire.feed(f":s PONG s :{ping.split()[1]}")

    def _connect(self, *arguments):
        self.wires.append(FakeWire(*arguments))
        return self.wires[-1]

    def _react(self, fact):
        if isinstance(fact, Registered):
            self.link.signed_in()
        elif hasattr(fact, "token"):
            self.link.pong(fact.token)


@pytest.fixture
def stage():
    stage = LinkStage()
    stage.let_in()
    stage.time.pass_by(0.5)
    stage.answer_pings()
    return stage


def wait_for_attempt(stage):
    known = len(stage.wires)
    while len(stage.wires) == known:
        stage.time.pass_by(0.25)


def test_after_a_sleep_the_server_is_asked_at_once(stage):
    stage.sleep()

    assert len(stage.pings()) == 1


def test_on_another_network_the_server_is_asked_at_once(stage):
    stage.change_way("198.51.100.4")

    assert len(stage.pings()) == 1


def test_a_link_that_is_dead_after_a_sleep_is_found_within_seconds(stage):
    stage.sleep()

    stage.time.pass_by(PROBE_SECONDS)

    assert stage.wires[0].closed
    assert stage.link.state is not Connectedness.ONLINE


def test_who_is_on_another_network_is_back_within_two_seconds(stage):
    stage.change_way("198.51.100.4")

    stage.time.pass_by(2 - LOOK_EVERY)

    assert len(stage.wires) == 2
    assert stage.link.state is Connectedness.CONNECTING


def test_a_start_without_a_network_goes_on_as_soon_as_there_is_one():
    stage = LinkStage()
    stage.way = None
    stage.wire.end(Problem.UNREACHABLE)
    session = Session(Identity("noor"), Mock(), Mock(), Mock(), Mock())
    stage.link.resume(session, ANY, Problem.UNREACHABLE, "")
    for _ in range(5):
        wait_for_attempt(stage)
        stage.wire.end(Problem.UNREACHABLE)
    tried = len(stage.wires)

    stage.change_way("198.51.100.4")

    assert len(stage.wires) == tried + 1
    assert stage.link.state is Connectedness.CONNECTING


def test_a_server_that_is_far_away_has_time_to_answer_a_probe(stage):
    stage.time.pass_by(15)
    stage.time.pass_by(0.8)
    stage.answer_pings()
    stage.sleep()

    stage.time.pass_by(PROBE_SECONDS + 2)

    assert stage.link.state is Connectedness.ONLINE


def test_a_link_that_lived_through_the_sleep_is_kept(stage):
    stage.sleep()
    stage.answer_pings()

    stage.time.pass_by(PROBE_SECONDS)

    assert stage.link.state is Connectedness.ONLINE
    assert len(stage.wires) == 1


def test_a_new_way_ends_the_waiting(stage):
    stage.wire.end()
    stage.change_way(None)
    while stage.link.state is not Connectedness.WAITING:
        stage.wire.end()
    tried = len(stage.wires)

    stage.change_way("198.51.100.4")

    assert len(stage.wires) > tried
    assert stage.link.state is Connectedness.CONNECTING


def test_a_wake_up_ends_the_waiting_and_pauses_are_short_again(stage):
    stage.wire.end()
    for _ in range(6):
        wait_for_attempt(stage)
        stage.wire.end()
    tried = len(stage.wires)

    stage.sleep()
    assert len(stage.wires) == tried + 1
    stage.wire.end()
    stage.time.pass_by(2)

    assert len(stage.wires) == tried + 2


def test_an_attempt_by_the_way_that_was_is_begun_again(stage):
    stage.wire.end()
    wait_for_attempt(stage)
    dialling = stage.wire

    stage.change_way("198.51.100.4")

    assert dialling.closed
    assert stage.wire is not dialling
    assert stage.link.state is Connectedness.CONNECTING


def test_an_attempt_that_is_being_answered_is_left_alone(stage):
    stage.wire.end()
    wait_for_attempt(stage)
    stage.wire.open()

    stage.change_way("198.51.100.4")

    assert not stage.wire.closed
    assert len(stage.wires) == 2


def test_who_signed_out_does_not_come_back_after_a_sleep(stage):
    stage.link.close("")

    stage.sleep()
    stage.time.pass_by(60)

    assert len(stage.wires) == 1
    assert stage.time.waiting == []


def test_the_servers_longest_nick_is_kept_to_when_one_comes_back(stage):
    stage.wire.feed(":s 005 noor NICKLEN=4 :are supported")
    stage.wire.end()
    wait_for_attempt(stage)
    stage.wire.open()

    stage.wire.feed(":s 433 * noor :In use")

    assert stage.wire.sent[-1] == "NICK noo1"
