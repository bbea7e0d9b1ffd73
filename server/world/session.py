"""One connection of a user: what it can understand and how far it has signed in."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from server.world.capabilities import dialect_of
from server.world.shared import NONE, shared

if TYPE_CHECKING:
    from server.world.multiline import OpenBatch
    from server.world.user import User


Offer = Callable[[bytes], int]
"""Offers bytes to a socket, and gives how many it takes; raises OSError."""


class Outbox(Protocol):
    """Where a session's bytes go."""

    def send(self, data: bytes) -> None:
        """Send these bytes, or keep them until the socket takes them."""

    @property
    def offer(self) -> Offer:
        """What offers bytes to the socket, where none wait for it; it may raise."""


class Exchange(Protocol):
    """How far a client has come in proving that an account is its own (SASL)."""

    @property
    def mechanism(self) -> str:
        """By which mechanism."""


class Session:
    """One client that is connected.

    It is changed by `world.apply` only; the network compares sessions by identity.
    """

    __slots__ = (
        "address",
        "away",
        "batch",
        "cap_version",
        "capabilities",
        "connected_at",
        "dialect",
        "exchange",
        "failed_proofs",
        "has_user_command",
        "is_negotiating",
        "is_nick_refused",
        "is_open",
        "is_registered",
        "is_secure",
        "metadata_keys",
        "outbox",
        "password",
        "token",
        "user",
        "wanted_nick",
    )

    def __init__(
        self,
        user: "User",
        outbox: Outbox,
        address: str,
        connected_at: int,
        *,
        is_secure: bool = False,
    ) -> None:
        """Begin with no capability; `address` is where the client connects from."""
        self.user = user
        self.outbox = outbox
        self.address = address
        self.connected_at = connected_at
        self.is_secure = is_secure
        self.capabilities = NONE
        self.cap_version = 301
        self.dialect = 0
        self.batch: OpenBatch | None = None
        self.metadata_keys: tuple[str, ...] = ()
        self.failed_proofs = 0
        self.password: str | None = None
        self.token: str | None = None
        self.away: str | None = None
        self.wanted_nick = ""
        self.is_nick_refused = False
        self.exchange: Exchange | None = None
        self.has_user_command = False
        self.is_negotiating = False
        self.is_registered = False
        self.is_open = False

    def has(self, capability: str) -> bool:
        """Tell whether the client has asked for this capability."""
        return capability in self.capabilities

    def take_capabilities(self, names: frozenset[str]) -> None:
        """Understand these capabilities from now on, and no others."""
        self.capabilities = shared(names)
        self.dialect = dialect_of(names)
