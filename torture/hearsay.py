"""What people heard, and whether it agrees with what a server has kept."""

import sqlite3
import threading
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Said:
    """One message, by its number in the history."""

    number: int
    text: str


class Hearsay:
    """What everybody heard in one room, over all connections; every text is unique."""

    def __init__(self) -> None:
        """Begin with silence."""
        self._lock = threading.Lock()
        self._heard: dict[int, str] = {}
        self._stretches: list[tuple[str, list[Said], frozenset[str]]] = []
        self._differing: list[str] = []
        self._refused: set[str] = set()

    @property
    def count(self) -> int:
        """How many messages were heard by anybody."""
        return len(self._heard)

    def hear(self, said: Said) -> None:
        """Note what somebody heard, whoever it is."""
        with self._lock:
            before = self._heard.setdefault(said.number, said.text)
            if before != said.text:
                self._differing.append(
                    f"number {said.number} is {before!r} to one and {said.text!r} "
                    "to another"
                )

    def hear_stretch(
        self, who: str, stretch: list[Said], repeated: frozenset[str]
    ) -> None:
        """Note all that one connection heard, from its first message to its last.

        Args:
            who: had the connection.
            stretch: what it heard.
            repeated: what it had said again there, whose echo comes out of its order.
        """
        with self._lock:
            self._stretches.append((who, stretch, repeated))

    def refuse(self, text: str) -> None:
        """Note that the server has said that it could not take this text."""
        with self._lock:
            self._refused.add(text)

    @property
    def latest(self) -> int:
        """The number of the latest message that anybody has heard so far."""
        with self._lock:
            return max(self._heard, default=0)

    def missing_in(self, page: Sequence[Said], latest: int) -> list[str]:
        """Say what was heard and is not in the latest page of the history.

        Args:
            page: of the history.
            latest: the number of the latest message that was heard before that.
        """
        first = page[0].number if page else 0
        there = {each.number: each.text for each in page}
        with self._lock:
            return [
                text
                for number, text in self._heard.items()
                if first <= number <= latest and there.get(number) != text
            ]

    def problems(self, stored: Sequence[Said]) -> Iterator[str]:
        """Say in sentences what is wrong, once all is said."""
        yield from self._differing[:MOST_NAMED]
        yield from _repeated(stored)
        there = {each.number: each.text for each in stored}
        lost = [
            text for number, text in self._heard.items() if there.get(number) != text
        ]
        if lost:
            yield f"{len(lost)} were heard and are lost: {lost[:MOST_NAMED]}"
        for where, texts in (
            ("stored", {each.text for each in stored}),
            ("heard", set(self._heard.values())),
        ):
            if wrong := sorted(self._refused & texts):
                yield f"{len(wrong)} were refused and are {where}: {wrong[:MOST_NAMED]}"
        for stretch in self._stretches:
            yield from _disorder(stored, *stretch)


def stored_in(path: Path, room: str) -> list[Said]:
    """Read from a server's database what was said in a room, in its order."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT sequence, text FROM messages WHERE target = ?"
            " AND command = 'PRIVMSG' ORDER BY sequence",
            (room,),
        )
        return [Said(*row) for row in rows]


def _repeated(stored: Sequence[Said]) -> Iterator[str]:
    counts = Counter(each.text for each in stored)
    twice = [text for text, count in counts.items() if count > 1]
    if twice:
        yield f"{len(twice)} are stored twice: {twice[:MOST_NAMED]}"


def _disorder(
    stored: Sequence[Said], who: str, heard: list[Said], repeated: frozenset[str]
) -> Iterator[str]:
    """Whoever listens hears a stretch of the history as it is, without a hole.

    Of a long history only that stretch is looked at.
    """
    heard = [each for each in heard if each.text not in repeated]
    for before, after in pairwise(heard):
        if before.number >= after.number:
            yield f"{who} heard {after.text!r} behind {before.text!r}"
            return
    if not heard:
        return
    first = bisect_left(stored, heard[0].number, key=_number)
    last = bisect_right(stored, heard[-1].number, key=_number)
    heard_numbers = {each.number for each in heard}
    holes = [
        each.text
        for each in stored[first:last]
        if each.number not in heard_numbers and each.text not in repeated
    ]
    if holes:
        yield f"{who} did not hear {holes[:MOST_NAMED]}"


def _number(said: Said) -> int:
    return said.number
