"""Reads the history, beside the thread that writes it."""

import sqlite3
import threading

from server.storage.rows import COLUMNS, message_of
from server.world.events import ChatMessage
from server.world.page import Page

HIGHEST = 2**63 - 1

_NEWEST = (
    f"SELECT {COLUMNS} FROM messages "  # noqa: S608 - only names of columns
    "WHERE target = ? AND sequence >= ? AND sequence < ? "
    "ORDER BY sequence DESC LIMIT ?"
)
_BOUNDS = "SELECT min(sequence), max(sequence) FROM messages WHERE target = ?"
_TIME_FROM = (
    "SELECT time FROM messages WHERE target = ? AND sequence >= ? "
    "ORDER BY sequence LIMIT 1"
)


class HistoryReader:
    """Gives pages of conversations. Several threads may ask; they take turns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read through this connection."""
        self._connection = connection
        self._turn = threading.Lock()

    def newest(self, page: Page) -> list[ChatMessage]:
        """Give a page's messages, the oldest first."""
        with self._turn:
            first, end = page.first, page.before_sequence or HIGHEST
            if page.after_time is not None:
                first = max(first, self._first_since(page.target, page.after_time + 1))
            if page.before_time is not None:
                end = min(end, self._first_since(page.target, page.before_time))
            values = (page.target, first, min(end, HIGHEST), page.limit)
            rows = self._connection.execute(_NEWEST, values).fetchall()
        return [message_of(row) for row in reversed(rows)]

    def close(self) -> None:
        """Let the file go."""
        with self._turn:
            self._connection.close()

    def _first_since(self, target: str, time: int) -> int:
        """Give the lowest number from which on nothing was sent before a time.

        Numbers and times grow together, so it is found by halving.
        """
        execute = self._connection.execute
        low, high = execute(_BOUNDS, (target,)).fetchone()
        if low is None:
            return HIGHEST
        high += 1
        while low < high:
            middle = (low + high) // 2
            row = execute(_TIME_FROM, (target, middle)).fetchone()
            if row is None or row[0] >= time:
                high = middle
            else:
                low = middle + 1
        return int(low)
