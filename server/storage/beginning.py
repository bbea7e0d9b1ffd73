"""What a server that starts finds in its storage."""

import sqlite3
from collections.abc import Iterator

from chatapp.wire.message import Source, parse_tags
from chatapp.wire.names import fold
from chatapp.wire.tag_names import CHATAPP_ID
from server.storage.rows import MESSAGE_COLUMNS, message_of
from server.world.channel import Topic
from server.world.events import ChatMessage
from server.world.recent import RepeatKey, repeat_key
from server.world.user import owner_of

_LATEST = f"SELECT {MESSAGE_COLUMNS} FROM messages ORDER BY sequence DESC LIMIT ?"  # noqa: S608 - only names of columns
_NEXT_TARGET = "SELECT min(target) FROM messages WHERE target > ?"


def last_sequence(connection: sqlite3.Connection) -> int:
    """Give the highest number that was stored; 0 when there is none."""
    row = connection.execute(
        "SELECT max(last_sequence, coalesce((SELECT max(sequence) FROM messages), 0)) "
        "FROM identity"
    ).fetchone()
    return int(row[0])


def keep_sequence(connection: sqlite3.Connection, number: int) -> None:
    """Let the next server begin behind this number, whatever is stored until then."""
    connection.execute(
        "UPDATE identity SET last_sequence = max(last_sequence, ?)", (number,)
    )


def last_time(connection: sqlite3.Connection) -> int:
    """Give when the latest message was sent; 0 when there is none."""
    row = connection.execute(
        "SELECT time FROM messages ORDER BY sequence DESC LIMIT 1"
    ).fetchone()
    return int(row[0]) if row else 0


def identity_of(connection: sqlite3.Connection) -> str:
    """Give the random name that a history has from its beginning on."""
    (name,) = connection.execute("SELECT name FROM identity").fetchone()
    return str(name)


def topic_of(connection: sqlite3.Connection, key: str) -> Topic | None:
    """Give the topic of a channel that belongs to the server."""
    row = connection.execute(
        "SELECT topic, topic_set_by, topic_set_at FROM rooms WHERE key = ?", (key,)
    ).fetchone()
    return Topic(*row) if row and row[0] is not None else None


def repeatable(
    connection: sqlite3.Connection, limit: int
) -> Iterator[tuple[RepeatKey, ChatMessage]]:
    """Give those of the latest messages that their senders may repeat, oldest first."""
    rows = connection.execute(_LATEST, (limit,)).fetchall()
    for row in reversed(rows):
        message = message_of(row)
        client_id = parse_tags(message.client_tags).get(CHATAPP_ID)
        if client_id:
            nick_key = fold(Source.parse(message.source).nick)
            owner = owner_of(message.account, nick_key)
            yield repeat_key(owner, client_id, message.target), message


def forget_all_but(connection: sqlite3.Connection, kept: frozenset[str]) -> None:
    """Delete what was said where it does not outlive the server's end.

    A guest's channel, and what guests say to each other, belong to their sessions.
    """
    target = ""
    while True:
        (target,) = connection.execute(_NEXT_TARGET, (target,)).fetchone()
        if target is None:
            return
        if target not in kept:
            connection.execute("DELETE FROM messages WHERE target = ?", (target,))
