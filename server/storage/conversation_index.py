"""Keeps the index by which a conversation is read a little behind its messages."""

import logging
import sqlite3

from server.storage.patience import without_waiting

log = logging.getLogger(__name__)

ROWS_A_STEP = 10_000
"""Enough for the busiest 0.2 s; indexed together, they share pages of the index."""

SECONDS_AFTER_A_FAILURE = 60.0
NOTHING_TO_DO = 600.0

_LAST = "SELECT last_sequence FROM conversation_index_end"
_END = (
    "SELECT max(sequence), count(*) FROM (SELECT sequence FROM messages "
    "WHERE sequence > ? ORDER BY sequence LIMIT ?)"
)
_ADD = (
    "INSERT INTO conversation_index SELECT target, sequence FROM messages "
    "WHERE sequence > ? AND sequence <= ? ORDER BY target, sequence"
)


class ConversationIndex:
    """Adds to the index, many at once, the messages that are not in it yet.

    Whoever reads looks through those one by one: see server.storage.conversations.
    What is deleted, or becomes another conversation's, does so in the index at once, by
    the database's triggers.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through the connection of the journal, in autocommit mode."""
        self._execute = connection.execute
        self.has_failed = False

    def work(self) -> float:
        """Add a share, and give the seconds after which to go on."""
        self.has_failed = False
        try:
            with without_waiting(self._execute):
                has_more = self._add_some()
        except sqlite3.Error as error:
            log.warning("Conversations could not be indexed: %s", error)
            self.has_failed = True
            return SECONDS_AFTER_A_FAILURE
        return 0.0 if has_more else NOTHING_TO_DO

    def _add_some(self) -> bool:
        """Index a share of the messages, and tell whether there may be more."""
        (last,) = self._execute(_LAST).fetchone()
        until, count = self._execute(_END, (last, ROWS_A_STEP)).fetchone()
        if not count:
            return False
        self._execute("BEGIN IMMEDIATE")
        try:
            self._execute(_ADD, (last, until))
            self._execute(
                "UPDATE conversation_index_end SET last_sequence = ?", (until,)
            )
            self._execute("COMMIT")
        except BaseException:
            self._execute("ROLLBACK")
            raise
        return bool(count == ROWS_A_STEP)
