"""The lines that are kept of a period, part by part, in the order they were said."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.storage.attached import attached
from chatapp.models.storage.lines import READ, make_message, span_with_lines
from chatapp.models.storage.sound_rows import sound
from chatapp.models.storage.spans import is_complete
from chatapp.wire.timestamps import milliseconds

AT_ONCE = 200


def lines_of_period(
    connection: sqlite3.Connection,
    room: int,
    name: str,
    since: datetime | None,
    until: datetime | None,
) -> Iterator[ChatMessage]:
    """Read what was said in a room from one moment on until before another.

    All of it has the words that it was given last, and what hangs on it.

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
            _moment(since),
            _moment(until),
        ),
    )
    lines = sound(lambda row: make_message(row, name), rows)
    while part := list(islice(lines, AT_ONCE)):
        yield from attached(connection, room, part)


@dataclass(frozen=True, slots=True)
class Edge:
    """The oldest kept line that joins the present; `is_first`: of all ever said."""

    line: ChatMessage
    is_first: bool


def edge_of_present(
    connection: sqlite3.Connection, room: int, name: str, *, said: bool = False
) -> Edge | None:
    """Find how far back nothing is missing; None where nothing is kept.

    At best that is a line by whose id a server can be asked for those before it, and
    that was `said` where servers know no others.
    """
    span = span_with_lines(connection, room)
    if span is None:
        return None
    spoken = ", ".join(f"'{kind.name}'" for kind in MessageKind if kind.is_said)
    conditions = ["msgid <> ''", "1"]
    if said:
        conditions.insert(0, f"msgid <> '' AND kind IN ({spoken})")
    for condition in conditions:
        rows = connection.execute(
            f"SELECT {READ} FROM lines WHERE room = ? AND span = ?"  # noqa: S608 - constants
            f" AND {condition} ORDER BY place",
            (room, span),
        )
        line = next(sound(lambda row: make_message(row, name), rows), None)
        rows.close()
        if line:
            return Edge(line, is_complete(connection, span))
    return None


def holes_of_period(
    connection: sqlite3.Connection,
    room: int,
    since: datetime | None,
    until: datetime | None,
) -> int:
    """Count the places in a period between which lines may be missing."""
    (spans,) = connection.execute(
        "SELECT count(DISTINCT span) FROM lines WHERE room = ?1"
        " AND (?2 IS NULL OR time >= ?2) AND (?3 IS NULL OR time < ?3)",
        (room, _moment(since), _moment(until)),
    ).fetchone()
    return max(0, int(spans) - 1)


def _moment(time: datetime | None) -> int | None:
    return None if time is None else milliseconds(time)
