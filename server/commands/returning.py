"""The end of the time in which members return to their channels after a restart."""

from typing import TYPE_CHECKING

from server.world.channel_events import ChannelEnded, ReturnTimeEnded
from server.world.events import Event
from server.world.notes import NOTES

if TYPE_CHECKING:
    from server.commands.ports import Services


def end_return_time(services: "Services") -> None:
    """Await nobody any more; a channel that nobody has come back to ends."""
    for channel in list(services.world.channels.values()):
        if channel.awaited or not channel.members:
            _commit(services, ReturnTimeEnded(channel))


def _commit(services: "Services", event: Event) -> None:
    """Make an event true of which nobody hears."""
    services.store.note(list(NOTES[type(event)](event)))
    for following in services.world.apply(event):
        _commit(services, following)
    if isinstance(event, ChannelEnded):
        services.store.forget(event.channel.key, services.numbers.next())
