"""Edits and deletions in the database: what is kept of other lines follows them."""

import sqlite3
from collections.abc import Iterable

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.messages.amending import Amendments
from chatapp.models.storage.attached import drop_reactions
from chatapp.models.storage.lines import READ, make_message
from chatapp.models.storage.readable_rows import readable
from chatapp.models.storage.search import index_anew
from chatapp.wire.timestamps import milliseconds

_SAID = "kind IN ('TEXT', 'ACTION', 'NOTICE')"
_AMENDMENTS = "kind IN ('EDIT', 'DELETION')"


def amend(
    connection: sqlite3.Connection, room: int, lines: Iterable[ChatMessage]
) -> None:
    """Let lines that were just kept, and what was kept before, change each other."""
    for line in lines:
        if line.kind is MessageKind.EDIT:
            _take_edit(connection, room, line)
        elif line.kind is MessageKind.DELETION:
            _take_deletion(connection, room, line)
        elif line.kind.is_said and line.msgid:
            known = _amendments_of(connection, room, line.msgid)
            if known:
                _change(connection, room, line.msgid, known)


def _take_edit(connection: sqlite3.Connection, room: int, edit: ChatMessage) -> None:
    """Give what is edited its new words, unless they or it were deleted."""
    deletions = _deletions_of(connection, room, edit.target, edit.msgid)
    if deletions:
        _forget_edits(connection, room, "msgid", edit.msgid)
    _change(connection, room, edit.target, [edit, *deletions])


def _take_deletion(
    connection: sqlite3.Connection, room: int, deletion: ChatMessage
) -> None:
    """Take the words out of what is deleted, and of the edits that it had."""
    edited = connection.execute(
        "SELECT target FROM lines WHERE room = ? AND msgid = ? AND msgid <> ''"
        " AND kind = 'EDIT' LIMIT 1",
        (room, deletion.target),
    ).fetchone()
    for column in ("target", "msgid"):
        _forget_edits(connection, room, column, deletion.target)
    for msgid in {deletion.target, *(edited or ())}:
        _change(connection, room, msgid, [deletion])


def _forget_edits(
    connection: sqlite3.Connection, room: int, column: str, msgid: str
) -> None:
    """Keep no words of an edit, or of all edits of a message."""
    connection.execute(
        f"UPDATE lines SET text = '' WHERE room = ? AND {column} = ?"  # noqa: S608 - one of two names
        f" AND {_AMENDMENTS} AND kind = 'EDIT' AND msgid <> ''",
        (room, msgid),
    )


def _change(
    connection: sqlite3.Connection,
    room: int,
    msgid: str,
    known: Iterable[ChatMessage],
) -> None:
    """Let a message be as these edits and deletions have it, if it is kept."""
    found = _find(connection, room, msgid)
    if found is None:
        return
    row, old = found
    amendments = Amendments()
    amendments.note(known)
    new = amendments.applied(old)
    if new.kind.is_said and new.edits:
        amendments.note(_deletions_of(connection, room, new.edits[-1]))
        new = amendments.applied(new)
    if new != old:
        _write(connection, row, old, new)
    if new.kind is MessageKind.DELETED:
        drop_reactions(connection, room, msgid)


def _write(
    connection: sqlite3.Connection, row: int, old: ChatMessage, new: ChatMessage
) -> None:
    connection.execute(
        "UPDATE lines SET kind = ?, target = ?, text = ?, mentions_me = ?, edits = ?,"
        " edited_at = ?, reply_to = ? WHERE id = ?",
        (
            new.kind.name,
            new.target,
            new.text,
            new.mentions_me,
            " ".join(new.edits),
            milliseconds(new.edited_at) if new.edited_at else None,
            new.reply_to,
            row,
        ),
    )
    index_anew(connection, row, old, new)


def _find(
    connection: sqlite3.Connection, room: int, msgid: str
) -> tuple[int, ChatMessage] | None:
    rows = connection.execute(
        f"SELECT {READ} FROM lines WHERE room = ? AND msgid = ? AND msgid <> ''"  # noqa: S608 - constants
        f" AND {_SAID} LIMIT 1",
        (room, msgid),
    ).fetchall()
    found = readable(lambda row: (int(row[0]), make_message(row, "")), rows)
    return next(found, None)


def _amendments_of(
    connection: sqlite3.Connection, room: int, msgid: str, kinds: str = _AMENDMENTS
) -> list[ChatMessage]:
    rows = connection.execute(
        f"SELECT {READ} FROM lines WHERE room = ? AND target = ? AND {_AMENDMENTS}"  # noqa: S608 - constants
        f" AND {kinds}",
        (room, msgid),
    )
    return list(readable(lambda row: make_message(row, ""), rows))


def _deletions_of(
    connection: sqlite3.Connection, room: int, *msgids: str
) -> list[ChatMessage]:
    return [
        line
        for msgid in filter(None, msgids)
        for line in _amendments_of(connection, room, msgid, "kind = 'DELETION'")
    ]
