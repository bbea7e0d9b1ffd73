"""The end of the time in which members return to their channels after a restart."""

from typing import TYPE_CHECKING

from server.world.channel_events import ReturnTimeEnded

if TYPE_CHECKING:
    from server.commands.context import Context


def end_return_time(context: "Context") -> None:
    """Await nobody any more; a channel that nobody has come back to ends."""
    for channel in list(context.world.channels.values()):
        if channel.awaited or not channel.members:
            context.commit(ReturnTimeEnded(channel))
