"""What a connection and the other parts of a network work with."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from chatapp.models.accounts.accounts import Accounts, NoAccounts
from chatapp.models.connection.connection import LinkEvent
from chatapp.models.connection.encryption import Demand
from chatapp.models.connection.surroundings import Senses
from chatapp.models.connection.way import NoPolicies, Policies
from chatapp.models.discovery.discovery import Lookout, NoLookout
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.servers.acquaintances import Acquaintances, NoAcquaintances
from chatapp.models.session.session import Work, at_once
from chatapp.models.session.urgency import Urgency
from chatapp.models.wire_log import WireLog


class Wire(Protocol):
    """What carries lines, such as a Connection."""

    def send(self, line: str, urgency: Urgency) -> None:
        """Queue one line."""

    def overtaken_by(self, urgency: Urgency) -> int:
        """Tell how many lines that wait leave behind one of this urgency."""

    def hold_back(self) -> None:
        """Send no more lines at a time than any server takes."""

    def close(self) -> None:
        """End without waiting."""

    def wait_until_ended(self, seconds: float) -> None:
        """Let the last lines go out."""


class ConnectionFactory(Protocol):
    """Makes a Wire that connects at once, such as the class Connection."""

    def __call__(
        self,
        host: str,
        port: int,
        post: Callable[[Callable[[], None]], None],
        deliver: Callable[[LinkEvent], None],
        demand: Demand,
    ) -> Wire:
        """Begin to connect."""


@dataclass(frozen=True, slots=True)
class Means:
    """Whoever makes a Network decides what each of them is.

    Args:
        connect: makes a connection.
        post: has something done on the main loop; any thread may call it.
        scheduler: calls back later.
        randomness: spreads reconnections.
        clock: tells the time.
        new_id: makes what names a message, another each time.
        senses: notices that the computer slept, or is in another network.
        servers: knows whom one met before.
        accounts: keeps what proves one's names.
        policies: knows which servers want TLS only.
        work: does elsewhere what takes its time.
        lookout: finds a server again that has moved.
        wire_log: keeps what goes over the wire.
        highlight_words: gives what calls one beside one's nick.
    """

    connect: ConnectionFactory
    post: Callable[[Callable[[], None]], None]
    scheduler: Scheduler
    randomness: random.Random
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    senses: Senses = field(default_factory=Senses)
    servers: Acquaintances = field(default_factory=NoAcquaintances)
    accounts: Accounts = field(default_factory=NoAccounts)
    policies: Policies = field(default_factory=NoPolicies)
    work: Work = at_once
    lookout: Lookout = field(default_factory=NoLookout)
    wire_log: WireLog = field(default_factory=WireLog)
    highlight_words: Callable[[], tuple[str, ...]] = tuple
