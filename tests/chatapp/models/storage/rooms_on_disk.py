"""A room in a real database, and lines to put into it."""

import sqlite3
from collections.abc import Iterable
from datetime import timedelta

from chatapp.models.entities import Change, ChatMessage, MessageKind
from chatapp.models.storage.spans import append_line
from tests.chatapp.models.fakes import NOON


def make_room(connection: sqlite3.Connection, key: str = "#lobby") -> int:
    """Add a room; the number is the database's."""
    connection.execute(
        "INSERT OR IGNORE INTO profiles (id, network, username) VALUES (1, 'n', 'noor')"
    )
    row = connection.execute(
        "INSERT INTO rooms (profile, key, name, kind) VALUES (1, ?, ?, 'CHANNEL')",
        (key, key),
    )
    return row.lastrowid or 0


def said(number: int, **others: object) -> ChatMessage:
    """Make the line that somebody said as the so-manieth."""
    values: dict[str, object] = {
        "sender": "Ann",
        "text": f"line {number}",
        "time": NOON + timedelta(seconds=number),
        "msgid": f"m{number}",
        **others,
    }
    return ChatMessage(f"key-{number}", "#lobby", **values)  # type: ignore[arg-type]


def joined(number: int, msgid: str = "") -> ChatMessage:
    """Make a line that tells of somebody who came."""
    return said(
        number, text="", msgid=msgid, kind=MessageKind.CHANGE, change=Change.JOINED
    )


def all_said(numbers: Iterable[int]) -> list[ChatMessage]:
    """Make several lines."""
    return [said(number) for number in numbers]


def spans_of(connection: sqlite3.Connection, room: int) -> list[list[str]]:
    """Give the words of a room, span by span, in their order."""
    found: dict[int, list[str]] = {}
    rows = connection.execute(
        "SELECT span, text FROM lines WHERE room = ? ORDER BY span, place", (room,)
    )
    for span, text in rows:
        found.setdefault(span, []).append(text.removeprefix("line "))
    return list(found.values())


def hear(connection: sqlite3.Connection, room: int, *numbers: int) -> None:
    """Keep messages as they are heard, one by one."""
    for number in numbers:
        append_line(connection, room, said(number))
