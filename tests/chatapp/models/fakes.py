"""Stand-ins that the models' tests share."""

import heapq
import itertools
import random
import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar, get_args

from chatapp.models.accounts.account import Account
from chatapp.models.accounts.accounts import Accounts, AccountServer, NoAccounts
from chatapp.models.connection.connection import (
    HostFound,
    LinesArrived,
    LinkEnded,
    LinkEvent,
    LinkOpened,
)
from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.models.connection.means import Means
from chatapp.models.connection.way import NoPolicies, Policies
from chatapp.models.discovery.discovery import Lookout, NoLookout
from chatapp.models.events import Event, Problem
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.servers.acquaintances import NoAcquaintances
from chatapp.models.servers.known_servers import KnownServers
from chatapp.models.session.urgency import Urgency
from chatapp.models.storage.jobs import Jobs
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.fake_jobs import FakeJobs

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

Kind = TypeVar("Kind")


class FakeTimer:
    """A call that time may bring."""

    def __init__(self, callback: Callable[[], None]) -> None:
        self.callback = callback
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class FakeTime:
    """A scheduler and a clock whose time passes only when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._due: list[tuple[float, int, FakeTimer]] = []
        self._count = itertools.count()

    def call_later(self, seconds: float, callback: Callable[[], None]) -> FakeTimer:
        timer = FakeTimer(callback)
        heapq.heappush(self._due, (self.seconds + seconds, next(self._count), timer))
        return timer

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds)

    def pass_by(self, seconds: float) -> None:
        """Let so much time pass, with everything that falls due in it."""
        end = self.seconds + seconds
        while self._due and self._due[0][0] <= end:
            self.seconds, _, timer = heapq.heappop(self._due)
            if not timer.cancelled:
                timer.callback()
        self.seconds = end

    @property
    def waiting(self) -> list[FakeTimer]:
        """The calls that may still come."""
        return [timer for _, _, timer in self._due if not timer.cancelled]


ENCRYPTED = Encryption("TLSv1.3", Fingerprint(b"\1" * 32), Trust.AUTHORITY)


class FakePostbox:
    """A mailbox that is emptied at once."""

    def post(self, callback: Callable[[], None]) -> None:
        callback()


class FakeWire:
    """A connection whose other end is the test."""

    def __init__(
        self, host: str, port: int, post: Any, deliver: Any, demand: Any
    ) -> None:
        self.host, self.port, self.demand = host, port, demand
        self.sent: list[str] = []
        self.closed = self.is_held_back = False
        self._deliver: Callable[[LinkEvent], None] = deliver

    def overtaken_by(self, urgency: Urgency) -> int:
        return 0

    def hold_back(self) -> None:
        self.is_held_back = True

    def send(self, line: str, urgency: Urgency = Urgency.IN_TURN) -> None:
        self.sent.append(line)

    def close(self) -> None:
        self.closed = True

    def wait_until_ended(self, seconds: float) -> None:
        pass

    def find_host(self) -> None:
        self._deliver(HostFound())

    def open(self, encryption: Encryption | None = None) -> None:
        self._deliver(LinkOpened(encryption=encryption))

    def open_here(self) -> None:
        """Be connected with a server on this computer, in plain."""
        here = (socket.AddressFamily.AF_INET, ("127.0.0.1", self.port))
        self._deliver(LinkOpened(here))

    def feed(self, *lines: Any) -> None:
        """Let lines arrive from the server."""
        self._deliver(LinesArrived(lines))

    def end(self, problem: Problem = Problem.LOST, detail: str = "") -> None:
        self._deliver(LinkEnded(problem, detail))

    def take_said(self) -> list[str]:
        """Give what was said since the last time, without tags."""
        said = [line for line in self.take_sent() if "PRIVMSG " in line]
        return [line.partition("PRIVMSG ")[2] for line in said]

    def take_sent(self) -> list[str]:
        """Give what was sent since the last time."""
        taken, self.sent = self.sent, []
        return taken


class FakeAccounts:
    """Accounts in memory; what they are told to do waits while they are slow."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Account] = {}
        self.is_slow = False
        self.is_full = False
        self._waiting: list[Callable[[], None]] = []

    def find(self, server: AccountServer, name: str, then: Any) -> None:
        self._soon(lambda: then(self.kept.get((server.key, name))))

    def keep(self, server: AccountServer, account: Account, then: Any) -> None:
        def keep() -> None:
            if not self.is_full:
                self.kept[server.key, account.name] = account
            then(not self.is_full)

        self._soon(keep)

    def forget(self, server: AccountServer, name: str) -> None:
        self._soon(lambda: self.kept.pop((server.key, name), None))

    def catch_up(self) -> None:
        """Do what waits."""
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do()

    def _soon(self, do: Callable[[], object]) -> None:
        if self.is_slow:
            self._waiting.append(lambda: (do(), None)[1])
        else:
            do()


