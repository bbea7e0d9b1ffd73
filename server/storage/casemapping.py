"""Keeps a history to the casemapping by which the names in it were written."""

import sqlite3
from pathlib import Path

from server.storage.schema import UnusableStorage

HOLD_NAMES = (
    "messages",
    "past_lines",
    "rooms",
    "members",
    "accounts",
    "ended_accounts",
    "staying_users",
    "talks",
    "read_markers",
    "metadata",
    "server_bans",
    "invitations",
    "invited_guests",
    "conversation_index",
)
"""The tables that have keys of names."""


def keep_casemapping(connection: sqlite3.Connection, wanted: str, path: Path) -> None:
    """Let a history without names take this casemapping; others have it already.

    The keys of names are in all tables, and two of one mapping may be one of another:
    so a history is not written anew, but keeps the mapping that it began with.

    Raises:
        UnusableStorage: its names were written by another one.
    """
    (written,) = connection.execute("SELECT casemapping FROM identity").fetchone()
    if written == wanted:
        return
    if _has_names(connection):
        raise UnusableStorage(
            "The names in {path} were compared by “{written}” up to now, and the"
            ' settings ask for “{wanted}”. Set [server] casemapping to "{written}"'
            " again, or begin a new history with another [storage] path; this one stays"
            " as it is.",
            path=path,
            written=written,
            wanted=wanted,
        )
    connection.execute("UPDATE identity SET casemapping = ?", (wanted,))


def _has_names(connection: sqlite3.Connection) -> bool:
    return any(
        connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()  # noqa: S608 - names of ours
        for table in HOLD_NAMES
    )
