"""Invitations, and who came by them, as rows of the database, written and read."""

import sqlite3
from typing import TYPE_CHECKING, Any

from server.world.invitations import (
    GuestKept,
    Invitation,
    InvitationChanged,
    InvitationMade,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS_TO_REMEMBER = 90 * 86_400
"""So long after its end one is known as one that has ended."""

_COLUMNS = "number, digest, channel, made_by, made_at, ends_at, most_guests, revoked_at"


class InvitationWriter:
    """Writes what changes among the invitations."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through this connection."""
        self._execute = connection.execute
        self.writers: dict[type, Callable[[Any], None]] = {
            InvitationMade: self._write,
            InvitationChanged: self._write,
            GuestKept: self._keep_guest,
        }

    def _write(self, event: InvitationMade | InvitationChanged) -> None:
        each = event.invitation
        values = (each.number, each.digest, each.channel, each.made_by, each.made_at)
        self._execute(
            f"INSERT OR REPLACE INTO invitations ({_COLUMNS}) "  # noqa: S608 - names of columns
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, each.ends_at, each.most_guests, each.revoked_at),
        )

    def _keep_guest(self, note: GuestKept) -> None:
        self._execute(
            "DELETE FROM invited_guests WHERE number = ? AND guest = ?",
            (note.number, note.instead_of),
        )
        self._execute(
            "INSERT OR IGNORE INTO invited_guests VALUES (?, ?)",
            (note.number, note.guest),
        )


def read_invitations(connection: sqlite3.Connection, now: int) -> list[Invitation]:
    """Give the invitations, in seconds since 1970; those long ended are deleted."""
    connection.execute(
        "DELETE FROM invitations WHERE min(coalesce(ends_at, ?1), "
        "coalesce(revoked_at, ?1)) <= ?2",
        (now, now - SECONDS_TO_REMEMBER),
    )
    connection.execute(
        "DELETE FROM invited_guests WHERE number NOT IN "
        "(SELECT number FROM invitations)"
    )
    rows = connection.execute(f"SELECT {_COLUMNS} FROM invitations ORDER BY number")  # noqa: S608 - names of columns
    return [Invitation(*row) for row in rows]


def read_guests(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Give who came by which invitation."""
    rows = connection.execute("SELECT number, guest FROM invited_guests")
    return [(int(number), str(guest)) for number, guest in rows]
