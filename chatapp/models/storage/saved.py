"""Messages that somebody saved for himself, as rows of the client's database."""

import sqlite3
from collections.abc import Sequence

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.storage.moments import moment_at
from chatapp.wire.timestamps import milliseconds

_COLUMNS = "id, room, msgid, sender, kind, text, time, mine"
_SAME = "profile = ? AND room_key = ? AND msgid = ? AND sender = ? AND time = ?"


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
    """Read what is saved, the latest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM saved WHERE profile = ?"  # noqa: S608 - constants
        " ORDER BY id DESC",
        (profile,),
    )
    return [
        ChatMessage(
            key=f"saved-{row}",
            room=room,
            sender=sender,
            text=text,
            time=moment_at(time),
            kind=MessageKind[kind],
            msgid=msgid,
            mine=bool(mine),
        )
        for row, room, msgid, sender, kind, text, time, mine in rows
    ]
