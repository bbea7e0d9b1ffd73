"""What the database has of a profile as one signs in, and what other windows left."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chatapp.language import gettext as _
from chatapp.models.connection.encryption import Answering
from chatapp.models.outbox.shelf import Shelf
from chatapp.models.storage.ignored import read_ignored
from chatapp.models.storage.outbox import KeptMessage, hold_back
from chatapp.models.storage.profiles import (
    Profile,
    keep_known_by,
    profile_id_for,
    read_known_by,
    read_open_room,
)
from chatapp.models.storage.rooms import KeptRoom, read_open_rooms, read_until

FOR_ANOTHER = _(
    "This was written when the server had another certificate. Send it only if it is"
    " the same server."
)


@dataclass(frozen=True, slots=True)
class KeptProfile:
    """What was open, and not sent, when this profile's window was last there.

    `read_until` is when the newest line was said that was read in any room.
    """

    rooms: tuple[KeptRoom, ...] = ()
    read_until: datetime | None = None
    open_room: str = ""
    outbox: tuple[KeptMessage, ...] = ()
    ignored: tuple[str, ...] = ()


def row_of(connection: sqlite3.Connection, profile: Profile) -> int:
    """Give a profile's row, made if it is not there."""
    return profile_id_for(connection, profile.network, profile.username)


def read_profile(
    connection: sqlite3.Connection,
    profile: Profile,
    answering: Answering | None,
    shelf: Shelf,
) -> KeptProfile:
    """Read all that is kept, and take over what was not sent.

    What was written for another server than the one `answering` now is held back. Where
    none answers, the link goes to the same one only.
    """
    row = row_of(connection, profile)
    if answering is not None:
        _meet(connection, row, answering)
    return KeptProfile(
        tuple(read_open_rooms(connection, row)),
        read_until(connection, row),
        read_open_room(connection, row),
        tuple(shelf.take_over(connection, row)),
        tuple(read_ignored(connection, row)),
    )


def read_left(
    connection: sqlite3.Connection, profile: Profile, answering: Answering, shelf: Shelf
) -> Sequence[KeptMessage]:
    """Take over what was not sent by windows that have gone since one was here."""
    row = row_of(connection, profile)
    _meet(connection, row, answering, besides=shelf.owner)
    return shelf.take_over_more(connection, row)


def _meet(
    connection: sqlite3.Connection, row: int, answering: Answering, besides: str = ""
) -> None:
    """Note who answers, and hold back what was written for somebody else."""
    before = read_known_by(connection, row)
    if before not in ("", answering.known_by, answering.said_to_be):
        hold_back(connection, row, FOR_ANOTHER, besides)
    keep_known_by(connection, row, answering.known_by)
