"""Whom one ignores, in the client's database."""

import sqlite3


def keep_ignored(
    connection: sqlite3.Connection, profile_id: int, key: str, nick: str
) -> None:
    """Keep that one ignores somebody."""
    connection.execute(
        "INSERT OR REPLACE INTO ignored (profile, key, nick) VALUES (?, ?, ?)",
        (profile_id, key, nick),
    )


def forget_ignored(connection: sqlite3.Connection, profile_id: int, key: str) -> None:
    """Keep that one hears somebody again."""
    connection.execute(
        "DELETE FROM ignored WHERE profile = ? AND key = ?", (profile_id, key)
    )


def read_ignored(connection: sqlite3.Connection, profile_id: int) -> list[str]:
    """List whom one ignores."""
    rows = connection.execute(
        "SELECT nick FROM ignored WHERE profile = ? ORDER BY rowid", (profile_id,)
    )
    return [str(nick) for (nick,) in rows]
