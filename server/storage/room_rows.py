"""Channels and their members as rows of the database, written and read."""

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from server.world.channel import Founder, Topic
from server.world.channel_events import ChannelModesChanged, TopicChanged
from server.world.channel_modes import ListEntry, Modes
from server.world.claiming import ChannelClaimed
from server.world.mode_differences import changed_alike
from server.world.notes import (
    KeptRoom,
    MemberDropped,
    MemberKept,
    RoomDropped,
    RoomKept,
)
from server.world.renaming import ChannelRenamed
from server.world.room_id import RoomId

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOM = (
    "INSERT INTO rooms (conversation, history_start, key, name, created_at, {columns}) "
    "VALUES (?, ?, ?, ?, ?, {marks}) "
    "ON CONFLICT (conversation, history_start) DO {otherwise}"
)
_OPEN = _ROOM.format(
    columns="modes, founder, founder_rank", marks="?, ?, ?", otherwise="NOTHING"
)
_CLAIM = _ROOM.format(
    columns="founder, founder_rank",
    marks="?, ?",
    otherwise="UPDATE SET founder = excluded.founder, "
    "founder_rank = excluded.founder_rank",
)
_CHANGE_MODES = _ROOM.format(
    columns="modes", marks="?", otherwise="UPDATE SET modes = excluded.modes"
)
_MODES = "SELECT modes FROM rooms WHERE conversation = ? AND history_start = ?"
_CHANGE_TOPIC = _ROOM.format(
    columns="topic, topic_set_by, topic_set_at",
    marks="?, ?, ?",
    otherwise="UPDATE SET topic = excluded.topic, "
    "topic_set_by = excluded.topic_set_by, topic_set_at = excluded.topic_set_at",
)
_ROOMS = (
    "SELECT conversation, history_start, key, name, created_at, modes, topic, "
    "topic_set_by, topic_set_at, founder, founder_rank FROM rooms "
    "ORDER BY history_start"
)


class RoomWriter:
    """Writes what changes in channels; each kind of event and note has its writer.

    A row is found by the channel's conversation and first number, which stay, so
    that it is the right one whatever the channel is called by now.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through this connection."""
        self._execute = connection.execute
        self.writers: dict[type, Callable[[Any], None]] = {
            ChannelModesChanged: self._change_modes,
            TopicChanged: self._change_topic,
            ChannelClaimed: self._claim,
            ChannelRenamed: self._rename,
            RoomKept: self._open,
            RoomDropped: self._drop,
            MemberKept: self._keep_member,
            MemberDropped: self._drop_member,
        }

    def _open(self, note: RoomKept) -> None:
        founder = _values_of(note.founder)
        self._execute(_OPEN, (*note.room, _render_modes(note.modes), *founder))

    def _claim(self, event: ChannelClaimed) -> None:
        self._execute(_CLAIM, (*event.room, *_values_of(event.founder)))

    def _change_modes(self, event: ChannelModesChanged) -> None:
        """Write what this change did to what is written, which others may lack.

        A change before it that the disk refused must not come with it.
        """
        room = event.room
        kept = self._execute(_MODES, (room.conversation, room.history_start)).fetchone()
        modes = event.modes
        if kept is not None and kept[0] is not None:
            modes = changed_alike(_parse_modes(kept[0]), event.previous, modes)
        self._execute(_CHANGE_MODES, (*room, _render_modes(modes)))

    def _change_topic(self, event: TopicChanged) -> None:
        topic = event.topic
        words = (topic.text, topic.set_by, topic.set_at) if topic else (None,) * 3
        self._execute(_CHANGE_TOPIC, (*event.room, *words))

    def _rename(self, event: ChannelRenamed) -> None:
        room = event.room
        row = (room.conversation, room.history_start)
        # Of a channel that had the name before, and ended, something may be left.
        self._execute(
            "DELETE FROM rooms "
            "WHERE key = ? AND (conversation, history_start) IS NOT (?, ?)",
            (event.key, *row),
        )
        if event.key != room.key:
            self._execute("DELETE FROM members WHERE room = ?", (event.key,))
        self._execute(
            "UPDATE rooms SET key = ?, name = ? "
            "WHERE conversation = ? AND history_start = ?",
            (event.key, event.name, *row),
        )

    def _drop(self, note: RoomDropped) -> None:
        room = note.room
        self._execute(
            "DELETE FROM rooms WHERE conversation = ? AND history_start = ?",
            (room.conversation, room.history_start),
        )
        self._execute("DELETE FROM members WHERE room = ?", (room.key,))

    def _keep_member(self, note: MemberKept) -> None:
        self._execute(
            "INSERT OR REPLACE INTO members VALUES (?, ?, ?, ?)",
            (note.room, note.nick_key, note.known_by, note.ranks),
        )

    def _drop_member(self, note: MemberDropped) -> None:
        self._execute(
            "DELETE FROM members WHERE room = ? AND nick_key = ?",
            (note.room, note.nick_key),
        )


def read_rooms(connection: sqlite3.Connection) -> dict[str, KeptRoom]:
    """Give the channels that were there when the last server ended, by their keys."""
    rooms = {}
    for row in connection.execute(_ROOMS):
        room, (modes, *others) = RoomId(*row[:5]), row[5:]
        topic, founder = others[:3], others[3:]
        rooms[room.key] = KeptRoom(
            room,
            _parse_modes(modes) if modes else None,
            Topic(*topic) if topic[0] is not None else None,
            {},
            Founder(*founder) if founder[0] is not None else None,
        )
    for room, nick_key, address, ranks in connection.execute("SELECT * FROM members"):
        if room in rooms:
            rooms[room].members[nick_key] = (address, ranks)
    return rooms


def write_room(connection: sqlite3.Connection, room: RoomId) -> None:
    """Keep what a channel is known by before anything changes in it."""
    connection.execute(_CHANGE_MODES, (*room, None))


def read_members(
    connection: sqlite3.Connection, room: str
) -> dict[str, tuple[str, str]]:
    """Give a channel's members, by their nicks' keys: how known, and their ranks."""
    rows = connection.execute(
        "SELECT nick_key, address, ranks FROM members WHERE room = ?", (room,)
    )
    return {nick_key: (address, ranks) for nick_key, address, ranks in rows}


def _values_of(founder: Founder | None) -> tuple[str | None, str | None]:
    return (founder.account, founder.rank) if founder is not None else (None, None)


def _render_modes(modes: Modes) -> str:
    return json.dumps(
        {
            "flags": "".join(sorted(modes.flags)),
            "key": modes.key,
            "limit": modes.limit,
            "forward": modes.forward,
            "lists": {
                letter: [(entry.mask, entry.set_by, entry.set_at) for entry in entries]
                for letter, entries in modes.lists.items()
            },
        }
    )


def _parse_modes(text: str) -> Modes:
    values = json.loads(text)
    return Modes(
        frozenset(values["flags"]),
        values["key"],
        values["limit"],
        {
            letter: tuple(ListEntry(*entry) for entry in entries)
            for letter, entries in values["lists"].items()
        },
        values.get("forward"),
    )
