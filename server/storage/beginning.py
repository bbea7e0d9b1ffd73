"""What a server that starts finds in its storage."""

import sqlite3
from collections.abc import Iterator

from chatapp.wire.names import Fold
from chatapp.wire.tag_names import CHATAPP_ID
from server.storage.rows import MESSAGE_COLUMNS, message_of
from server.world.chat_message import ChatMessage
from server.world.recent import RepeatKey, repeat_key_of

_LATEST = (
    f"SELECT {MESSAGE_COLUMNS} FROM "  # noqa: S608 - only names of columns
    "(SELECT * FROM messages ORDER BY sequence DESC LIMIT ?) "
    "WHERE instr(tags, ?) ORDER BY sequence"
)


def last_sequence(connection: sqlite3.Connection) -> int:
    """Give the highest number that was stored; 0 when there is none."""
    row = connection.execute(
        "SELECT max(identity.last_sequence, indexed.last_sequence, "
        "coalesce((SELECT max(sequence) FROM messages), 0)) "
        "FROM identity, conversation_index_end AS indexed"
    ).fetchone()
    return int(row[0])


def keep_sequence(connection: sqlite3.Connection, number: int) -> None:
    """Let the next server begin behind this number, whatever is stored until then."""
    connection.execute(
        "UPDATE identity SET last_sequence = max(last_sequence, ?)", (number,)
    )


def last_time(connection: sqlite3.Connection) -> int:
    """Give when the latest of what was stored happened; 0 when there is nothing."""
    row = connection.execute(
        "SELECT max(last_time, coalesce("
        "(SELECT time FROM messages ORDER BY sequence DESC LIMIT 1), 0)) FROM identity"
    ).fetchone()
    return int(row[0])


def identity_of(connection: sqlite3.Connection) -> str:
    """Give the random name that a history has from its beginning on."""
    (name,) = connection.execute("SELECT name FROM identity").fetchone()
    return str(name)


def repeatable(
    connection: sqlite3.Connection, limit: int, fold: Fold
) -> Iterator[tuple[RepeatKey, ChatMessage]]:
    """Give those of the latest messages that their senders may repeat, oldest first."""
    for row in connection.execute(_LATEST, (limit, CHATAPP_ID)):
        message = message_of(row)
        key = repeat_key_of(message, fold)
        if key is not None:
            yield key, message
