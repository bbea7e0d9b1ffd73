"""How rooms are arranged, in the client's database: favourites, order, attention."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from chatapp.models.entities import Attention
from chatapp.wire.timestamps import milliseconds


def keep_attention(
    connection: sqlite3.Connection,
    room_id: int,
    attention: Attention,
    quiet_until: datetime | None,
) -> None:
    """Keep what in a room calls one, and until when nothing does."""
    moment = milliseconds(quiet_until) if quiet_until else 0
    connection.execute(
        "UPDATE rooms SET attention = ?, quiet_until = ? WHERE id = ?",
        (attention.name, moment, room_id),
    )


def keep_favourite(
    connection: sqlite3.Connection, room_id: int, is_favourite: bool
) -> None:
    """Keep whether a room is one of the favourites."""
    connection.execute(
        "UPDATE rooms SET is_favourite = ? WHERE id = ?", (is_favourite, room_id)
    )


def keep_order(
    connection: sqlite3.Connection, profile_id: int, keys: Iterable[str]
) -> None:
    """Keep the order in which rooms stand; they are named by their keys."""
    connection.executemany(
        "UPDATE rooms SET position = ? WHERE profile = ? AND key = ?",
        [(position, profile_id, key) for position, key in enumerate(keys, 1)],
    )
