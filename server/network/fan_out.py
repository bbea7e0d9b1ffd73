"""Sends what a turn lets be heard: to each client all of it at once, in order."""

import time
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from server.network.news import WORDS_AT_ONCE, News
from server.step import Delivery
from server.world.audience import Group
from server.world.session import Offer, Session

LARGE_GROUP = 64


class FanOut:
    """Joins the deliveries of a turn and sends them.

    Sessions of a group that hear nothing else get one bytes object, joined once for
    all of them. Whoever also hears something of his own, or from a second group, or
    is skipped somewhere, gets his pieces in the order in which they were decided.

    Who hears nothing but news that can wait gets them when there is time for it, but
    before whatever else he hears.
    """

    def __init__(
        self,
        behind: AbstractSet[Session] = frozenset(),
        monotonic: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Begin with nothing to send.

        Args:
            behind: those for whose sockets something waits, at any time.
            monotonic: measures the time that sending takes.
        """
        self._behind = behind
        self._monotonic = monotonic
        self._send_seconds = 0.0
        self._news = News()
        self.deliveries = 0

    @property
    def is_behind(self) -> bool:
        """Whether somebody has still to hear news."""
        return bool(self._news.waiting) or self.owes_words

    @property
    def owes_words(self) -> bool:
        """Whether somebody has still to hear what others said."""
        return self._news.has_words

    def take_send_seconds(self) -> float:
        """Give how long sending to a large group has taken since this was asked."""
        seconds, self._send_seconds = self._send_seconds, 0.0
        return seconds

    def flush(self, deliveries: Sequence[Delivery]) -> None:
        """Send deliveries; each client gets one send.

        Few come before many: a word among friends does not wait until a thousand
        others have heard who has just come. Where many have still to hear news, they
        hear words behind these, some of them in each turn, before anybody else.
        """
        began = self._monotonic()
        deliveries = self._news.put_off(deliveries)
        pieces, mixed = _sort(deliveries)
        few_first = sorted(pieces.items(), key=_size)
        waiting = self._news.waiting
        own = {session: waiting.pop(session, []) for session in mixed}
        for group, parts in few_first if waiting else ():
            late = waiting.keys() & group.places.keys()
            mixed |= late
            if len(late) > WORDS_AT_ONCE:
                self._news.add_words(late, b"".join(parts))
            else:
                own.update((session, waiting.pop(session)) for session in late)
        _merge(deliveries, pieces, own)
        for session, parts in own.items():
            if parts:
                session.outbox.send(parts[0] if len(parts) == 1 else b"".join(parts))
        self.deliveries += len(own)
        largest = 0
        for group, parts in few_first:
            data = parts[0] if len(parts) == 1 else b"".join(parts)
            largest = max(largest, len(group.sessions))
            self.deliveries += self._send_shared(group, data, mixed)
        if largest >= LARGE_GROUP:
            self._send_seconds += self._monotonic() - began

    def catch_up(self, *, everybody: bool = False) -> None:
        """Let some, or everybody, hear what waits: first those who have words in it."""
        for session, parts in self._news.take_due(everybody=everybody):
            session.outbox.send(b"".join(parts))
            self.deliveries += 1

    def _send_shared(self, group: Group, data: bytes, mixed: set[Session]) -> int:
        """Send to a group but for some of it, and give to how many."""
        left_out = group.places.keys() & mixed if mixed else mixed
        offers: Iterable[Offer] = group.offers
        if self._behind or left_out:
            late = (group.places.keys() & self._behind) - left_out
            for session in late:
                session.outbox.send(data)
            offers = group.offers_but(left_out | late)
        for offer, taken in _refusing(offers, data):
            session = group.sessions[group.offers.index(offer)]
            session.outbox.send(data[taken:])
        return len(group.sessions) - len(left_out)


def _refusing(offers: Iterable[Offer], data: bytes) -> list[tuple[Offer, int]]:
    """Offer to all; give those that did not take it whole, and how much they did."""
    refusing, size = [], len(data)
    for offer in offers:
        try:
            taken = offer(data)
        except OSError:  # what sends the rest looks at it
            taken = 0
        if taken != size:
            refusing.append((offer, taken))
    return refusing


def _size(piece: tuple[Group, object]) -> int:
    return len(piece[0].sessions)


def _sort(
    deliveries: Sequence[Delivery],
) -> tuple[dict[Group, list[bytes]], set[Session]]:
    """Give each group's pieces, and the sessions whose pieces must be merged."""
    pieces: dict[Group, list[bytes]] = {}
    mixed: set[Session] = set()
    for hearer, data, skipped, _ in deliveries:
        if isinstance(hearer, Group):
            parts = pieces.get(hearer)
            if parts is None:
                pieces[hearer] = [data]
            else:
                parts.append(data)
            if skipped is not None:
                mixed.add(skipped)
        else:
            mixed.add(hearer)
    if len(pieces) > 1:
        mixed |= _in_several(pieces)
    return pieces, mixed


def _in_several(groups: dict[Group, list[bytes]]) -> set[Session]:
    seen: set[Session] = set()
    several: set[Session] = set()
    for group in groups:
        several.update(seen.intersection(group.sessions))
        seen.update(group.sessions)
    return several


def _merge(
    deliveries: Sequence[Delivery],
    groups: dict[Group, list[bytes]],
    own: dict[Session, list[bytes]],
) -> None:
    """Add the pieces of each session that is not served with its group."""
    if not own:
        return
    mixed_in = {group: own.keys() & group.places.keys() for group in groups}
    for hearer, data, skipped, _ in deliveries:
        if isinstance(hearer, Group):
            for session in mixed_in[hearer]:
                if session is not skipped:
                    own[session].append(data)
        else:
            own[hearer].append(data)
