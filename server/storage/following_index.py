"""An index that is a little behind the messages, and how it catches up with them."""

import logging
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass

from server.storage.patience import without_waiting

log = logging.getLogger(__name__)

SHORTEST_PAUSE, LONGEST_PAUSE = 0.03, 5.0
SECONDS_AFTER_A_FAILURE = 60.0
NOTHING_TO_DO = 600.0

_SHARE = (
    "SELECT max(sequence), count(*) FROM (SELECT sequence FROM messages "
    "WHERE sequence > ? ORDER BY sequence LIMIT ?)"
)


@dataclass(frozen=True, slots=True)
class Growth:
    """What is added to an index, and how much of it at a time.

    Attributes:
        what: what it has of the messages, as the log calls it.
        end: the table whose `last_sequence` is the number up to which it has them.
        add: the statement that adds the messages behind :last, up to :until.
        rows_a_step: how many messages each transaction adds.
        seconds_a_slice: for how long one step follows the other.
        pause: so many times as long as such a slice itself took.
    """

    what: str
    end: str
    add: str
    rows_a_step: int
    seconds_a_slice: float = 0.0
    pause: int = 0


class FollowingIndex:
    """Adds to an index the messages that are not in it yet, some at a time.

    What is deleted or changed of those that are in it, the database's triggers delete
    or change in the index at once.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        growth: Growth,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Write through the connection of the journal, in autocommit mode."""
        self._connection = connection
        self._growth = growth
        self._monotonic = monotonic
        self._last = f"SELECT last_sequence FROM {growth.end}"  # noqa: S608 - a name of ours
        self._move_end = f"UPDATE {growth.end} SET last_sequence = :until"  # noqa: S608 - as above
        self.has_failed = False

    def work(self) -> float:
        """Do a little, and give the seconds after which to go on."""
        began, growth = self._monotonic(), self._growth
        self.has_failed = False
        try:
            # What a power cut takes out of the index is added again.
            with without_waiting(self._connection.execute):
                has_more = self._goes_on_until(began + growth.seconds_a_slice)
        except sqlite3.Error as error:
            log.warning("%s could not be indexed: %s", growth.what, error)
            self.has_failed = True
            return SECONDS_AFTER_A_FAILURE
        if not has_more:
            return NOTHING_TO_DO
        pause = (self._monotonic() - began) * growth.pause
        return min(max(SHORTEST_PAUSE, pause), LONGEST_PAUSE)

    def _goes_on_until(self, end: float) -> bool:
        """Index until then, and tell whether there is more to do."""
        while self._add_some():
            if self._monotonic() >= end:
                return True
        return False

    def _add_some(self) -> bool:
        """Index some messages, and tell whether there may be more."""
        execute, rows_a_step = self._connection.execute, self._growth.rows_a_step
        (last,) = execute(self._last).fetchone()
        until, count = execute(_SHARE, (last, rows_a_step)).fetchone()
        if not count:
            return False
        execute("BEGIN IMMEDIATE")
        try:
            execute(self._growth.add, {"last": last, "until": until})
            execute(self._move_end, {"until": until})
            execute("COMMIT")
        except BaseException:
            # After some errors SQLite has taken the transaction back itself.
            if self._connection.in_transaction:
                execute("ROLLBACK")
            raise
        return bool(count == rows_a_step)
