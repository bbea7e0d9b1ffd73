"""Deletes what the history shall no longer hold, a little at a time."""

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from server.settings.settings import HistorySettings
from server.storage.conversations import some_of
from server.storage.patience import without_waiting
from server.storage.rows import HIGHEST
from server.world.user import is_account_talk

log = logging.getLogger(__name__)

ROWS_A_STEP = 50
ROWS_COUNTED_A_STEP = 2000
SECONDS_A_SLICE = 0.003
PAUSE_AFTER_A_SLICE = 100
"""So many times as long as the slice itself took: deleting is hard work for a disk."""

SHORTEST_PAUSE, LONGEST_PAUSE = 0.03, 5.0
SECONDS_BETWEEN_ROUNDS, SECONDS_AFTER_A_FAILURE = 600.0, 60.0
SECONDS_REMEMBERED = 600.0
"""What was decided while a message was still there is recorded long before that."""

MILLISECONDS_A_DAY = 86_400_000
MOST_PAST_LINES = 100_000
"""How much of what happened a conversation keeps where all that was said is kept."""

TABLES = ("messages", "past_lines")

_NEXT_TARGET = (
    "SELECT min(target) FROM ("
    "SELECT min(target) AS target FROM conversation_index WHERE target > :last "
    "UNION ALL SELECT min(target) FROM latest_messages WHERE target > :last "
    "UNION ALL SELECT min(target) FROM past_lines WHERE target > :last)"
)
_FIRST_OF_TALK = (
    "SELECT max(sequence) FROM ended_accounts JOIN accounts USING (key) "
    "WHERE '@' || key IN (?, ?)"
)
_OLDEST = {
    table: some_of(table, "sequence, time", "true", "ASC", str(ROWS_A_STEP))
    for table in TABLES
}
_NEWER = {
    table: some_of(table, "sequence", "sequence < :before", "DESC", "1", ":passed")
    for table in TABLES
}
_BEFORE = {
    table: some_of(table, "sequence", "sequence < :before", "ASC", str(ROWS_A_STEP))
    for table in TABLES
}
_DELETE = {
    table: f"DELETE FROM {table} WHERE target = :target AND sequence IN ({before})"  # noqa: S608 - names of ours
    for table, before in _BEFORE.items()
}

