"""Rooms in the client's database: which are open, how far they are read, drafts."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from chatapp.models.entities import Attention, ChatMessage, MessageKind, RoomKind
from chatapp.models.storage.lines import lines_with_msgids
from chatapp.models.storage.moments import moment_at
from chatapp.models.storage.readable_rows import readable
from chatapp.models.storage.spans import begin_span
from chatapp.wire.timestamps import milliseconds

_COLUMNS = (
    "id, key, name, kind, channel_key, read_time, read_msgid, draft, is_favourite,"
    " attention, quiet_until, answering, topic, editing, new_words"
)
_MOST_COUNTED = 5_000
_TO_BE_READ = tuple(kind.name for kind in MessageKind if kind.is_said)


WHOLE_MOMENT = "*"
"""Instead of a msgid: all is read that was said at that time, whichever it was."""


@dataclass(frozen=True, slots=True)
class Marker:
    """How far a room is read: up to and with this line."""

    time: datetime
    msgid: str = ""


@dataclass(frozen=True, slots=True)
class BegunEdit:
    """A message that is to have other words, and these, as far as they are written."""

    message: ChatMessage
    words: str


@dataclass(frozen=True, slots=True)
class KeptRoom:
    """What the database knows of a room; unread is what its lines tell.

    `answering` is the msgid of what the draft answers.
    `last_author` said the other one's last words in a direct conversation, and
    `is_talked_in` tells whether one said anything there oneself.
    `counted` are the msgids of the newest unread lines: a page may tell them again.
    """

    id: int
    key: str
    name: str
    kind: RoomKind
    channel_key: str = ""
    marker: Marker | None = None
    draft: str = ""
    unread: int = 0
    mentions: int = 0
    counted: frozenset[str] = frozenset()
    is_favourite: bool = False
    attention: Attention = Attention.ALL
    quiet_until: datetime | None = None
    answering: str = ""
    topic: str = ""
    begun_edit: BegunEdit | None = None
    last_author: str = ""
    is_talked_in: bool = False


def room_id_for(
    connection: sqlite3.Connection, profile_id: int, key: str, name: str, kind: RoomKind
) -> int:
    """Find a room by the key that the server compares names with, or make it."""
    connection.execute(
        "INSERT OR IGNORE INTO rooms (profile, key, name, kind) VALUES (?, ?, ?, ?)",
        (profile_id, key, name, kind.name),
    )
    (found,) = connection.execute(
        "SELECT id FROM rooms WHERE profile = ? AND key = ?", (profile_id, key)
    ).fetchone()
    return int(found)


def read_room(connection: sqlite3.Connection, room_id: int) -> KeptRoom:
    """Give what is known of a room."""
    query = f"SELECT {_COLUMNS} FROM rooms WHERE id = ?"  # noqa: S608 - a constant
    return _room(connection, connection.execute(query, (room_id,)).fetchone())


def read_open_rooms(connection: sqlite3.Connection, profile_id: int) -> list[KeptRoom]:
    """List the rooms that are open, in their order in the rail."""
    query = (
        f"SELECT {_COLUMNS} FROM rooms"  # noqa: S608 - a constant
        " WHERE profile = ? AND is_open ORDER BY position, id"
    )
    rows = connection.execute(query, (profile_id,)).fetchall()
    return list(readable(lambda row: _room(connection, row), rows))


def read_until(connection: sqlite3.Connection, profile_id: int) -> datetime | None:
    """Give when the newest line was said that was read in any room, open or not."""
    (moment,) = connection.execute(
        "SELECT max(read_time) FROM rooms WHERE profile = ?", (profile_id,)
    ).fetchone()
    return moment_at(moment) if moment else None


def open_room(connection: sqlite3.Connection, room_id: int) -> None:
    """Note that a room is open: behind all others, unless it was open before."""
    connection.execute(
        "UPDATE rooms SET is_open = 1, position = 1 + (SELECT max(position) FROM rooms"
        " AS others WHERE others.profile = rooms.profile) WHERE id = ? AND NOT is_open",
        (room_id,),
    )


def close_room(connection: sqlite3.Connection, room_id: int) -> None:
    """Note that a room is open no more."""
    connection.execute("UPDATE rooms SET is_open = 0 WHERE id = ?", (room_id,))


def keep_name(
    connection: sqlite3.Connection, room_id: int, key: str, name: str
) -> None:
    """Give a room another name; what was said under that name before becomes its."""
    found = connection.execute(
        "SELECT id FROM rooms WHERE key = ? AND id <> ?"
        " AND profile = (SELECT profile FROM rooms WHERE id = ?)",
        (key, room_id, room_id),
    ).fetchone()
    if found:
        _take_over_draft_and_marker(connection, room_id, *found)
        for table in ("lines", "spans"):
            connection.execute(
                f"UPDATE {table} SET room = ? WHERE room = ?",  # noqa: S608 - constants
                (room_id, *found),
            )
        connection.execute(
            "UPDATE OR REPLACE reactions SET room = ? WHERE room = ?",
            (room_id, *found),
        )
        connection.execute("DELETE FROM rooms WHERE id = ?", found)
        begin_span(connection, room_id)  # what is heard now follows neither's last
    connection.execute(
        "UPDATE rooms SET key = ?, name = ? WHERE id = ?", (key, name, room_id)
    )


def _take_over_draft_and_marker(
    connection: sqlite3.Connection, room_id: int, other_id: int
) -> None:
    """Keep a room's own draft, or else the other's; read is what was in either."""
    draft, editing, new_words, read_time, read_msgid = connection.execute(
        "SELECT draft, editing, new_words, read_time, read_msgid FROM rooms"
        " WHERE id = ?",
        (other_id,),
    ).fetchone()
    connection.execute(
        "UPDATE rooms SET draft = ? WHERE id = ? AND draft = ''", (draft, room_id)
    )
    connection.execute(
        "UPDATE rooms SET editing = ?, new_words = ? WHERE id = ? AND editing = ''",
        (editing, new_words, room_id),
    )
    connection.execute(
        "UPDATE rooms SET read_time = ?, read_msgid = ? WHERE id = ? AND read_time < ?",
        (read_time, read_msgid, room_id, read_time),
    )


def keep_channel_key(
    connection: sqlite3.Connection, room_id: int, channel_key: str
) -> None:
    """Keep the word that lets one into a channel."""
    connection.execute(
        "UPDATE rooms SET channel_key = ? WHERE id = ?", (channel_key, room_id)
    )


def keep_topic(connection: sqlite3.Connection, room_id: int, topic: str) -> None:
    """Keep a room's topic, for when nobody tells it."""
    connection.execute(
        "UPDATE rooms SET topic = :topic WHERE id = :room AND topic <> :topic",
        {"topic": topic, "room": room_id},
    )


