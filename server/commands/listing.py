"""LIST and NAMES: which channels there are, and who is in them."""

from collections.abc import Iterable

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.names import fold
from server.commands.context import Context
from server.commands.joining import tell_names
from server.commands.table import commands
from server.commands.targets import split_targets
from server.world.channel import Channel
from server.world.masks import compile_mask, is_mask

EVERYTHING = "*"


@commands.handles("LIST")
def list_channels(context: Context, message: Message) -> None:
    """List the channels: all, or those that names and masks describe."""
    asked = [EVERYTHING]
    if message.params and message.params[0]:
        asked = split_targets(message.command, message.params[0])
    context.reply(n.RPL_LISTSTART, "Channel")
    for channel in _described(context, asked):
        if not channel.has_mode("s") or context.user in channel.members:
            topic = channel.topic.text if channel.topic else ""
            size = str(len(channel.members))
            context.reply(n.RPL_LIST, channel.name, size, text=topic)
    context.reply(n.RPL_LISTEND)


@commands.handles("NAMES")
def names(context: Context, message: Message) -> None:
    """Tell who is in channels."""
    asked = message.params[0].split(",") if message.params else [EVERYTHING]
    for key, name in {fold(name): name for name in asked}.items():
        channel = context.world.channels.get(key)
        if channel is None:
            context.reply(n.RPL_ENDOFNAMES, name)
        else:
            tell_names(context, channel)


def _described(context: Context, asked: list[str]) -> Iterable[Channel]:
    channels = context.world.channels
    keys = dict.fromkeys(map(fold, asked))
    masks = [compile_mask(text) for text in asked if is_mask(text)]
    if not masks:
        return [channels[key] for key in keys if key in channels]
    if EVERYTHING in keys:
        return channels.values()
    return (
        channel
        for key, channel in channels.items()
        if key in keys or any(mask.matches(key) for mask in masks)
    )
