"""What accounts and channels tell of themselves, as rows of the database."""

import sqlite3
from typing import TYPE_CHECKING, Any

from server.world.metadata import MetadataSet

if TYPE_CHECKING:
    from collections.abc import Callable


class MetadataWriter:
    """Writes values."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through this connection."""
        self._execute = connection.execute
        self.writers: dict[type, Callable[[Any], None]] = {MetadataSet: self._set}

    def _set(self, event: MetadataSet) -> None:
        values = (event.owner, event.key, event.value)
        if event.value is None:
            self._execute(
                "DELETE FROM metadata WHERE owner = ? AND key = ?", values[:2]
            )
        else:
            self._execute("INSERT OR REPLACE INTO metadata VALUES (?, ?, ?)", values)


def read_all_metadata(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """Give the values of accounts, by their identities, and channels, by their keys."""
    found: dict[str, dict[str, str]] = {}
    for owner, key, value in connection.execute("SELECT * FROM metadata"):
        found.setdefault(owner, {})[key] = value
    return found
