"""A channel takes another name: the event, what it changes, and how it is put back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.world.events import Event
from server.world.invitations import moved_invitations
from server.world.read_markers import move_markers

if TYPE_CHECKING:
    from server.world.channel import Channel
    from server.world.room_id import RoomId
    from server.world.world import World


@dataclass(frozen=True, slots=True)
class ChannelRenamed(Event):
    """Somebody gave a channel another name; `by` is a prefix: nick!user@host.

    `room` is what it was before.
    """

    by: str
    channel: "Channel"
    room: "RoomId"
    name: str
    key: str
    reason: str

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: always, for its history goes with it."""
        return True


def rename(world: "World", event: ChannelRenamed) -> tuple[Event, ...]:
    """Let the channel be found by its new name only."""
    _move(world, event.channel, event.name, event.key)
    return moved_invitations(world.invitations.into(event.room.key), event.name)


def put_name_back(world: "World", event: ChannelRenamed) -> None:
    """Let the channel have its old name again, unless that has been taken."""
    holder = world.channels.get(event.room.key)
    is_free = holder is None or holder is event.channel
    if is_free and event.channel.name == event.name:
        _move(world, event.channel, event.room.name, event.room.key)


def _move(world: "World", channel: "Channel", name: str, key: str) -> None:
    world.displace(channel)
    old = channel.key
    channel.name, channel.key = name, key
    world.place(channel)
    move_markers(world, old, key)
