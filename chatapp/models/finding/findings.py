"""Joins what several places have found: the newest first, and nothing twice."""

from collections import deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Generic, TypeVar

from chatapp.models.entities import ChatMessage
from chatapp.wire.names import fold


class Source(Enum):
    """Where something was found of one server."""

    KEPT = auto()
    SERVER = auto()


From = TypeVar("From", bound=Hashable)


@dataclass(slots=True)
class _Waiting:
    """What a place has found that was not taken yet; more may be there."""

    lines: deque[ChatMessage] = field(default_factory=deque)
    is_done: bool = False


class Findings(Generic[From]):
    """Gives a line once each place has told what it has that is as new."""

    def __init__(
        self,
        sources: Iterable[From],
        identities: "Callable[[From, ChatMessage], set[Hashable]] | None" = None,
    ) -> None:
        """Join these places; `identities` tell when two lines are one."""
        self._waiting = {source: _Waiting() for source in sources}
        self._identities = identities or (lambda _source, line: _parts(line))
        self._given: set[Hashable] = set()

    def add(self, source: From, lines: Iterable[ChatMessage], *, is_done: bool) -> None:
        """Take in a page of a place, the newest first; `is_done` if it is the last."""
        waiting = self._waiting[source]
        waiting.lines += lines
        waiting.is_done = waiting.is_done or is_done

    def take(self, count: int) -> list[tuple[From, ChatMessage]]:
        """Give the next lines that are sure to be in order, and where each was found.

        At most so many; what is in several places is where it was found first.
        """
        taken: list[tuple[From, ChatMessage]] = []
        while len(taken) < count and not self.lacking():
            heads = {key: it.lines for key, it in self._waiting.items() if it.lines}
            if not heads:
                break
            source = max(heads, key=lambda key: heads[key][0].time)
            line = heads[source].popleft()
            identities = self._identities(source, line)
            if self._given.isdisjoint(identities):
                taken.append((source, line))
            self._given |= identities
        return taken

    def lacking(self) -> list[From]:
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


def _parts(line: ChatMessage) -> set[Hashable]:
    parts = (fold(line.room), fold(line.sender), line.time, line.text)
    return {parts, line.msgid} if line.msgid else {parts}
