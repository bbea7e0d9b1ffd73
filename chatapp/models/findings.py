"""Joins what two places have found: the newest first, and nothing twice."""

from collections import deque
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto

from chatapp.models.entities import ChatMessage
from chatapp.wire.names import fold


class Source(Enum):
    """Where something was found."""

    KEPT = auto()
    SERVER = auto()


@dataclass(slots=True)
class _Waiting:
    """What a place has found that was not taken yet; more may be there."""

    lines: deque[ChatMessage] = field(default_factory=deque)
    is_done: bool = False


class Findings:
    """Gives a line once each place has told what it has that is as new."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._waiting = {source: _Waiting() for source in sources}
        self._given: set[Hashable] = set()

    def add(
        self, source: Source, lines: Iterable[ChatMessage], *, is_done: bool
    ) -> None:
        """Take in a page of a place, the newest first; `is_done` if it is the last."""
        waiting = self._waiting[source]
        waiting.lines += lines
        waiting.is_done = waiting.is_done or is_done

    def take(self, count: int) -> list[ChatMessage]:
        """Give the next lines that are sure to be in order, at most so many."""
        taken: list[ChatMessage] = []
        while len(taken) < count and not self.lacking():
            heads = [it.lines for it in self._waiting.values() if it.lines]
            if not heads:
                break
            line = max(heads, key=lambda lines: lines[0].time).popleft()
            identities = _identities(line)
            if self._given.isdisjoint(identities):
                taken.append(line)
            self._given |= identities
        return taken

    def lacking(self) -> list[Source]:
        """List the places that have to be asked for more before anything is sure."""
        return [
            source
            for source, waiting in self._waiting.items()
            if not waiting.lines and not waiting.is_done
        ]

    @property
    def is_empty(self) -> bool:
        """Whether nothing more is to come."""
        waiting = self._waiting.values()
        return not any(each.lines or not each.is_done for each in waiting)


def _identities(line: ChatMessage) -> set[Hashable]:
    parts = (fold(line.room), fold(line.sender), line.time, line.text)
    return {parts, line.msgid} if line.msgid else {parts}
