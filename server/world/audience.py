"""Who hears something: sessions in groups of one dialect, as they were at a moment."""

from itertools import compress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from server.world.session import Offer, Session


class Group:
    """Sessions that hear the same bytes. It never changes."""

    __slots__ = ("_offers", "_places", "dialect", "sessions")

    def __init__(self, dialect: int, sessions: "tuple[Session, ...]") -> None:
        """Keep the sessions, all of this dialect."""
        self.dialect = dialect
        self.sessions = sessions
        self._offers: tuple[Offer, ...] | None = None
        self._places: dict[Session, int] | None = None

    @property
    def places(self) -> "dict[Session, int]":
        """Where each session stands among them."""
        if self._places is None:
            self._places = {each: place for place, each in enumerate(self.sessions)}
        return self._places

    @property
    def offers(self) -> "tuple[Offer, ...]":
        """What offers bytes to the socket of each, in their order.

        In a large room, sessions and connections have left the processor's cache by
        the time of the next message: to look at each would cost a tenth of sending.
        """
        if self._offers is None:
            self._offers = tuple([each.outbox.offer for each in self.sessions])
        return self._offers

    def offers_but(self, some: "AbstractSet[Session]") -> "Iterable[Offer]":
        """Give the offers of all but some of its sessions."""
        wanted, places = bytearray(b"\1") * len(self.sessions), self.places
        for session in some:
            wanted[places[session]] = 0
        return compress(self.offers, wanted)


Audience = tuple[Group, ...]


def audience_of(sessions: "Iterable[Session]") -> Audience:
    """Sort sessions, each of them once, into groups by their dialect."""
    by_dialect: dict[int, list[Session]] = {}
    for session in sessions:
        by_dialect.setdefault(session.dialect, []).append(session)
    return tuple(Group(dialect, tuple(group)) for dialect, group in by_dialect.items())


def widened(audience: Audience, sessions: "Iterable[Session]") -> Audience:
    """Give an audience with these sessions too, none of which was in it.

    Where a thousand come at once, sorting all of them anew for each would take half
    of the server's time.
    """
    new = {group.dialect: group.sessions for group in audience_of(sessions)}
    grown = [
        Group(group.dialect, group.sessions + new.pop(group.dialect))
        if group.dialect in new
        else group
        for group in audience
    ]
    return (*grown, *(Group(dialect, group) for dialect, group in new.items()))


def narrowed(audience: Audience, sessions: "Iterable[Session]") -> Audience:
    """Give an audience without these sessions."""
    gone = frozenset(sessions)
    groups = (_without(group, gone) for group in audience)
    return tuple(group for group in groups if group.sessions)


def _without(group: Group, gone: "frozenset[Session]") -> Group:
    staying = tuple(session for session in group.sessions if session not in gone)
    if len(staying) == len(group.sessions):
        return group
    return Group(group.dialect, staying)
