"""What is examined: one server, or only this computer, and with which instruments."""

import os
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, partial

from chatapp.models.connection.dialling import (
    Address,
    CouldNotConnect,
    Timeouts,
    dial,
    find_addresses,
)
from chatapp.models.connection.encryption import IN_PLAIN, Demand, Need
from chatapp.models.connection.handshake import Secured, secure
from chatapp.models.connection.surroundings import local_address_towards
from chatapp.models.discovery.discovery import DISCOVERY_VARIABLE
from chatapp.models.doctor.certificate import Certificate, meet
from chatapp.models.doctor.commands import Commands
from chatapp.models.doctor.guests import Visit, visit
from chatapp.models.doctor.listening import listen
from chatapp.models.doctor.multicast import ask_neighbours
from chatapp.models.doctor.once import Once
from chatapp.system.interfaces import Interface, list_interfaces
from chatapp.system.mdns import hears_itself
from chatapp.wire.ports import PLAIN_PORT, TLS_PORT
from chatapp.wire.this_computer import is_here

_TIMEOUTS = Timeouts(each=3.0, overall=8.0)


@dataclass(frozen=True, slots=True)
class Never:
    """Nobody gives up: what runs too long is left to its thread."""

    def is_set(self) -> bool:
        """Tell that it was not set."""
        return False


@dataclass(frozen=True, slots=True)
class Knock:
    """Somebody has opened: which address it was, and after how long."""

    address: Address
    milliseconds: float


def _may_look_around() -> bool:
    return os.environ.get(DISCOVERY_VARIABLE) != "off"


@dataclass(frozen=True, slots=True)
class Instruments:
    """What is looked with; tests break one or the other."""

    interfaces: Callable[[], Sequence[Interface]] = list_interfaces
    way_to: Callable[[Address], str | None] = local_address_towards
    neighbours: Callable[[], frozenset[str]] = ask_neighbours
    hears_itself: Callable[[], bool] = hears_itself
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    commands: Commands = field(default_factory=Commands)
    timeouts: Timeouts = _TIMEOUTS
    looks_around: bool = field(default_factory=_may_look_around)


class Case:
    """One server, and what is found of it: each thing once, for all checks.

    Args:
        host: its name or address; "" where only this computer is looked at.
        port: where it is expected.
        demand: what a connection to it must be, after all that is known.
        instruments: what is looked with.
    """

    def __init__(
        self,
        host: str = "",
        port: int = PLAIN_PORT,
        demand: Demand | None = None,
        instruments: Instruments | None = None,
    ) -> None:
        self.host = host
        self.port = port
        self.demand = demand or Demand()
        self.instruments = instruments or Instruments()
        self.ports = tuple(dict.fromkeys((port, PLAIN_PORT, TLS_PORT)))
        self.addresses = Once(lambda: find_addresses(host, port))
        self.interfaces = Once(lambda: list(self.instruments.interfaces()))
        self.neighbours = Once(self._ask_neighbours)
        self._knocks = {each: Once(partial(self._knock, each)) for each in self.ports}
        self.certificate: Once[Certificate] = Once(lambda: meet(self.call, host))
        self.answer: Once[bytes] = Once(lambda: listen(self.talk))
        self.visit: Once[Visit] = Once(lambda: visit(self.talk))

    @cached_property
    def is_here(self) -> bool:
        """Whether the server is on this very computer."""
        return is_here(self.host)

    def knock(self, port: int) -> Knock:
        """Connect to a port, and leave again.

        Raises:
            CouldNotConnect: nobody opens.
        """
        return self._knocks[port]()

    @property
    def is_open(self) -> bool:
        """Whether something answers at the port where the server is expected."""
        return self._knocks[self.port].is_there

    def call(self) -> socket.socket:
        """Connect to where the server is expected.

        Raises:
            CouldNotConnect: nobody opens.
        """
        return self._dial(self.port)[0]

    def talk(self) -> Secured:
        """Connect as safely as the server can.

        Raises:
            CouldNotConnect: nobody opens.
        """
        speaks_tls = self.certificate.is_there
        demand = Demand(Need.REQUIRED) if speaks_tls else IN_PLAIN
        return secure(self.call, self.host, demand)

    def _ask_neighbours(self) -> frozenset[str]:
        is_asked = self.instruments.looks_around
        return self.instruments.neighbours() if is_asked else frozenset()

    def _knock(self, port: int) -> Knock:
        began = time.monotonic()
        connected, address = self._dial(port)
        connected.close()
        return Knock(address, (time.monotonic() - began) * 1000)

    def _dial(self, port: int) -> tuple[socket.socket, Address]:
        addresses = [_at(port, each) for each in self.addresses()]
        return dial(addresses, self.instruments.timeouts, time.monotonic, Never())


def failure(ask: Callable[[], object]) -> CouldNotConnect | None:
    """Give why something could not be had; None where it could."""
    try:
        ask()
    except CouldNotConnect as error:
        return error
    return None


def _at(port: int, address: Address) -> Address:
    family, (host, _, *rest) = address
    return family, (host, port, *rest)  # type: ignore[return-value] # two or four parts
