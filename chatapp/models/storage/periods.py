"""The lines that are kept of a period, part by part, in the order they were said."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.storage.attached import attached
from chatapp.models.storage.lines import (
    READ,
    find_past,
    make_message,
    span_with_lines,
)
from chatapp.models.storage.readable_rows import readable
from chatapp.models.storage.spans import ends_in_time, is_complete
from chatapp.wire.timestamps import milliseconds

AT_ONCE = 200
_IN_PERIOD = (
    "room = :room AND (:since IS NULL OR time >= :since)"
    " AND (:until IS NULL OR time < :until)"
)


@dataclass(frozen=True, slots=True)
class Period:
    """From one moment on, and until before another; None: without an end."""

    since: datetime | None = None
    until: datetime | None = None


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
        f"SELECT {READ} FROM lines WHERE {_IN_PERIOD}"  # noqa: S608 - constants
        " AND kind NOT IN ('EDIT', 'DELETION')"
        " ORDER BY span, place",
        _period(room, since, until),
    )
    lines = readable(lambda row: make_message(row, name), rows)
    while part := list(islice(lines, AT_ONCE)):
        yield from attached(connection, room, part)


@dataclass(frozen=True, slots=True)
class Edge:
    """The oldest kept line since which nothing is missing.

    `is_first` says that nothing was ever said before it. One that
    `is_loose` stands for a moment up to which nothing is kept.
    """

    line: ChatMessage
    is_first: bool
    is_loose: bool = False


def edge_of_period(
    connection: sqlite3.Connection,
    room: int,
    name: str,
    until: datetime | None,
    *,
    said: bool = False,
) -> Edge | None:
    """Find how far back nothing is missing before a moment; None: nothing is kept.

    At best that is a line by whose id a server can be asked for those before it, and
    that was `said` where servers know no others.

    Args:
        connection: the database.
        room: the room's row.
        name: what the room is called now.
        until: the moment; None: the present.
        said: whether servers know only what was said.
    """
    newest = span_with_lines(connection, room)
    if newest is None:
        return None
    if until is None:
        return _edge_of(connection, room, name, newest, said)
    span = _span_around(connection, room, newest, milliseconds(until))
    if span is None:
        return Edge(ChatMessage("", name, "", "", until), is_first=False, is_loose=True)
    return _edge_of(connection, room, name, span, said)


def edge_beside(
    connection: sqlite3.Connection,
    room: int,
    name: str,
    line: ChatMessage,
    *,
    said: bool = False,
) -> Edge | None:
    """Find the same before a line; None where that is not kept."""
    spot = find_past(connection, room, line)
    return _edge_of(connection, room, name, spot.span, said) if spot else None


def _span_around(
    connection: sqlite3.Connection, room: int, newest: int, moment: int
) -> int | None:
    """Give the span that a moment is in; the newest one lasts until the present."""
    span: int | None = newest
    while span is not None:
        first, last = ends_in_time(connection, room, span)
        if first < moment:
            return span if span == newest or last >= moment else None
        span = span_with_lines(connection, room, before=span)
    return None


def _edge_of(
    connection: sqlite3.Connection, room: int, name: str, span: int, said: bool
) -> Edge | None:
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
        line = next(readable(lambda row: make_message(row, name), rows), None)
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
        f"SELECT count(DISTINCT span) FROM lines WHERE {_IN_PERIOD}",  # noqa: S608 - a constant
        _period(room, since, until),
    ).fetchone()
    return max(0, int(spans) - 1)


def _period(
    room: int, since: datetime | None, until: datetime | None
) -> dict[str, int | None]:
    return {"room": room, "since": _moment(since), "until": _moment(until)}


def _moment(time: datetime | None) -> int | None:
    return None if time is None else milliseconds(time)
