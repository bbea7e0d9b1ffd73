"""The network facade over real sockets, against the real server."""

import itertools
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from chatapp.models.connection import Connection
from chatapp.models.entities import Connectedness, Delivery
from chatapp.models.event_bus import EventBus
from chatapp.models.events import Event, Problem, SignedIn, SignInFailed
from chatapp.models.mailbox import Mailbox
from chatapp.models.network import Network
from tests.chatapp.models.real_loop import RealLoop
from tests.server.running import RunningServer, settings_for_tests


class Client:
    """A network and what it told."""

    def __init__(self, loop: RealLoop, mailbox: Mailbox, prefix: str) -> None:
        self.loop = loop
        self.events: list[Event] = []
        bus = EventBus(mailbox.request_frame)
        for kind in get_args(Event):
            bus.subscribe(kind, self.events.append)
        ids = itertools.count()
        self.network = Network(
            bus,
            mailbox,
            lambda: datetime.now(UTC),
            lambda: f"{prefix}{next(ids)}",
            Connection,
            loop,
            random.Random(3),
        )

    def told(self, kind: type) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]

    def sign_in(self, port: int, nick: str) -> None:
        self.network.connect("127.0.0.1", port, nick)
        self.loop.run_until(lambda: self.is_in_lobby)

    @property
    def is_in_lobby(self) -> bool:
        room = self.network.room("#lobby")
        return room is not None and room.joined and bool(self.network.people("#lobby"))

    def texts(self, room: str = "#lobby") -> list[str]:
        history = self.network.history(room)
        return [line.text for line in history if line.change is None]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    running = RunningServer(tmp_path, settings_for_tests())
    yield running
    running.stop()


@pytest.fixture
def client(loop: RealLoop, mailbox: Mailbox) -> Iterator[Callable[[], Client]]:
    clients: list[Client] = []

    def make() -> Client:
        clients.append(Client(loop, mailbox, f"c{len(clients)}-"))
        return clients[-1]

    yield make
    for each in clients:
        each.network.sign_out()
        each.network.wait_until_ended(5)


def test_what_one_says_is_confirmed_and_everybody_hears_it(server, client):
    noor, ann = client(), client()
    noor.sign_in(server.server.port, "noor")
    ann.sign_in(server.server.port, "anna")

    noor.network.say("#lobby", "hello everybody")
    noor.loop.run_until(lambda: "hello everybody" in ann.texts())

    noor.loop.run_until(
        lambda: noor.network.history("#lobby")[-1].delivery is Delivery.CONFIRMED
    )
    assert noor.texts() == ann.texts() == ["hello everybody"]


def test_who_joins_later_sees_what_was_said_before(server, client):
    noor, ann = client(), client()
    noor.sign_in(server.server.port, "noor")
    for number in range(130):
        noor.network.say("#lobby", f"line {number}")
    history = noor.network.history("#lobby")
    noor.loop.run_until(lambda: history.confirmed_count == len(history))

    ann.sign_in(server.server.port, "anna")
    ann.loop.run_until(lambda: len(ann.texts()) >= 90)
    assert ann.network.fetch_older("#lobby")
    ann.loop.run_until(lambda: len(ann.texts()) == 130)

    assert ann.texts() == noor.texts()


def test_direct_messages_go_both_ways(server, client):
    noor, ann = client(), client()
    noor.sign_in(server.server.port, "noor")
    ann.sign_in(server.server.port, "anna")

    noor.network.open_direct("anna")
    noor.network.say("anna", "just us")
    noor.loop.run_until(lambda: ann.texts("noor") == ["just us"])
    ann.network.say("noor", "yes")

    noor.loop.run_until(lambda: noor.texts("anna") == ["just us", "yes"])


def test_a_second_person_of_the_same_name_is_told_so(server, client):
    noor, other = client(), client()
    noor.sign_in(server.server.port, "noor")

    other.network.connect("127.0.0.1", server.server.port, "Noor")
    other.loop.run_until(lambda: bool(other.told(SignInFailed)))

    assert other.told(SignInFailed) == [SignInFailed(Problem.NICK_TAKEN, "Noor")]
    assert other.network.state is Connectedness.OFFLINE


def test_after_a_restart_of_the_server_the_conversation_goes_on(tmp_path, client, loop):
    first = RunningServer(tmp_path, settings_for_tests())
    port = first.server.port
    noor, ann = client(), client()
    noor.sign_in(port, "noor")
    ann.sign_in(port, "anna")
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


def test_nothing_answers_where_no_server_is(client):
    noor = client()

    noor.network.connect("127.0.0.1", 1, "noor")
    noor.loop.run_until(lambda: bool(noor.told(SignInFailed)))

    assert noor.told(SignInFailed)[0].problem is Problem.NO_ANSWER
