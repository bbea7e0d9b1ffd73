"""One room's messages: confirmed in the server's order, then what is not confirmed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import overload

from chatapp.models.entities import ChatMessage, MessageKind

MOST_KEPT = 20_000
_TRIMMED_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Merged:
    """What a page of the past changed: lines that are new, and whether it met ours."""

    added: tuple[ChatMessage, ...]
    met_known: bool

    @property
    def found_anything(self) -> bool:
        """Whether the page brought something, or reached what was known."""
        return self.met_known or bool(self.added)


class History(Sequence[ChatMessage]):
    """A sequence that grows at its end, at its beginning and, rarely, in gaps.

    A gap is a place where messages may be missing, because this client was not
    connected when they were said. `complete` tells that nothing older exists.
    """

    def __init__(self, most_kept: int = MOST_KEPT) -> None:
        self.complete = False
        self._most_kept = most_kept
        self._confirmed: list[ChatMessage] = []
        self._pending: dict[str, ChatMessage] = {}
        # A message's place is its ordinal minus the first one: prepending a page
        # needs no renumbering of what is there.
        self._ordinals: dict[str, int] = {}
        self._first_ordinal = 0
        self._known: dict[object, str] = {}
        self._gaps: list[int] = []

    def __len__(self) -> int:
        return len(self._confirmed) + len(self._pending)

    def __iter__(self) -> Iterator[ChatMessage]:
        yield from self._confirmed
        yield from self._pending.values()

    @overload
    def __getitem__(self, index: int) -> ChatMessage: ...

    @overload
    def __getitem__(self, index: slice) -> list[ChatMessage]: ...

    def __getitem__(self, index: int | slice) -> ChatMessage | list[ChatMessage]:
        count = len(self._confirmed)
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            if step == 1 and stop <= count:
                return self._confirmed[start:stop]
            return [self[each] for each in range(start, stop, step)]
        if index < 0:
            index += len(self)
        if 0 <= index < count:
            return self._confirmed[index]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return next(islice(self._pending.values(), index - count, None))

    @property
    def confirmed_count(self) -> int:
        """Where the first message stands that is not confirmed yet."""
        return len(self._confirmed)

    def index_of(self, key: str) -> int | None:
        """Find a message's place, or None."""
        ordinal = self._ordinals.get(key)
        if ordinal is not None:
            return ordinal - self._first_ordinal
        if key not in self._pending:
            return None
        return len(self._confirmed) + list(self._pending).index(key)

    def find(self, key: str) -> ChatMessage | None:
        """Find a message, or None."""
        index = self.index_of(key)
        return None if index is None else self[index]

    def knows(self, message: ChatMessage) -> bool:
        """Tell whether this message stands here already, confirmed."""
        return any(identity in self._known for identity in _identities(message))

    def append(self, message: ChatMessage) -> bool:
        """Add what the server just told; False when it stands here already."""
        if self.knows(message):
            return False
        self._confirmed.append(message)
        self._number(len(self._confirmed) - 1, len(self._confirmed))
        self._remember([message])
        return True

    def add_pending(self, message: ChatMessage) -> None:
        """Add a message of one's own at the very end."""
        self._pending[message.key] = message

    def replace_pending(self, message: ChatMessage) -> bool:
        """Exchange an unconfirmed message for its new state, in its place."""
        if message.key not in self._pending:
            return False
        self._pending[message.key] = message
        return True

    def drop_pending(self, key: str) -> ChatMessage | None:
        """Take out a message that was not confirmed."""
        return self._pending.pop(key, None)

    def pending(self) -> list[ChatMessage]:
        """List what is not confirmed, in the order in which it was written."""
        return list(self._pending.values())

    def open_gap(self) -> None:
        """Note that messages may be missing between here and what comes next."""
        end = len(self._confirmed)
        if end and end not in self._gaps:
            self._gaps.append(end)

    @property
    def has_gap(self) -> bool:
        """Whether messages may be missing in the middle."""
        return bool(self._gaps)

    def after_last_gap(self) -> ChatMessage | None:
        """Give the oldest message with a msgid behind the last gap, if any."""
        start = self._gaps[-1] if self._gaps else 0
        behind = islice(self._confirmed, start, None)
        return next((message for message in behind if message.msgid), None)

    def close_gap(self) -> None:
        """Note that nothing is missing any more where the last gap was."""
        if self._gaps:
            self._gaps.pop()

    def merge_page(self, page: Iterable[ChatMessage]) -> Merged:
        """Put a page of the past where the last gap is, or else at the beginning.

        What stands here already stays, and what is new goes between it in the
        page's order. A gap whose page reaches back to what is known is closed.
        """
        start = place = self._gaps[-1] if self._gaps else 0
        runs: dict[int, list[ChatMessage]] = {}
        run: list[ChatMessage] = []
        added: list[ChatMessage] = []
        seen: set[object] = set()
        met_known = False
        for message in page:
            known_at = self._place_of(message)
            if known_at is not None:
                met_known = met_known or known_at < start
                runs.setdefault(known_at, []).extend(run)
                place = max(start, known_at + 1)
                run = []
                continue
            identities = _identities(message)
            if seen.isdisjoint(identities):
                run.append(message)
                added.append(message)
            seen.update(identities)
        runs.setdefault(place, []).extend(run)
        self._insert(runs)
        self._remember(added)
        if met_known:
            self.close_gap()
        return Merged(tuple(added), met_known)

    def trim(self) -> int:
        """Forget the oldest messages when there are too many; say how many."""
        if len(self._confirmed) <= self._most_kept + _TRIMMED_AT_ONCE:
            return 0
        return self._forget_oldest(len(self._confirmed) - self._most_kept)

    def forget_before_gap(self) -> None:
        """Forget what stands before the last gap, so that nothing is missing."""
        if self._gaps:
            self._forget_oldest(self._gaps[-1])

    def _forget_oldest(self, count: int) -> int:
        """Forget so many of the oldest messages: they can be had again."""
        for message in self._confirmed[:count]:
            del self._ordinals[message.key]
            for identity in _identities(message):
                self._known.pop(identity, None)
        del self._confirmed[:count]
        self._first_ordinal += count
        self._gaps = [gap - count for gap in self._gaps if gap > count]
        self.complete = self.complete and count == 0
        return count

    def _place_of(self, message: ChatMessage) -> int | None:
        for identity in _identities(message):
            key = self._known.get(identity)
            if key is not None:
                return self._ordinals[key] - self._first_ordinal
        return None

    def _insert(self, runs: Mapping[int, list[ChatMessage]]) -> None:
        """Put each run before what stands at its place now."""
        places = sorted(place for place, run in runs.items() if run)
        if not places:
            return
        built: list[ChatMessage] = []
        done = 0
        for place in places:
            built += self._confirmed[done:place]
            built += runs[place]
            done = place
        self._confirmed = built + self._confirmed[done:]
        self._gaps = [
            gap + sum(len(runs[place]) for place in places if place < gap)
            for gap in self._gaps
        ]
        if places == [0]:
            self._first_ordinal -= len(built)
            self._number(0, len(built))
        else:
            self._number(places[0], len(self._confirmed))

    def _number(self, start: int, end: int) -> None:
        for index in range(start, end):
            self._ordinals[self._confirmed[index].key] = index + self._first_ordinal

    def _remember(self, messages: Iterable[ChatMessage]) -> None:
        for message in messages:
            for identity in _identities(message):
                self._known[identity] = message.key


def _identities(message: ChatMessage) -> list[object]:
    """Give what tells that two messages are one: the msgid; for a change, its parts.

    A server may give a change a msgid in its history and none when it happens.
    """
    identities: list[object] = [message.msgid] if message.msgid else []
    if message.kind is MessageKind.CHANGE:
        parts = (message.change, message.sender, message.text, message.target)
        identities.append((message.time, *parts))
    return identities
