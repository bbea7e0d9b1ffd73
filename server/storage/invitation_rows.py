"""Who may come in: invitations and who came by them, as rows of the database."""

import sqlite3
from typing import TYPE_CHECKING, Any

from server.world.invitations import (
    EntryDecided,
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
            InvitationMade: self._write_new,
            InvitationChanged: self._write,
            EntryDecided: self._decide,
            GuestKept: self._keep_guest,
        }

    def _write_new(self, event: InvitationMade) -> None:
        self._write(event)
        self._execute(
            "UPDATE identity SET last_invitation = max(last_invitation, ?)",
            (event.invitation.number,),
        )

    def _write(self, event: InvitationMade | InvitationChanged) -> None:
        each = event.invitation
        values = (each.number, each.digest, each.channel, each.made_by, each.made_at)
        self._execute(
            f"INSERT OR REPLACE INTO invitations ({_COLUMNS}) "  # noqa: S608 - names of columns
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, each.ends_at, each.most_guests, each.revoked_at),
        )

    def _decide(self, event: EntryDecided) -> None:
        self._execute("UPDATE identity SET invited_only = ?", (event.only,))

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
        "DELETE FROM invitations WHERE min(coalesce(ends_at, :now), "
        "coalesce(revoked_at, :now)) <= :long_ago",
        {"now": now, "long_ago": now - SECONDS_TO_REMEMBER},
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


def last_number(connection: sqlite3.Connection) -> int:
    """Give the highest number that an invitation has had; 0: there was none."""
    return int(connection.execute("SELECT last_invitation FROM identity").fetchone()[0])


def invited_only(connection: sqlite3.Connection) -> bool | None:
    """Tell whether it was decided that only the invited come; None: nobody has."""
    (decided,) = connection.execute("SELECT invited_only FROM identity").fetchone()
    return None if decided is None else bool(decided)
