"""One room's messages: confirmed in the server's order, then what is not confirmed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import overload

from chatapp.models.entities import ChatMessage
from chatapp.models.history import landmarks
from chatapp.models.history.confirmed import Confirmed
from chatapp.models.history.gaps import Gaps, place_with, place_without
from chatapp.models.history.weaving import Merged, weave

MOST_KEPT = 20_000
TRIMMED_AT_ONCE = 2_000


class History(Sequence[ChatMessage]):
    """A sequence that grows at its end, at its beginning and, rarely, in gaps.

    A gap is a place where messages may be missing, because this client was not
    connected when they were said; it is filled from its newer side. A cut is a place
    whose messages were let go because a reader is far back: it is filled from its
    older side, as he comes down. `complete` tells that nothing older exists, and
    `filling` that what was missed is still to come, if need be with the next link.
    """

    def __init__(
        self, most_kept: int = MOST_KEPT, trimmed_at_once: int = TRIMMED_AT_ONCE
    ) -> None:
        self.complete = False
        self.filling = self.waits_for_link = False
        self.cut: int | None = None
        self._most_kept = most_kept
        self._most = most_kept + trimmed_at_once
        self._confirmed = Confirmed()
        self.amendments = self._confirmed.amendments
        self.answers_to = self._confirmed.answers_to
        self._pending: dict[str, ChatMessage] = {}
        self._gaps = Gaps()
        self._reader: str | None = None

    def __len__(self) -> int:
        return len(self._confirmed) + len(self._pending)

    def __iter__(self) -> Iterator[ChatMessage]:
        yield from self._confirmed.lines
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
                return self._confirmed.lines[start:stop]
            return [self[each] for each in range(start, stop, step)]
        if index < 0:
            index += len(self)
        if 0 <= index < count:
            return self._confirmed.lines[index]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return next(islice(self._pending.values(), index - count, None))

    @property
    def confirmed_count(self) -> int:
        """Where the first message stands that is not confirmed yet."""
        return len(self._confirmed)

    def index_of(self, key: str) -> int | None:
        """Find a message's place, or None."""
        index = self._confirmed.index_of(key)
        if index is not None or key not in self._pending:
            return index
        return len(self._confirmed) + list(self._pending).index(key)

    def find(self, key: str) -> ChatMessage | None:
        """Find a message, or None."""
        index = self.index_of(key)
        return None if index is None else self[index]

    def knows(self, message: ChatMessage) -> bool:
        """Tell whether this message stands here already, confirmed."""
        return self._confirmed.knows(message)

    def place_of(self, msgid: str) -> int | None:
        """Find the message that the server calls so, or None."""
        return self._confirmed.place_of_msgid(msgid)

    def append(self, message: ChatMessage) -> bool:
        """Add what the server just told; False when it stands here already."""
        if self.knows(message):
            return False
        self._confirmed.append(message)
        return True

    def replace(self, message: ChatMessage) -> bool:
        """Put a confirmed message in place of the one with its key, if it is here."""
        return self._confirmed.replace(message)

    def with_msgid(self, msgid: str) -> ChatMessage | None:
        """Find the message that the server calls so, or None."""
        place = self.place_of(msgid)
        return None if place is None else self._confirmed.lines[place]

    def append_echo(self, message: ChatMessage) -> bool:
        """Add an echo, but one of long ago only if no page is to bring it."""
        place, count = self._confirmed.place_in_time(message), len(self._confirmed)
        is_hole = place in self._gaps or (place == 0 and not self.complete)
        return not (is_hole and place < count) and self.append(message)

    # -- what is not confirmed ----------------------------------------------------

    def add_pending(self, message: ChatMessage) -> None:
        """Add a message of one's own at the very end."""
        self._pending[message.key] = message

    def replace_pending(self, message: ChatMessage) -> bool:
        """Exchange an unconfirmed message for its new state."""
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

    # -- gaps, and pages that fill them -------------------------------------------

    def open_gap(self) -> None:
        """Note that messages may be missing between here and what comes next."""
        self._gaps.open_at_end(len(self._confirmed))

    @property
    def has_gap(self) -> bool:
        """Whether messages may be missing in the middle."""
        return bool(self._gaps)

    def holes(self) -> list[int]:
        """List the gaps that nobody fills just now: the message behind each."""
        if self.waits_for_link:  # what follows the last line has not come yet
            return self._gaps.before(len(self._confirmed))
        return [] if self.filling else self._gaps.before(len(self))

    def before_last_gap(self) -> list[ChatMessage]:
        """Give the two newest messages with a msgid before the last gap, if any."""
        stop = self._gaps.last
        start = 0 if self.cut is None or self.cut >= stop else self.cut
        return landmarks.last_two(self._confirmed.lines, start, stop)

    def after_last_gap(self, *, said: bool = False) -> ChatMessage | None:
        """Give the oldest message with a msgid behind the last gap, if any."""
        return self.oldest_with_id(self._gaps.last, said=said)

    def oldest_with_id(
        self, start: int = 0, *, said: bool = False
    ) -> ChatMessage | None:
        """Give the oldest message with a msgid from a place on, at best one `said`."""
        behind = islice(self._confirmed.lines, start, None)
        return landmarks.first(behind, said=said)

    def close_gap(self) -> None:
        """Note that nothing is missing any more where the last gap was."""
        self._gaps.close_last()

    def merge_page(self, page: Iterable[ChatMessage]) -> Merged:
        """Put a page of the past where the last gap is, or else at the beginning.

        What stands here already stays, and what is new goes between it in the
        page's order. A gap whose page reaches back to what is known is closed.
        """
        merged = self._merge(list(page), self._gaps.last)
        if merged.met_known:
            self.close_gap()
        return merged

    def prime(self, lines: Iterable[ChatMessage], *, complete: bool) -> Merged:
        """Put what was kept before everything else; something may be missing after.

        Args:
            lines: what was kept, without what may be heard already.
            complete: whether they begin with the first word ever said.
        """
        merged = self._merge(list(lines), 0)
        self._gaps.open_at_front(len(merged.added))
        self.complete = complete
        return merged

    def merge_front(self, page: Iterable[ChatMessage]) -> Merged:
        """Put older lines, from what was kept, at the beginning."""
        return self._merge(list(page), 0)

    def merge_newer(self, page: Iterable[ChatMessage]) -> Merged:
        """Put lines that follow the cut's older side there; it may meet the newer."""
        cut = self.cut
        if cut is None:
            return Merged((), met_known=False)
        lines = list(page)
        places = [self._confirmed.place_of(line) for line in lines]
        meets = any(place is not None and place >= cut for place in places)
        merged = self._merge(lines, cut, at_cut=True)
        if meets:
            self.cut = None
        return Merged(merged.added, meets)

    def jump(self, page: Iterable[ChatMessage]) -> Merged:
        """Put a part from far back at the beginning, in place of any other such part.

        Unless it reaches what is here, it ends with a cut.
        """
        if self.cut is not None:
            self._forget(0, self.cut)
        lines = list(page)
        meets = any(self._confirmed.place_of(line) is not None for line in lines)
        merged = self._merge(lines, 0)
        count = len(merged.added)
        if count and not meets and count < len(self._confirmed):
            self.cut = count
        self.complete = self.complete and not count
        return Merged(merged.added, meets)

    def _merge(
        self, page: Sequence[ChatMessage], start: int, *, at_cut: bool = False
    ) -> Merged:
        places = [self._confirmed.place_of(line) for line in page]
        woven = weave(page, places, start).among(self._confirmed.lines, start)
        self._confirmed.insert(woven.runs)
        self._gaps.make_room(woven.runs)
        if self.cut is not None:
            self.cut = place_with(self.cut, woven.runs, at_place=at_cut)
        met_known = any(place is not None and place < start for place in places)
        return Merged(tuple(map(self.amendments.applied, woven.added)), met_known)

    # -- what is kept in memory ---------------------------------------------------

    def note_reader(self, key: str | None) -> None:
        """Note which message a reader is at; None: at the end."""
        self._reader = key

    def run_around(self, index: int) -> tuple[int, int]:
        """Give where the part begins and ends that a place is in, up to the cut."""
        if self.cut is None:
            return 0, len(self)
        return (0, self.cut) if index < self.cut else (self.cut, len(self))

    def trim(self, most: int = 0) -> int:
        """Forget messages when there are too many, or more than this; say how many.

        Those far from the reader and from the end go first: they can be had again.
        """
        count = len(self._confirmed)
        if count <= (most or self._most):
            return 0
        most = most or self._most_kept
        reader = self._reader_place()
        if reader is None or reader >= count - most // 2:
            self._forget(0, count - most)
        else:
            around = most // 4
            self._forget_middle(reader + around, count - most // 2)
            self._forget(0, max(0, reader - around))
        return count - len(self._confirmed)

    def forget_before_cut(self) -> None:
        """Forget what was read far back, unless a reader is there."""
        reader = self._reader_place()
        if self.cut is not None and (reader is None or reader >= self.cut):
            self._forget(0, self.cut)

    def _reader_place(self) -> int | None:
        return None if self._reader is None else self._confirmed.index_of(self._reader)

    def _forget_middle(self, start: int, stop: int) -> None:
        """Forget what is between a reader far back and the newest messages."""
        if self.cut is not None:
            start = min(start, self.cut)
        if start > stop:
            return
        self._forget(start, stop)
        self.cut = start
        self._gaps.close(start)

    def _forget(self, start: int, stop: int) -> None:
        self._confirmed.forget(start, stop)
        self._gaps.close_up(start, stop)
        if self.cut is not None:
            self.cut = place_without(self.cut, start, stop) or None
        if start == 0 < stop:
            self.complete = False
