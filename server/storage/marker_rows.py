"""How far accounts have read, as rows of the database, written and read."""

import sqlite3
from typing import TYPE_CHECKING, Any

from server.world.read_markers import ReadMarkerSet

if TYPE_CHECKING:
    from collections.abc import Callable


class MarkerWriter:
    """Writes how far accounts have read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through this connection."""
        self._execute = connection.execute
        self.writers: dict[type, Callable[[Any], None]] = {ReadMarkerSet: self._set}

    def _set(self, event: ReadMarkerSet) -> None:
        self._execute(
            "DELETE FROM read_markers WHERE owner = ? AND target = ?",
            (event.owner, event.dropped),
        )
        self._execute(
            "INSERT OR REPLACE INTO read_markers VALUES (?, ?, ?)",
            (event.owner, event.key, event.time),
        )


def read_all_markers(connection: sqlite3.Connection) -> dict[str, dict[str, int]]:
    """Give how far each account has read, by its identity."""
    found: dict[str, dict[str, int]] = {}
    rows = connection.execute("SELECT owner, target, time FROM read_markers")
    for owner, target, time in rows:
        found.setdefault(owner, {})[target] = time
    return found
