"""A network with real sockets for tests, and what it told."""

import itertools
import random
from datetime import UTC, datetime
from typing import get_args

from chatapp.models.accounts.accounts import Accounts, NoAccounts
from chatapp.models.connection.connection import Connection
from chatapp.models.connection.means import Means
from chatapp.models.entities import Connectedness
from chatapp.models.events import Event
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.mailbox import Mailbox
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.real_loop import RealLoop


class RealClient:
    """A network and what it told."""

    def __init__(
        self,
        loop: RealLoop,
        mailbox: Mailbox,
        prefix: str,
        accounts: Accounts | None = None,
    ) -> None:
        self.loop = loop
        self.events: list[Event] = []
        bus = EventBus(mailbox.request_frame)
        for kind in get_args(Event):
            bus.subscribe(kind, self.events.append)
        ids = itertools.count()
        self.network = Network(
            bus,
            Means(
                Connection,
                mailbox.post,
                loop,
                random.Random(3),
                lambda: datetime.now(UTC),
                lambda: f"{prefix}{next(ids)}",
                accounts=accounts or NoAccounts(),
            ),
            FakeJobs(),
        )

    def told(self, kind: type) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]

    def sign_in(self, port: int, nick: str) -> None:
        self.network.connect("127.0.0.1", port, nick)
        self.loop.run_until(lambda: self.network.state is Connectedness.ONLINE)

    def enter_lobby(self, port: int, nick: str) -> None:
        """Sign in to a server that puts everybody into its lobby."""
        self.sign_in(port, nick)
        self.loop.run_until(lambda: self.is_in("#lobby"))

    def is_in(self, channel: str) -> bool:
        room = self.network.room(channel)
        return room is not None and room.joined and bool(self.network.people(channel))

    def texts(self, room: str = "#lobby") -> list[str]:
        history = self.network.history(room)
        return [line.text for line in history if line.change is None]
