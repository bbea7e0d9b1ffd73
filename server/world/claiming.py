"""An account claims a channel for its own: the event, what it changes, its undoing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.world.channel_modes import order_ranks
from server.world.events import Event

if TYPE_CHECKING:
    from server.world.channel import Channel, Founder
    from server.world.room_id import RoomId
    from server.world.user import User
    from server.world.world import World


@dataclass(frozen=True, slots=True)
class ChannelClaimed(Event):
    """A channel has a founder from now on, or another rank for him."""

    channel: "Channel"
    room: "RoomId"
    previous: "Founder | None"
    founder: "Founder"

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: always, for a channel outlives a restart."""
        return True


def claim(_world: "World", event: ChannelClaimed) -> tuple[Event, ...]:
    """Let a channel have its founder."""
    event.channel.founder = event.founder
    return ()


def put_founder_back(_world: "World", event: ChannelClaimed) -> None:
    """Let a channel have the founder whom it had before."""
    if event.channel.founder is event.founder:
        event.channel.founder = event.previous


def with_founders_rank(channel: "Channel", user: "User", ranks: str) -> str:
    """Give a member's ranks with the one that he has as the channel's founder."""
    founder = channel.founder
    if founder is None or not channel.is_founder(user):
        return ranks
    return order_ranks(founder.rank + ranks)
