"""LIST and NAMES: which channels there are, and who is in them."""

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.names import fold
from server.commands.context import Context
from server.commands.list_conditions import read_wanted
from server.commands.names_reply import tell_members, tell_names
from server.commands.table import commands
from server.commands.targets import split_targets

NO_CHANNEL = "*"


@commands.handles("LIST")
def list_channels(context: Context, message: Message) -> None:
    """List the channels: all, or those that names, masks and numbers describe."""
    asked = split_targets(message.command, "".join(message.params[:1]))
    wanted = read_wanted(asked, context.services.clock.seconds())
    context.reply(n.RPL_LISTSTART, "Channel")
    for channel in wanted.among(context.world.channels):
        if not channel.is_unlisted or context.user in channel.members:
            topic = channel.topic.text if channel.topic else ""
            size = str(len(channel.members))
            context.reply(n.RPL_LIST, channel.name, size, text=topic)
    context.reply(n.RPL_LISTEND)


@commands.handles("NAMES")
def names(context: Context, message: Message) -> None:
    """Tell who is in channels."""
    asked = message.params[0] if message.params else NO_CHANNEL
    channels = context.world.channels
    found = [channels[key] for key in _keys(asked) if key in channels]
    if len(found) == 1 and "," not in asked:
        tell_names(context, found[0])
        return
    for channel in found:
        tell_members(context, channel)
    context.reply(n.RPL_ENDOFNAMES, asked)


def _keys(asked: str) -> list[str]:
    return list(dict.fromkeys(map(fold, asked.split(","))))
