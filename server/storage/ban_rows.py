"""The server's bans as rows of the database, written and read."""

import sqlite3
from typing import TYPE_CHECKING, Any

from server.world.server_bans import ServerBan, ServerBanAdded, ServerBanRemoved

if TYPE_CHECKING:
    from collections.abc import Callable

_COLUMNS = "kind, described, key, reason, set_by, set_at, ends_at"


class BanWriter:
    """Writes what changes among the server's bans."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through this connection."""
        self._execute = connection.execute
        self.writers: dict[type, Callable[[Any], None]] = {
            ServerBanAdded: self._add,
            ServerBanRemoved: self._remove,
        }

    def _add(self, event: ServerBanAdded) -> None:
        ban = event.ban
        values = (ban.reason, ban.set_by, ban.set_at, ban.ends_at)
        self._execute(
            f"INSERT OR REPLACE INTO server_bans ({_COLUMNS}) "  # noqa: S608 - names of columns
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (ban.kind, ban.described, ban.folded, *values),
        )

    def _remove(self, event: ServerBanRemoved) -> None:
        self._execute(
            "DELETE FROM server_bans WHERE kind = ? AND key = ?",
            event.ban.key,
        )


def read_bans(connection: sqlite3.Connection, now: int) -> list[ServerBan]:
    """Give the bans that hold, in seconds since 1970; those that ended are deleted."""
    connection.execute("DELETE FROM server_bans WHERE ends_at <= ?", (now,))
    rows = connection.execute(f"SELECT {_COLUMNS} FROM server_bans ORDER BY set_at")  # noqa: S608 - names of columns
    return [ServerBan(*row) for row in rows]