def keep_written(
    connection: sqlite3.Connection,
    room_id: int,
    draft: str,
    edit: BegunEdit | None = None,
) -> None:
    """Keep what is written and not sent: a new message, and other words for one."""
    editing, new_words = (edit.message.msgid, edit.words) if edit else ("", "")
    connection.execute(
        "UPDATE rooms SET draft = ?, editing = ?, new_words = ? WHERE id = ?",
        (draft, editing, new_words, room_id),
    )


def keep_answering(connection: sqlite3.Connection, room_id: int, msgid: str) -> None:
    """Keep which message is answered by what is written and not sent."""
    connection.execute("UPDATE rooms SET answering = ? WHERE id = ?", (msgid, room_id))


def keep_marker(connection: sqlite3.Connection, room_id: int, marker: Marker) -> None:
    """Keep how far a room is read."""
    connection.execute(
        "UPDATE rooms SET read_time = ?, read_msgid = ? WHERE id = ?",
        (milliseconds(marker.time), marker.msgid, room_id),
    )


def count_unread(
    connection: sqlite3.Connection, room_id: int, marker: Marker | None
) -> tuple[int, int]:
    """Count the lines that are kept and not read, and those that mention one."""
    time, msgid = (milliseconds(marker.time), marker.msgid) if marker else (-1, "")
    span, place = connection.execute(
        "SELECT span, place FROM lines WHERE room = ? AND msgid = ? AND msgid <> ''",
        (room_id, msgid),
    ).fetchone() or (None, 0)
    (unread, mentions) = connection.execute(
        "SELECT count(*), coalesce(sum(mentions_me), 0) FROM lines WHERE room = ?"
        " AND time >= ? AND CASE WHEN span = ? THEN place > ?"
        " WHEN span > ? THEN TRUE ELSE time > ? END"
        " AND NOT mine AND kind IN (?, ?, ?)"
        " AND sender COLLATE NOCASE NOT IN (SELECT nick FROM ignored JOIN rooms"
        " USING (profile) WHERE rooms.id = ?)",
        (room_id, time, span, place, span, time, *_TO_BE_READ, room_id),
    ).fetchone()
    return int(unread), int(mentions)


def _unread_msgids(
    connection: sqlite3.Connection, room_id: int, marker: Marker | None
) -> frozenset[str]:
    time = milliseconds(marker.time) if marker else -1
    rows = connection.execute(
        "SELECT msgid FROM lines WHERE room = ? AND time >= ? AND msgid <> ''"
        " AND NOT mine AND kind IN (?, ?, ?) ORDER BY time DESC LIMIT ?",
        (room_id, time, *_TO_BE_READ, _MOST_COUNTED),
    )
    return frozenset(msgid for (msgid,) in rows)


def _room(connection: sqlite3.Connection, row: Iterable[object]) -> KeptRoom:
    number, key, name, kind, channel_key, read_time, read_msgid, *others = row
    draft, is_favourite, attention, quiet_until, answering, topic, *edit = others
    room_id, moment, quiet = (int(str(it)) for it in (number, read_time, quiet_until))
    marker = Marker(moment_at(moment), str(read_msgid)) if moment else None
    unread, mentions = count_unread(connection, room_id, marker)
    return KeptRoom(
        room_id,
        str(key),
        str(name),
        RoomKind[str(kind)],
        str(channel_key),
        marker,
        str(draft),
        unread,
        mentions,
        _unread_msgids(connection, room_id, marker),
        bool(is_favourite),
        Attention[str(attention)],
        moment_at(quiet) if quiet else None,
        str(answering),
        str(topic),
        _begun_edit(connection, room_id, str(name), *map(str, edit)),
        *(_who_talks(connection, room_id) if kind == RoomKind.DIRECT.name else ()),
    )


def _begun_edit(
    connection: sqlite3.Connection, room_id: int, name: str, editing: str, words: str
) -> BegunEdit | None:
    """Give the edit that was begun, if its message is here and was not deleted."""
    lines = lines_with_msgids(connection, room_id, name, [editing]) if editing else []
    return next((BegunEdit(it, words) for it in lines if it.kind.is_said), None)


def _who_talks(connection: sqlite3.Connection, room_id: int) -> tuple[str, bool]:
    """Give by whom the other one's last words are, and whether there are one's own."""
    others, own = connection.execute(
        "SELECT (SELECT author FROM lines WHERE room = ? AND NOT mine"
        " AND kind IN (?, ?, ?) ORDER BY span DESC, place DESC LIMIT 1),"
        " EXISTS (SELECT 1 FROM lines WHERE room = ? AND mine)",
        (room_id, *_TO_BE_READ, room_id),
    ).fetchone()
    return str(others or ""), bool(own)
