"""Sees that words which were deleted are in none of the history's files any more."""

import logging
import math
import sqlite3
import time
from collections.abc import Callable

from server.storage.patience import without_waiting

log = logging.getLogger(__name__)

PAGES_A_STEP = 16
SECONDS_A_SLICE = 0.003
PAUSE_AFTER_A_SLICE = 100
"""So many times as long as the slice itself took: those who talk come first."""

SHORTEST_PAUSE, LONGEST_PAUSE = 0.03, 5.0
SECONDS_BETWEEN_ERASURES = 600.0
SECONDS_AFTER_A_FAILURE = 60.0
SECONDS_AFTER_THE_START = 120.0
NOTHING_TO_DO = 600.0

_MERGE = "INSERT INTO message_words (message_words, rank) VALUES ('merge', ?)"


class Erasing:
    """Merges the index of words, which keeps deleted ones, and empties the WAL.

    What SQLite deletes it overwrites (PRAGMA secure_delete), but the index only notes
    that a word is gone, and the write-ahead log has what was written before.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Write through the connection of the journal, in autocommit mode."""
        self._connection = connection
        self._monotonic = monotonic
        self._is_wanted = False
        self._merges = self._truncates = False
        self._not_before = 0.0
        self._wanted_at = math.inf
        self.has_failed = False

    def want(self) -> None:
        """Know that words were deleted."""
        self._is_wanted = True

    def want_what_is_left(self) -> None:
        """Know that a server that was here before may have left some; that has time."""
        self._wanted_at = self._monotonic() + SECONDS_AFTER_THE_START

    def work(self) -> float:
        """Do a little, and give the seconds after which to go on."""
        began = self._monotonic()
        self.has_failed = False
        if began >= self._wanted_at:
            self._is_wanted, self._wanted_at = True, math.inf
        try:
            if self._is_wanted and began >= self._not_before:
                self._begin()
            elif self._merges:
                self._merge_until(began + SECONDS_A_SLICE)
            elif self._truncates:
                self._truncates = not self._truncate()
                return LONGEST_PAUSE
            elif self._is_wanted:
                return self._not_before - began
            else:
                return min(NOTHING_TO_DO, self._wanted_at - began)
        except sqlite3.Error as error:
            log.warning("Deleted words could not be erased: %s", error)
            self.has_failed = True
            return SECONDS_AFTER_A_FAILURE
        pause = (self._monotonic() - began) * PAUSE_AFTER_A_SLICE
        return min(max(SHORTEST_PAUSE, pause), LONGEST_PAUSE)

    def _begin(self) -> None:
        """Take all parts of the index for one merge; it goes on in small steps."""
        self._step(-PAGES_A_STEP)
        self._is_wanted = False
        self._merges = self._truncates = True
        self._not_before = self._monotonic() + SECONDS_BETWEEN_ERASURES

    def _merge_until(self, end: float) -> None:
        while self._merges and self._monotonic() < end:
            # See https://www.sqlite.org/fts5.html#the_merge_command: below two changes
            # there was nothing to do.
            self._merges = self._step(PAGES_A_STEP) >= 2

    def _step(self, pages: int) -> int:
        execute, before = self._connection.execute, self._connection.total_changes
        # What a power cut takes back is merged again some time.
        with without_waiting(execute):
            execute(_MERGE, (pages,))
        return self._connection.total_changes - before

    def _truncate(self) -> bool:
        """Empty the write-ahead log; tell whether nobody was reading in it."""
        execute = self._connection.execute
        (patience,) = execute("PRAGMA busy_timeout").fetchone()
        execute("PRAGMA busy_timeout = 0")
        try:
            (is_busy, *_) = execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            execute(f"PRAGMA busy_timeout = {patience}")
        return not is_busy
