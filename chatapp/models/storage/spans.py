"""Spans: the parts of a room's history in which nothing is missing, and their joins."""

import sqlite3
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from chatapp.models.entities import ChatMessage
from chatapp.models.history.weaving import weave
from chatapp.models.storage.lines import find_heard, find_past, insert_lines
from chatapp.wire.timestamps import milliseconds


class Reach(Enum):
    """What is known of the time before a page."""

    UNKNOWN = auto()
    JOINS_OLDER = auto()
    FIRST_WORD = auto()


def begin_span(connection: sqlite3.Connection, room: int) -> int:
    """Note that lines may be missing between what stands here and what comes."""
    newest = newest_span(connection, room)
    if newest is not None and _ends_of(connection, room, newest) is None:
        return newest
    return _new_span(connection, room)


def newest_span(connection: sqlite3.Connection, room: int) -> int | None:
    """Give the span in which the present is."""
    row = connection.execute("SELECT max(id) FROM spans WHERE room = ?", (room,))
    span: int | None = row.fetchone()[0]
    return span


def is_complete(connection: sqlite3.Connection, span: int) -> bool:
    """Tell whether a span begins with the first word ever said."""
    row = connection.execute(
        "SELECT is_complete FROM spans WHERE id = ?", (span,)
    ).fetchone()
    return bool(row and row[0])


def append_line(connection: sqlite3.Connection, room: int, line: ChatMessage) -> bool:
    """Add what was heard just now; False when it stands here already."""
    if find_heard(connection, room, line) is not None:
        return False
    span = newest_span(connection, room)
    if span is None:
        span = _new_span(connection, room)
    ends = _ends_of(connection, room, span)
    insert_lines(connection, room, span, ends[1] + 1 if ends else 0, [line])
    return True


def append_lines(
    connection: sqlite3.Connection, room: int, lines: Iterable[ChatMessage]
) -> None:
    """Add what was heard just now, but for what stands here already."""
    for line in lines:
        append_line(connection, room, line)


def absorb_page(
    connection: sqlite3.Connection,
    room: int,
    page: Sequence[ChatMessage],
    beside: ChatMessage | None = None,
    reach: Reach = Reach.UNKNOWN,
    older: ChatMessage | None = None,
) -> None:
    """Put a page, in which nothing is missing, where it belongs.

    What stands here already stays, and what is new goes between it in the page's
    order. Spans that the page touches become one. A page beside a line that is not
    kept is kept itself only as far as it touches what is.

    Args:
        connection: the database.
        room: whose page it is.
        page: its lines, the oldest first.
        beside: a line that the page goes before, or begins with; without one it
            holds the newest lines.
        reach: what is known of the time before the page.
        older: the line that it joins; without one, whatever is kept before it.
    """
    known = [find_past(connection, room, line) for line in page]
    touched = {spot.span for spot in known if spot}
    target = _span_beside(connection, room, beside)
    if target is None and not touched:
        return  # nobody knows what it follows, or goes before
    if target is None:
        target, reach = max(touched), Reach.UNKNOWN
    touched.add(target)
    if reach is Reach.JOINS_OLDER and touched == {target}:
        touched |= _span_before(connection, room, target, older)
    first = _first_row(connection, room, target)
    span = _join_all(connection, room, touched)
    start = _place_of(connection, first) if first else _end_of(connection, room, span)
    rows = [spot.id if spot else None for spot in known]
    places = [None if row is None else _place_of(connection, row) for row in rows]
    _insert_runs(connection, room, span, weave(page, places, start).runs)
    if reach is Reach.FIRST_WORD:
        connection.execute("UPDATE spans SET is_complete = 1 WHERE id = ?", (span,))


def absorb_loose_page(
    connection: sqlite3.Connection, room: int, page: Sequence[ChatMessage]
) -> None:
    """Put a page where it belongs by its time, if nothing of it is kept yet."""
    known = next((it for it in page if find_past(connection, room, it)), None)
    if known is not None:
        absorb_page(connection, room, page, known)
    elif page:
        span = _span_at(connection, room, milliseconds(page[0].time))
        insert_lines(connection, room, span, 0, page)


def ends_in_time(
    connection: sqlite3.Connection, room: int, span: int
) -> tuple[int, int]:
    """Give when the first and the last line of a span that has any were said."""
    where = "SELECT time FROM lines WHERE room = ? AND span = ? ORDER BY place"
    first, last = connection.execute(
        f"SELECT ({where} LIMIT 1), ({where} DESC LIMIT 1)",
        (room, span, room, span),
    ).fetchone()
    return int(first), int(last)