FULL = (
    "message-tags server-time echo-message batch labeled-response multi-prefix"
    " away-notify draft/chathistory"
)


class NetworkStage:
    """A network whose server is played by the test."""

    def __init__(
        self,
        jobs: Jobs | None = None,
        ids: str = "id",
        servers: KnownServers | None = None,
        accounts: Accounts | None = None,
        policies: Policies | None = None,
        lookout: Lookout | None = None,
    ) -> None:
        self.time = FakeTime()
        self.highlight_words: tuple[str, ...] = ()
        self.jobs = jobs or FakeJobs()
        self.wires: list[FakeWire] = []
        self.events: list[Event] = []
        self.bus = bus = EventBus()
        for kind in get_args(Event):
            bus.subscribe(kind, self.events.append)
        numbers = itertools.count(1)
        self.network = Network(
            bus,
            Means(
                self._connect,
                FakePostbox().post,
                self.time,
                random.Random(7),
                self.time.now,
                lambda: f"{ids}{next(numbers)}",
                servers=servers or NoAcquaintances(),
                accounts=accounts or NoAccounts(),
                policies=policies or NoPolicies(),
                lookout=lookout or NoLookout(),
                highlight_words=lambda: self.highlight_words,
            ),
            self.jobs,
        )

    @property
    def wire(self) -> FakeWire:
        return self.wires[-1]

    def sign_in(self, capabilities: str = FULL, nick: str = "noor") -> None:
        """Connect for the first time, up to the end of the welcome."""
        self.network.connect("chat.example", 6667, "noor")
        self.welcome(capabilities, nick)

    def welcome(
        self,
        capabilities: str = FULL,
        nick: str = "noor",
        encryption: Encryption | None = None,
    ) -> None:
        """Let the server accept the newest connection."""
        self.wire.open(encryption)
        if capabilities:
            self.wire.feed(f":s CAP * LS :{capabilities}")
            self.wire.feed(f":s CAP {nick} ACK :{capabilities}")
        self.wire.feed(
            f":s 001 {nick} :Welcome",
            f":s 005 {nick} NETWORK=Test CASEMAPPING=precis PREFIX=(ov)@+ :are",
            f":s 422 {nick} :No message of the day",
        )

    def enter(self, channel: str = "#lobby", nick: str = "noor") -> None:
        """Let the server put this session into a channel with nobody else."""
        self.wire.feed(
            f":{nick}!u@h JOIN {channel}",
            f":s 353 {nick} = {channel} :{nick}",
            f":s 366 {nick} {channel} :End",
        )

    def stay_online(self, seconds: int) -> None:
        """Let time pass on a link whose server answers every PING."""
        for _ in range(seconds):
            self.time.pass_by(1)
            pings = [line for line in self.wire.sent if line.startswith("PING ")]
            self.wire.sent = [line for line in self.wire.sent if line not in pings]
            self.wire.feed(*(f":s PONG s :{line.split()[1]}" for line in pings))

    def reconnect(self) -> None:
        """Let time pass until the network tries again."""
        known = len(self.wires)
        while len(self.wires) == known:
            self.time.pass_by(0.25)

    def give_page(self, room: str, *lines: str) -> None:
        """Answer a request for history."""
        self.wire.feed(f":s BATCH +p chathistory {room}")
        self.wire.feed(*(f"@batch=p;{line}" for line in lines))
        self.wire.feed(":s BATCH -p")

    def told(self, kind: type[Kind]) -> list[Kind]:
        """Give the events of one kind, in order."""
        return [event for event in self.events if isinstance(event, kind)]

    def texts(self, room: str = "#lobby") -> list[str]:
        """Give the words of a room, without who came and went."""
        history = self.network.history(room)
        return [message.text for message in history if message.change is None]

    def _connect(self, *arguments: Any) -> FakeWire:
        self.wires.append(FakeWire(*arguments))
        return self.wires[-1]
