"""Where a server is looked for: where it was, is announced, or was met before."""

import ipaddress
from collections.abc import Callable

from chatapp.models.connection.encryption import ANY, Demand, Encryption, Need, Trust
from chatapp.models.connection.rounds import Rounds
from chatapp.models.discovery.discovery import Lookout
from chatapp.models.entities import FoundServer, Neighbourhood
from chatapp.models.events import Problem
from chatapp.models.servers.acquaintances import Acquaintances
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.this_computer import is_here

Place = tuple[str, int]

SOMEBODY_ELSE = frozenset(
    {Problem.CERTIFICATE_CHANGED, Problem.NO_TLS, Problem.NOT_A_CHAT_SERVER}
)
NOT_THERE = SOMEBODY_ELSE | {
    Problem.NO_ANSWER,
    Problem.UNKNOWN_HOST,
    Problem.UNREACHABLE,
    Problem.TIMED_OUT,
    Problem.NAME_NOT_FOUND_IN_TIME,
    Problem.SILENT,
    Problem.LOST,
}


class Whereabouts:
    """Knows where to try next, while the server does not answer where it was.

    A server that is known by its certificate can be looked for anywhere: TLS proves
    that it is found. What is announced only says where to try.
    """

    def __init__(
        self,
        lookout: Lookout,
        servers: Acquaintances,
        on_moved: Callable[[Place], None],
    ) -> None:
        """Stand ready; `on_moved` tells where the server says that it is now."""
        self._lookout = lookout
        self._servers = servers
        self._on_moved = on_moved
        self.home: Place = ("", 0)
        """Where it should be."""

        self.place: Place = ("", 0)
        """Where it is tried."""

        self.failure = (Problem.NO_ANSWER, "")
        """Why it was not there where it should be."""

        self._demand = ANY
        self.named = ANY
        """By what the server is known, wherever it is."""

        self.said: dict[Fingerprint, Fingerprint] = {}
        """Which new certificate somebody has said to be that of which known server."""

        self._is_seeking, self._is_at_home = False, True
        self._moved_to: Place | None = None
        self._rounds = Rounds()

    def begin(self, host: str, port: int, demand: Demand) -> None:
        """Be about the server at this place, of which this is demanded."""
        self.rest()
        self.home = self.place = (host, port)
        self._demand = demand
        self.named = demand.and_also(self._servers.demand(host, port))

    def begin_again(self, known: Demand) -> None:
        """Be about the same server, which was known by this besides."""
        self.begin(*self.home, self._demand.and_also(known))

    @property
    def is_away(self) -> bool:
        """Whether the server is looked for elsewhere than where it was."""
        return self.place != self.home

    @property
    def demand(self) -> Demand:
        """What a connection to the place must be, beside what is known of it."""
        if self.place == self.home:
            return self._demand
        return Demand(Need.REQUIRED, self.named.fingerprint, self.named.beginning)

    def found(self, port: int, encryption: Encryption | None) -> bool:
        """Know the server again; tell whether it was met for the first time.

        It may have asked to be spoken to at another `port`. From now on it is looked
        for seldom, to hear when it moves. Where it spoke TLS it has to do so again, and
        be the same: what is written while it is gone was written for no other.
        """
        self._forget()
        if self.place != self.home:
            self.home, self._demand = self.place, self.demand
        if encryption:
            self._demand = self._demand.and_also(_same_as(encryption))
        if encryption and encryption.trust is not Trust.AUTHORITY:
            self.named = _same_as(encryption)
        is_new = self._servers.learn(self.place[0], port, encryption)
        self._look(seldom=True)
        return is_new

    def expect(self, place: Place, fingerprint: Fingerprint) -> None:
        """Take whoever has this certificate, at this place, for the server one means.

        Somebody says so: what was written for the server is for that one from now on.
        """
        self._forget()
        self.home = self.place = place
        self._demand = self.named = Demand(Need.REQUIRED, fingerprint)

    def seek(self) -> None:
        """Look for the server around here, too, from now on."""
        self._look(seldom=False)

    def rest(self) -> None:
        """Look no more: it is found, or nobody wants it any more."""
        if self._is_seeking:
            self._is_seeking = False
            self._lookout.unwatch(self._take)
        self._forget()

    def lost(self) -> None:
        """After a link was lost: begin where the server says that it is now."""
        if self._moved_to:
            self.go_to(self._moved_to)

    def go_to(self, place: Place) -> None:
        """Look for the server at this place next."""
        self.place = place
        self._rounds.take(place)

    def go_on(self, problem: Problem, detail: str = "") -> bool:
        """Take the next place after a failure; False once it is the first one's turn.

        Of others that are only announced a few are tried, and the next time others.
        """
        if self.place == self.home:
            self.failure = (problem, detail)
            self._rounds.begin()
        elif problem in SOMEBODY_ELSE:
            self._rounds.avoid(self.place)
        self.place = self._rounds.next(self.home, self._met()) or self.home
        return self.place != self.home

    def _look(self, *, seldom: bool) -> None:
        if not self.named.names_server or is_here(self.home[0]):
            return
        self._is_seeking = True
        self._lookout.watch(self._take, seldom=seldom)

    def _forget(self) -> None:
        """Know nothing any more of where else it may be."""
        self._moved_to, self._is_at_home = None, True
        self._rounds = Rounds()

    def _met(self) -> list[Place]:
        fingerprint = self.named.fingerprint
        return self._servers.places_of(fingerprint) if fingerprint else []

    def _take(self, found: Neighbourhood) -> None:
        """Hear where the server says that it is; tell it if elsewhere, or back."""
        if not self._is_seeking:
            return
        ours = [server for server in found.servers if self._is_it(server)]
        fresh = self._rounds.hear([(server.host, server.port) for server in ours])
        is_elsewhere = bool(fresh) and not any(_is_at(it, self.place) for it in ours)
        self._moved_to = fresh[0] if is_elsewhere else None
        was_at_home = self._is_at_home
        self._is_at_home = any(_is_at(it, self.home) for it in ours)
        if self._moved_to:
            self._on_moved(self._moved_to)
        elif self._is_at_home and not was_at_home:
            self._on_moved(self.home)

    def _is_it(self, server: FoundServer) -> bool:
        fingerprint = server.told.fingerprint
        return fingerprint is not None and self.named.accepts(fingerprint)


def _same_as(encryption: Encryption) -> Demand:
    """Demand the server that one was with."""
    if encryption.trust is Trust.AUTHORITY:
        return Demand(Need.VERIFIED)
    return Demand(Need.REQUIRED, encryption.fingerprint)


def _is_at(server: FoundServer, place: Place) -> bool:
    """Tell whether a server says that it is at a place; of a name nobody can tell."""
    host, port = place
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return True
    return server.port == port and host in (server.host, *server.addresses)
