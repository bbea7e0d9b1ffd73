"""Keeps the index of words, by which messages are found, a little behind them."""

import logging
import sqlite3
import time
from collections.abc import Callable

from server.storage.patience import without_waiting

log = logging.getLogger(__name__)

ROWS_A_STEP = 50
SECONDS_A_SLICE = 0.003
PAUSE_AFTER_A_SLICE = 100
"""So many times as long as the slice itself took: those who talk come first."""

SHORTEST_PAUSE, LONGEST_PAUSE = 0.03, 5.0
SECONDS_AFTER_A_FAILURE = 60.0
NOTHING_TO_DO = 600.0

_LAST = "SELECT last_sequence FROM word_index"
_END = (
    "SELECT max(sequence), count(*) FROM (SELECT sequence FROM messages "
    "WHERE sequence > ? ORDER BY sequence LIMIT ?)"
)
_ADD = (
    "INSERT INTO message_words (rowid, text) "
    "SELECT sequence, replace(text, char(13), '') FROM messages "
    "WHERE sequence > ? AND sequence <= ? AND NOT is_redacted ORDER BY sequence"
)


class WordIndex:
    """Adds what was said to the index, some messages at a time.

    What is deleted or taken back leaves it at once, by the database's triggers.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Write through the connection of the journal, in autocommit mode."""
        self._execute = connection.execute
        self._monotonic = monotonic
        self.has_failed = False

    def work(self) -> float:
        """Do a little, and give the seconds after which to go on."""
        began = self._monotonic()
        self.has_failed = False
        try:
            # What a power cut takes out of the index is added again.
            with without_waiting(self._execute):
                has_more = self._goes_on_until(began + SECONDS_A_SLICE)
        except sqlite3.Error as error:
            log.warning("The words of messages could not be indexed: %s", error)
            self.has_failed = True
            return SECONDS_AFTER_A_FAILURE
        if not has_more:
            return NOTHING_TO_DO
        pause = (self._monotonic() - began) * PAUSE_AFTER_A_SLICE
        return min(max(SHORTEST_PAUSE, pause), LONGEST_PAUSE)

    def _goes_on_until(self, end: float) -> bool:
        """Index until then, and tell whether there is more to do."""
        while self._add_some():
            if self._monotonic() >= end:
                return True
        return False

    def _add_some(self) -> bool:
        """Index some messages, and tell whether there may be more."""
        (last,) = self._execute(_LAST).fetchone()
        until, count = self._execute(_END, (last, ROWS_A_STEP)).fetchone()
        if not count:
            return False
        self._execute("BEGIN IMMEDIATE")
        try:
            self._execute(_ADD, (last, until))
            self._execute("UPDATE word_index SET last_sequence = ?", (until,))
            self._execute("COMMIT")
        except BaseException:
            self._execute("ROLLBACK")
            raise
        return bool(count == ROWS_A_STEP)
