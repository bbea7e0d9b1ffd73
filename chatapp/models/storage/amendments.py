"""Edits and deletions in the database: what is kept of other lines follows them."""

import sqlite3
from collections.abc import Iterable

from chatapp.models.amending import Amendments
from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.storage.attached import drop_reactions
from chatapp.models.storage.lines import READ, make_message
from chatapp.models.storage.search import index_anew
from chatapp.wire.timestamps import milliseconds

_SAID_OR_EDIT = "kind IN ('TEXT', 'ACTION', 'NOTICE', 'EDIT')"
_AMENDMENTS = "kind IN ('EDIT', 'DELETION')"


def amend(
    connection: sqlite3.Connection, room: int, lines: Iterable[ChatMessage]
) -> None:
    """Let lines that were just kept, and what was kept before, change each other."""
    for line in lines:
        if line.kind.is_amendment:
            _amend_around(connection, room, line)
        elif line.kind.is_said and line.msgid:
            known = _amendments_of(connection, room, line.msgid)
            if known:
                _amend_one(connection, room, line.msgid, known)


def _amend_around(connection: sqlite3.Connection, room: int, line: ChatMessage) -> None:
    """Change what an edit or a deletion is about, if that is an edit what it edits."""
    known = _amendments_of(connection, room, line.target, line.msgid)
    original = line.target
    edit = _find(connection, room, line.target)
    if edit and edit[1].kind is MessageKind.EDIT:
        original = edit[1].target
        known += _amendments_of(connection, room, original)
    for msgid in {original, *(each.msgid for each in known)} - {""}:
        _amend_one(connection, room, msgid, known)


def _amend_one(
    connection: sqlite3.Connection,
    room: int,
    msgid: str,
    known: Iterable[ChatMessage],
) -> None:
    found = _find(connection, room, msgid)
    if found is None:
        return
    row, old = found
    amendments = Amendments()
    amendments.note(known)
    edits = {each.msgid for each in known if each.kind is MessageKind.EDIT}
    amendments.note(_amendments_of(connection, room, *edits, *old.edits))
    new = amendments.applied(old)
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
    row = connection.execute(
        f"SELECT {READ} FROM lines WHERE room = ? AND msgid = ? AND msgid <> ''"  # noqa: S608 - constants
        f" AND {_SAID_OR_EDIT} LIMIT 1",
        (room, msgid),
    ).fetchone()
    return (row[0], make_message(row, "")) if row else None


def _amendments_of(
    connection: sqlite3.Connection, room: int, *msgids: str
) -> list[ChatMessage]:
    return [
        make_message(row, "")
        for msgid in filter(None, msgids)
        for row in connection.execute(
            f"SELECT {READ} FROM lines WHERE room = ? AND target = ? AND {_AMENDMENTS}",  # noqa: S608 - constants
            (room, msgid),
        )
    ]
