"""The lines that are kept of a period, part by part, in the order they were said."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from chatapp.models.entities import ChatMessage
from chatapp.models.storage.lines import READ, make_message
from chatapp.wire.timestamps import milliseconds


def lines_of_period(
    connection: sqlite3.Connection,
    room: int,
    name: str,
    since: datetime | None,
    until: datetime | None,
) -> Iterator[ChatMessage]:
    """Read what was said in a room from one moment on until before another.

    All of it has the words that it was given last.

    Args:
        connection: the database.
        room: the room's row.
        name: what the room is called now.
        since: the first moment; None: from the first line on.
        until: the moment after the last; None: to the last line.
    """
    rows = connection.execute(
        f"SELECT {READ} FROM lines WHERE room = ?1"  # noqa: S608 - constants
        " AND (?2 IS NULL OR time >= ?2) AND (?3 IS NULL OR time < ?3)"
        " AND kind NOT IN ('EDIT', 'DELETION')"
        " ORDER BY span, place",
        (
            room,
            None if since is None else milliseconds(since),
            None if until is None else milliseconds(until),
        ),
    )
    return (make_message(row, name) for row in rows)
