"""Fills the world of a server that starts with what outlived the last one's end."""

import sqlite3
from collections.abc import Mapping, Sequence

from chatapp.wire.names import fold
from server.commands.ports import Services
from server.storage import beginning
from server.storage.marker_rows import read_all_markers
from server.storage.room_rows import read_rooms
from server.world.channel import Modes
from server.world.events import ChannelOpened
from server.world.notes import KeptRoom
from server.world.recent import MAX_REMEMBERED

Rooms = Mapping[str, KeptRoom]


def kept_rooms(connection: sqlite3.Connection, auto_join: Sequence[str]) -> Rooms:
    """Give the channels that a server begins with, those of its own among them."""
    rooms = read_rooms(connection)
    for name in auto_join:
        key = fold(name)
        if key not in rooms:
            rooms[key] = KeptRoom(key, 0, name, 0, None, None, {})
    return rooms


def revive(services: Services, connection: sqlite3.Connection, rooms: Rooms) -> None:
    """Open the channels again, and remember the latest messages."""
    channels = services.settings.channels
    names = {fold(name): name for name in channels.auto_join}
    default = Modes(frozenset(channels.default_modes.removeprefix("+")))
    # The server's own come first and in their order, as LIST shows them.
    for room in sorted(rooms.values(), key=lambda room: room.key not in names):
        services.world.apply(
            ChannelOpened(
                names.get(room.key, room.name),
                default.flags,
                room.created_at or services.started_at,
                history_start=room.history_start,
                is_permanent=room.key in names,
                topic=room.topic,
                modes=room.modes or default,
                awaited=room.members,
            )
        )
    services.world.read_markers.update(read_all_markers(connection))
    for key, message in beginning.repeatable(connection, MAX_REMEMBERED):
        services.world.recent.add(key, message)
