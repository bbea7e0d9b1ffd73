"""Lines of conversations as rows of the database: written, found again, read."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from sys import intern
from typing import Any

from chatapp.models.entities import Change, ChatMessage, MessageKind
from chatapp.models.storage.attached import attached
from chatapp.models.storage.moments import moment_at
from chatapp.models.storage.readable_rows import readable, require_text
from chatapp.wire.timestamps import milliseconds

READ = (
    "id, time, msgid, client_id, sender, kind, change, target, text, mine, mentions_me,"
    " reply_to, author, edits, edited_at"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line stands: its row, its span and its place in that."""

    id: int
    span: int
    place: int


def insert_lines(
    connection: sqlite3.Connection,
    room: int,
    span: int,
    first_place: int,
    lines: Iterable[ChatMessage],
) -> None:
    """Write lines one after the other, from a place on that is free."""
    connection.executemany(
        "INSERT INTO lines (room, span, place, time, msgid, client_id, sender, kind,"
        " change, target, text, mine, mentions_me, reply_to, author)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                room,
                span,
                place,
                milliseconds(line.time),
                line.msgid,
                line.client_id,
                line.sender,
                line.kind.name,
                line.change.name if line.change else "",
                line.target,
                line.text,
                line.mine,
                line.mentions_me,
                line.reply_to,
                line.author,
            )
            for place, line in enumerate(lines, start=first_place)
        ),
    )


def find_heard(
    connection: sqlite3.Connection, room: int, line: ChatMessage
) -> Spot | None:
    """Find a line that was heard just now, in case it is a repetition."""
    found = find_by_msgid(connection, room, line.msgid) if line.msgid else None
    if found is None and line.kind.is_event:
        found = _find_by_parts(connection, room, line)
    return found


def find_past(
    connection: sqlite3.Connection, room: int, line: ChatMessage
) -> Spot | None:
    """Find a line of a page, or one that was read here before."""
    if line.msgid and not line.kind.is_event:
        return find_by_msgid(connection, room, line.msgid)
    found = find_heard(connection, room, line)
    return found or _find_by_parts(connection, room, line)


def find_by_msgid(connection: sqlite3.Connection, room: int, msgid: str) -> Spot | None:
    """Find the line that the server calls so."""
    row = connection.execute(
        "SELECT id, span, place FROM lines WHERE room = ? AND msgid = ?"
        " AND msgid <> '' LIMIT 1",
        (room, msgid),
    ).fetchone()
    return Spot(*row) if row else None


def newest_lines(
    connection: sqlite3.Connection, room: int, name: str, count: int
) -> list[ChatMessage]:
    """Read the last lines of the newest span that has any."""
    return _read(
        connection,
        name,
        "room = ? AND span = (SELECT max(span) FROM lines WHERE room = ?)"
        " ORDER BY place DESC",
        (room, room),
        count,
    )[::-1]


def lines_before(
    connection: sqlite3.Connection, room: int, name: str, spot: Spot, count: int
) -> list[ChatMessage]:
    """Read the lines just before a place, of its own span."""
    rows = "room = ? AND span = ? AND place < ? ORDER BY place DESC"
    return _read(connection, name, rows, (room, spot.span, spot.place), count)[::-1]


def lines_after(
    connection: sqlite3.Connection, room: int, name: str, spot: Spot, count: int
) -> list[ChatMessage]:
    """Read the lines just after a place, of its own span."""
    rows = "room = ? AND span = ? AND place > ? ORDER BY place"
    return _read(connection, name, rows, (room, spot.span, spot.place), count)


def lines_of_span(
    connection: sqlite3.Connection, room: int, name: str, span: int, count: int
) -> list[ChatMessage]:
    """Read the last lines of a span."""
    rows = "room = ? AND span = ? ORDER BY place DESC"
    return _read(connection, name, rows, (room, span), count)[::-1]


def lines_with_msgids(
    connection: sqlite3.Connection, room: int, name: str, msgids: Sequence[str]
) -> list[ChatMessage]:
    """Read the lines that the server calls so."""
    marks = ", ".join("?" * len(msgids))
    rows = f"room = ? AND msgid <> '' AND msgid IN ({marks})"
    return _read(connection, name, rows, (room, *msgids), len(msgids))


def span_with_lines(
    connection: sqlite3.Connection, room: int, before: int | None = None
) -> int | None:
    """Give the newest span that has any lines, or the one before another."""
    row = connection.execute(
        "SELECT max(span) FROM lines"
        " WHERE room = :room AND (:before IS NULL OR span < :before)",
        {"room": room, "before": before},
    )
    span: int | None = row.fetchone()[0]
    return span


def make_message(row: tuple[Any, ...], name: str) -> ChatMessage:
    """Make the line that a row holds; its columns are those of READ.

    Raises:
        KeyError, OverflowError, TypeError, ValueError: the row makes no sense.
    """
    id_, time, msgid, client_id, sender, kind, change, target, text, *others = row
    mine, mention, reply_to, author, edits, edited_at = others
    require_text(msgid, client_id, sender, target, text, reply_to, author, edits)
    return ChatMessage(
        key=f"stored-{id_}",
        room=name,
        sender=intern(sender),
        text=text,
        time=moment_at(time),
        kind=MessageKind[kind],
        change=Change[change] if change else None,
        target=target,
        msgid=msgid,
        client_id=client_id,
        mine=bool(mine),
        mentions_me=bool(mention),
        reply_to=reply_to,
        author=intern(author),
        edits=tuple(edits.split()),
        edited_at=None if edited_at is None else moment_at(edited_at),
    )


def _read(
    connection: sqlite3.Connection,
    name: str,
    condition: str,
    values: tuple[object, ...],
    count: int,
) -> list[ChatMessage]:
    rows = connection.execute(
        f"SELECT {READ} FROM lines WHERE {condition}",  # noqa: S608 - constants
        values,
    )
    lines = list(islice(readable(lambda row: make_message(row, name), rows), count))
    rows.close()
    room = int(str(values[0]))
    return attached(connection, room, lines)


def _find_by_parts(
    connection: sqlite3.Connection, room: int, line: ChatMessage
) -> Spot | None:
    row = connection.execute(
        "SELECT id, span, place FROM lines WHERE room = ? AND time = ? AND kind = ?"
        " AND change = ? AND sender = ? AND target = ? AND text = ? LIMIT 1",
        (
            room,
            milliseconds(line.time),
            line.kind.name,
            line.change.name if line.change else "",
            line.sender,
            line.target,
            line.text,
        ),
    ).fetchone()
    return Spot(*row) if row else None
