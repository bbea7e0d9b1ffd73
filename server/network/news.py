"""Puts off what can wait, such as who comes and goes, until there is time for it.

Where a thousand come to a room at once, a thousand have to be told of each of them. So
each is told of many at once, and some of them in each turn: nobody's words wait for it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from server.step import Delivery, Hearer
from server.world.audience import Group
from server.world.session import Session

LEAST_SHARE = 64
"""To tell so many takes less time than one who signs in."""

PARTS = 32
"""Such a part of those who wait is told in a turn, where that is more."""

WORDS_AT_ONCE = 200
"""So many hear words in a turn for whom news wait: others may speak in between."""


class News:
    """What those have still to hear who hear nothing else at present."""

    def __init__(self) -> None:
        """Begin with no news."""
        self.waiting: dict[Session, list[bytes]] = {}
        self._first: dict[Session, None] = {}

    @property
    def has_words(self) -> bool:
        """Whether somebody has still to hear words, and not news only."""
        return bool(self._first)

    def add_words(self, sessions: Iterable[Session], data: bytes) -> None:
        """Let these, for whom news wait, hear words behind them, before all others."""
        for session in sessions:
            self.waiting[session].append(data)
            self._first[session] = None

    def put_off(self, deliveries: Sequence[Delivery]) -> Sequence[Delivery]:
        """Keep the news of a turn for those who hear nothing but news in it.

        Args:
            deliveries: of one turn, in order.

        Returns:
            What is to be sent now: that of those who hear something else besides. A
            group that hears such a thing as a whole hears its news as a whole, too.
        """
        if not any(can_wait for _, _, _, can_wait in deliveries):
            return deliveries
        spoken_to = {hearer for hearer, _, _, can_wait in deliveries if not can_wait}
        hearing = _sessions_in(spoken_to)
        now: list[Delivery] = []
        for delivery in deliveries:
            hearer, data, skipped, can_wait = delivery
            if not can_wait or hearer in spoken_to:
                now.append(delivery)
                continue
            sessions = hearer.sessions if isinstance(hearer, Group) else (hearer,)
            some = hearing.intersection(sessions)
            some.discard(skipped)
            now += [(session, data, None, False) for session in some]
            self._keep(data, sessions, hearing, skipped)
        return now

    def take_due(self, *, everybody: bool) -> Iterator[tuple[Session, list[bytes]]]:
        """Take out a share, or everybody, with what they have to hear.

        Those who have words to hear come first, and then who has waited longest, so
        that nobody waits for ever where words never end.
        """
        for session in self._due(everybody=everybody):
            self._first.pop(session, None)
            parts = self.waiting.pop(session, None)
            if parts is not None:  # else he has heard it already
                yield session, parts

    def _due(self, *, everybody: bool) -> list[Session]:
        if everybody:
            return list(self.waiting)
        share = max(LEAST_SHARE, len(self.waiting) // PARTS)
        longest = islice(self.waiting, share)
        return [*islice(self._first, WORDS_AT_ONCE), *longest]

    def _keep(
        self,
        data: bytes,
        sessions: Sequence[Session],
        hearing: set[Session],
        skipped: Session | None,
    ) -> None:
        waiting = self.waiting
        for session in sessions:
            if session is skipped or session in hearing:
                continue
            parts = waiting.get(session)
            if parts is None:
                waiting[session] = [data]
            else:
                parts.append(data)


def _sessions_in(hearers: set[Hearer]) -> set[Session]:
    """Give all sessions that are meant."""
    sessions: set[Session] = set()
    for hearer in hearers:
        if isinstance(hearer, Group):
            sessions.update(hearer.sessions)
        else:
            sessions.add(hearer)
    return sessions