Steps = Iterator[None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a conversation keeps: so many messages, of so many days; 0: all."""

    max_messages: int = 0
    keep_days: int = 0


def limits_of(history: HistorySettings) -> Limits:
    """Give what a conversation keeps, as the settings have it."""
    return Limits(history.max_messages, history.keep_days)


class Pruning:
    """Goes round all conversations, and deletes what was said in those that ended.

    Each slice ends after a few milliseconds and one statement more, so that turns are
    recorded in between; on a slow disk that statement may take longer.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        limits: Limits,
        seconds: Callable[[], int],
        kept: Mapping[str, int],
        last_sequence: int,
        monotonic: Callable[[], float] = time.monotonic,
        deleted: Callable[[], None] = lambda: None,
    ) -> None:
        """Prune through the connection of the journal.

        Args:
            connection: in autocommit mode.
            limits: what a conversation keeps.
            seconds: the time since 1970; asked on the recorder's thread.
            kept: the channels that outlived the server's last end, and their first
                numbers. All else that was said before has ended with it.
            last_sequence: the highest number from before the server's start.
            monotonic: measures how long a slice of the work takes.
            deleted: hears that words were deleted.
        """
        self._execute = connection.execute
        self._limits = limits
        self._seconds = seconds
        self._kept = kept
        self._last_sequence = last_sequence
        self._monotonic = monotonic
        self._has_deleted = deleted
        self._ended: list[tuple[str, int]] = []
        self._deleted = _Deleted(monotonic)
        self._prune = self._delete_what_ended_before
        self._steps: Steps = self._round()

    def take_limits(self, limits: Limits) -> None:
        """Keep so much from the next round on; any thread may say so."""
        self._limits = limits

    def forget(self, target: str, before: int) -> None:
        """Delete, when there is time, what was said to a target before a number."""
        self._ended.append((target, before))

    def covers(self, target: str, sequence: int) -> bool:
        """Tell whether a message has been deleted in the last few minutes."""
        return sequence < self._deleted.before(target)

    def work(self) -> float:
        """Do a little, and give the seconds after which to go on."""
        began = self._monotonic()
        try:
            if self._goes_on_until(began + SECONDS_A_SLICE):
                pause = (self._monotonic() - began) * PAUSE_AFTER_A_SLICE
                return min(max(SHORTEST_PAUSE, pause), LONGEST_PAUSE)
            self._prune = self._delete_beyond_limits
        except sqlite3.Error as error:
            log.warning("The history could not be pruned: %s", error)
        self._steps = self._round()
        return SECONDS_AFTER_A_FAILURE if self._ended else SECONDS_BETWEEN_ROUNDS

    def _goes_on_until(self, end: float) -> bool:
        """Do what can be done until then, and tell whether there is more to do."""
        # What was deleted may come back after a power cut, and is deleted again.
        with without_waiting(self._execute):
            steps = chain(self._delete_what_ended(), self._steps)
            return any(self._monotonic() >= end for _ in steps)

    def _delete_what_ended(self) -> Steps:
        """Delete what was to be forgotten; what fails is tried again later."""
        while self._ended:
            yield from self._delete(*self._ended[-1])
            self._ended.pop()

    def _round(self) -> Steps:
        target = ""
        while True:
            (target,) = self._execute(_NEXT_TARGET, {"last": target}).fetchone()
            if target is None:
                return
            yield
            yield from self._prune(target)

    def _delete_what_ended_before(self, target: str) -> Steps:
        if not is_account_talk(target):
            first = self._kept.get(target, self._last_sequence + 1)
            yield from self._delete(target, first)
        yield from self._delete_beyond_limits(target)

    def _delete_beyond_limits(self, target: str) -> Steps:
        if first := self._first_of_talk(target):
            yield from self._delete(target, first)
        limits = self._limits
        most_past_lines = limits.max_messages or MOST_PAST_LINES
        for table, most in zip(
            TABLES, (limits.max_messages, most_past_lines), strict=True
        ):
            if most:
                yield from self._delete_all_but(table, target, most)
            if limits.keep_days:
                yield from self._delete_old(table, target)

    def _first_of_talk(self, target: str) -> int:
        """Give the number before which an account talked that is another's now."""
        if not is_account_talk(target):
            return 0
        (first,) = self._execute(_FIRST_OF_TALK, target.split(" ")).fetchone()
        return first or 0

    def _delete(self, target: str, before: int) -> Steps:
        for table in TABLES:
            yield from self._delete_from(table, target, before)

    def _delete_from(self, table: str, target: str, before: int) -> Steps:
        self._deleted.note(target, before)
        statement, which = _DELETE[table], {"target": target, "before": before}
        count = ROWS_A_STEP
        while count == ROWS_A_STEP:
            count = self._execute(statement, which).rowcount
            if count:
                self._has_deleted()
            yield

    def _delete_all_but(self, table: str, target: str, most: int) -> Steps:
        """Delete all but the newest; to count them takes many small steps too."""
        oldest, left = HIGHEST, most
        while left > 0:
            count = min(left, ROWS_COUNTED_A_STEP)
            which = {"target": target, "before": oldest, "passed": count - 1}
            row = self._execute(_NEWER[table], which).fetchone()
            if row is None:
                return
            oldest, left = row[0], left - count
            yield
        yield from self._delete_from(table, target, oldest)

    def _delete_old(self, table: str, target: str) -> Steps:
        days = self._limits.keep_days
        earliest = self._seconds() * 1000 - days * MILLISECONDS_A_DAY
        query = _OLDEST[table]
        while True:
            rows = self._execute(query, {"target": target}).fetchall()
            old = [sequence for sequence, time_said in rows if time_said < earliest]
            if not old:
                return
            yield from self._delete_from(table, target, max(old) + 1)


class _Deleted:
    """What was deleted lately: of each target, all before a number.

    Targets that nobody writes to any more would be remembered for ever, as each guest's
    talks are of their own. So it has two halves, the newer of which becomes the older.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._newer: dict[str, int] = {}
        self._older: dict[str, int] = {}
        self._began = monotonic()

    def note(self, target: str, before: int) -> None:
        now = self._monotonic()
        if now >= self._began + SECONDS_REMEMBERED:
            self._older, self._newer, self._began = self._newer, {}, now
        self._newer[target] = max(before, self.before(target))

    def before(self, target: str) -> int:
        return max(self._newer.get(target, 0), self._older.get(target, 0))