def _span_at(connection: sqlite3.Connection, room: int, moment: int) -> int:
    """Make a span of its own for a moment; older ones get lower ids than that."""
    older = [
        span
        for (span,) in connection.execute(
            "SELECT id FROM spans WHERE room = ? AND EXISTS (SELECT 1 FROM lines"
            " WHERE room = spans.room AND span = spans.id) ORDER BY id DESC",
            (room,),
        ).fetchall()
        if ends_in_time(connection, room, span)[0] <= moment
    ]
    (lowest,) = connection.execute("SELECT min(id) FROM spans").fetchone()
    made = (lowest or 0) - 1
    connection.execute("INSERT INTO spans (id, room) VALUES (?, ?)", (made, room))
    for number, span in enumerate(older, 1):
        values = (made - number, span, room)
        connection.execute("UPDATE spans SET id = ? WHERE id = ? AND room = ?", values)
        connection.execute(
            "UPDATE lines SET span = ? WHERE span = ? AND room = ?", values
        )
    return made


def _span_beside(
    connection: sqlite3.Connection, room: int, line: ChatMessage | None
) -> int | None:
    """Give the span of a line, if it is kept; of none, the one of the present."""
    if line is not None:
        spot = find_past(connection, room, line)
        return spot.span if spot else None
    newest = newest_span(connection, room)
    return _new_span(connection, room) if newest is None else newest


def _insert_runs(
    connection: sqlite3.Connection,
    room: int,
    span: int,
    runs: dict[int, list[ChatMessage]],
) -> None:
    """Put each run before what stands at its place now; the fewer rows move away."""
    sunk = 0
    for place, run in sorted(runs.items(), reverse=True):
        at = place - sunk
        lowest, highest = _ends_of(connection, room, span) or (at, at - 1)
        if at - lowest <= highest - at:
            _move(connection, room, span, (lowest, at - 1), -len(run))
            sunk += len(run)
            at -= len(run)
        else:
            _move(connection, room, span, (at, highest), len(run))
        insert_lines(connection, room, span, at, run)


def _join_all(connection: sqlite3.Connection, room: int, spans: Iterable[int]) -> int:
    """Make one span of several, and of what lies between them; give the one."""
    first, last = min(spans), max(spans)
    rows = connection.execute(
        "SELECT id FROM spans WHERE room = ? AND id BETWEEN ? AND ? ORDER BY id",
        (room, first, last),
    ).fetchall()
    joined = first
    for (span,) in rows[1:]:
        joined = _join(connection, room, joined, span)
    return joined


def _join(connection: sqlite3.Connection, room: int, older: int, newer: int) -> int:
    """Make one span of two; the smaller one's lines get new places."""
    old, new = _ends_of(connection, room, older), _ends_of(connection, room, newer)
    complete = is_complete(connection, older)
    kept, gone = newer, older
    if old and new and old[1] - old[0] <= new[1] - new[0]:
        _move(connection, room, older, old, new[0] - 1 - old[1], newer)
    elif old:
        kept, gone = older, newer
        if new:
            _move(connection, room, newer, new, old[1] + 1 - new[0], older)
    connection.execute("DELETE FROM spans WHERE id = ?", (gone,))
    connection.execute(
        "UPDATE spans SET is_complete = ? WHERE id = ?", (complete, kept)
    )
    return kept


def _move(
    connection: sqlite3.Connection,
    room: int,
    span: int,
    places: tuple[int, int],
    by: int,
    to_span: int | None = None,
) -> None:
    connection.execute(
        "UPDATE lines SET span = ?, place = place + ?"
        " WHERE room = ? AND span = ? AND place BETWEEN ? AND ?",
        (span if to_span is None else to_span, by, room, span, *places),
    )


def _new_span(connection: sqlite3.Connection, room: int) -> int:
    row = connection.execute("INSERT INTO spans (room) VALUES (?)", (room,))
    return row.lastrowid or 0


def _span_before(
    connection: sqlite3.Connection, room: int, span: int, line: ChatMessage | None
) -> set[int]:
    if line is not None:
        spot = find_past(connection, room, line)
        return {spot.span} if spot else set()
    (found,) = connection.execute(
        "SELECT max(id) FROM spans WHERE room = ? AND id < ?", (room, span)
    ).fetchone()
    return set() if found is None else {found}


def _ends_of(
    connection: sqlite3.Connection, room: int, span: int
) -> tuple[int, int] | None:
    """Give the first and the last place of a span; None when it is empty."""
    where = "FROM lines WHERE room = ? AND span = ?"
    first, last = connection.execute(
        f"SELECT (SELECT min(place) {where}), (SELECT max(place) {where})",
        (room, span, room, span),
    ).fetchone()
    return None if first is None else (first, last)


def _end_of(connection: sqlite3.Connection, room: int, span: int) -> int:
    """Give the place behind the last line of a span."""
    return (_ends_of(connection, room, span) or (0, -1))[1] + 1


def _first_row(connection: sqlite3.Connection, room: int, span: int) -> int | None:
    row = connection.execute(
        "SELECT id FROM lines WHERE room = ? AND span = ? ORDER BY place LIMIT 1",
        (room, span),
    ).fetchone()
    return row[0] if row else None


def _place_of(connection: sqlite3.Connection, row: int) -> int:
    (place,) = connection.execute(
        "SELECT place FROM lines WHERE id = ?", (row,)
    ).fetchone()
    return int(place)
