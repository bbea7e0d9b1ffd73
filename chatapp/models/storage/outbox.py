"""The outbox in the client's database: what was written and is not confirmed."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from chatapp.models.entities import MessageKind, RoomKind
from chatapp.models.storage.moments import moment_at
from chatapp.models.storage.readable_rows import readable
from chatapp.wire.timestamps import milliseconds


class KeptState(Enum):
    """How far a message had come; LEFT: its room was closed before it was sent."""

    WAITING = auto()
    FAILED = auto()
    LEFT = auto()


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """A message of the outbox; `is_unsure` when it may have arrived and may not."""

    id: str
    room_name: str
    room_kind: RoomKind
    sender: str
    kind: MessageKind
    text: str
    written_at: datetime
    state: KeptState = KeptState.WAITING
    is_unsure: bool = False
    problem: str = ""
    reply_to: str = ""
    target: str = ""


def keep_message(
    connection: sqlite3.Connection, profile_id: int, owner: str, message: KeptMessage
) -> None:
    """Keep a message behind all others, or how far a known one has come."""
    connection.execute(
        "INSERT INTO outbox (id, profile, owner, room_name, room_kind, sender, kind,"
        " text, written_at, state, is_unsure, problem, reply_to, target, position)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " (SELECT 1 + coalesce(max(position), 0) FROM outbox))"
        " ON CONFLICT (id) DO UPDATE SET profile = excluded.profile,"
        " owner = excluded.owner, room_name = excluded.room_name,"
        " sender = excluded.sender, state = excluded.state,"
        " is_unsure = excluded.is_unsure, problem = excluded.problem",
        (
            message.id,
            profile_id,
            owner,
            message.room_name,
            message.room_kind.name,
            message.sender,
            message.kind.name,
            message.text,
            milliseconds(message.written_at),
            message.state.name,
            message.is_unsure,
            message.problem,
            message.reply_to,
            message.target,
        ),
    )


def hold_back(
    connection: sqlite3.Connection, profile_id: int, problem: str, besides: str = ""
) -> None:
    """Have a profile's messages wait for somebody to send them, and say why.

    Those of the window `besides` are not touched.
    """
    connection.execute(
        "UPDATE outbox SET state = ?, problem = ? WHERE profile = ? AND state = ?"
        " AND owner <> ?",
        (KeptState.FAILED.name, problem, profile_id, KeptState.WAITING.name, besides),
    )


def remove_message(connection: sqlite3.Connection, message_id: str) -> None:
    """Keep a message no longer: it is confirmed, or given up."""
    connection.execute("DELETE FROM outbox WHERE id = ?", (message_id,))


def take_over(
    connection: sqlite3.Connection,
    profile_id: int,
    owner: str,
    has_gone: Callable[[str], bool],
) -> list[KeptMessage]:
    """Make a window's own what those left that have gone, and give that, in order."""
    others = connection.execute(
        "SELECT DISTINCT owner FROM outbox WHERE profile = ? AND owner <> ?",
        (profile_id, owner),
    ).fetchall()
    gone = [other for (other,) in others if has_gone(other)]
    left = _read(connection, profile_id, gone)
    for other in gone:
        connection.execute(
            "UPDATE outbox SET owner = ? WHERE owner = ? AND profile = ?",
            (owner, other, profile_id),
        )
    return left


def messages_of(
    connection: sqlite3.Connection, profile_id: int, owner: str
) -> list[KeptMessage]:
    """Give what a window has of a profile, in order."""
    return _read(connection, profile_id, [owner])


def _read(
    connection: sqlite3.Connection, profile_id: int, owners: Sequence[str]
) -> list[KeptMessage]:
    marks = ", ".join("?" * len(owners))
    rows = connection.execute(
        "SELECT id, room_name, room_kind, sender, kind, text, written_at, state,"  # noqa: S608 - marks
        " is_unsure, problem, reply_to, target FROM outbox"
        f" WHERE profile = ? AND owner IN ({marks}) ORDER BY position, rowid",
        (profile_id, *owners),
    )
    return list(readable(lambda row: _kept(*row), rows))


def _kept(
    message_id: str,
    room_name: str,
    room_kind: str,
    sender: str,
    kind: str,
    text: str,
    written_at: int,
    state: str,
    is_unsure: int,
    problem: str,
    reply_to: str,
    target: str,
) -> KeptMessage:
    return KeptMessage(
        message_id,
        room_name,
        RoomKind[room_kind],
        sender,
        MessageKind[kind],
        text,
        moment_at(written_at),
        KeptState[state],
        bool(is_unsure),
        problem,
        reply_to,
        target,
    )


def count_waiting(
    connection: sqlite3.Connection, profile_id: int, has_gone: Callable[[str], bool]
) -> int:
    """Count what goes out as soon as one signs in again, of windows that have gone."""
    counts = connection.execute(
        "SELECT owner, count(*) FROM outbox WHERE profile = :profile"
        " AND state = :state GROUP BY owner",
        {"profile": profile_id, "state": KeptState.WAITING.name},
    ).fetchall()
    return sum(count for owner, count in counts if has_gone(owner))
