"""Messages that somebody saved for himself, as rows of the client's database."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.storage.moments import moment_at
from chatapp.models.storage.readable_rows import readable
from chatapp.wire.timestamps import milliseconds

_COLUMNS = (
    "saved.id, saved.room, saved.msgid, saved.sender, saved.kind,"
    " coalesce(lines.text, saved.text), saved.time, saved.mine"
)
# What was kept of the message itself follows edits and deletions.
_LINES = (
    "saved LEFT JOIN rooms ON rooms.profile = saved.profile"
    " AND rooms.key = saved.room_key LEFT JOIN lines ON lines.room = rooms.id"
    " AND lines.msgid = saved.msgid AND lines.msgid <> ''"
)
_SAME = "profile = ? AND room_key = ? AND msgid = ? AND sender = ? AND time = ?"
_FORGET_DELETED = """
    DELETE FROM saved WHERE profile = ? AND msgid <> '' AND EXISTS (
        SELECT 1 FROM rooms JOIN lines ON lines.room = rooms.id
        WHERE rooms.profile = saved.profile AND rooms.key = saved.room_key
        AND lines.msgid = saved.msgid AND lines.kind = 'DELETED'
    )
"""


def save_line(
    connection: sqlite3.Connection, profile: int, room_key: str, line: ChatMessage
) -> None:
    """Keep a message, however long the rest is kept; once."""
    remove_line(connection, profile, room_key, line)
    connection.execute(
        "INSERT INTO saved (profile, room_key, room, msgid, sender, kind, text, time,"
        " mine) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            profile,
            room_key,
            line.room,
            line.msgid,
            line.sender,
            line.kind.name,
            line.text,
            milliseconds(line.time),
            line.mine,
        ),
    )


def remove_line(
    connection: sqlite3.Connection, profile: int, room_key: str, line: ChatMessage
) -> None:
    """Keep a message no longer."""
    same = (profile, room_key, line.msgid, line.sender, milliseconds(line.time))
    connection.execute(f"DELETE FROM saved WHERE {_SAME}", same)  # noqa: S608 - constants


def saved_lines(connection: sqlite3.Connection, profile: int) -> Sequence[ChatMessage]:
    """Read what is saved, the latest first; what was deleted is saved no longer."""
    connection.execute(_FORGET_DELETED, (profile,))
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM {_LINES} WHERE saved.profile = ?"  # noqa: S608 - constants
        " GROUP BY saved.id ORDER BY saved.id DESC",
        (profile,),
    )
    return list(readable(_line, rows))


def _line(row: tuple[Any, ...]) -> ChatMessage:
    number, room, msgid, sender, kind, text, time, mine = row
    return ChatMessage(
        key=f"saved-{number}",
        room=room,
        sender=sender,
        text=text,
        time=moment_at(time),
        kind=MessageKind[kind],
        msgid=msgid,
        mine=bool(mine),
    )
