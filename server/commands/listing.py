"""LIST and NAMES: which channels there are, and who is in them."""

from functools import partial

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from server.commands.context import Context
from server.commands.list_conditions import read_wanted
from server.commands.names_reply import tell_members, tell_names
from server.commands.table import commands
from server.commands.targets import split_targets
from server.world.channel import Channel

NO_CHANNEL = "*"
CHANNELS_A_PAGE = 100
MEMBERS_A_PAGE = 1000
"""A page fits into the smallest outbox that the settings allow."""


@commands.handles("LIST")
def list_channels(context: Context, message: Message) -> None:
    """List the channels: all, or those that names, masks and numbers describe."""
    asked = split_targets(message.command, "".join(message.params[:1]))
    wanted = read_wanted(asked, context.services.clock.seconds(), context.world.fold)
    context.reply(n.RPL_LISTSTART, "Channel")
    _list_page(context, list(wanted.among(context.world.channels)))


@commands.handles("NAMES")
def names(context: Context, message: Message) -> None:
    """Tell who is in channels."""
    asked = message.params[0] if message.params else NO_CHANNEL
    channels = context.world.channels
    found = [channels[key] for key in _keys(context, asked) if key in channels]
    if len(found) == 1 and "," not in asked:
        tell_names(context, found[0])
        return
    _names_page(context, found, asked)


def _list_page(context: Context, channels: list[Channel]) -> None:
    """Tell of a page's channels, as they are now, and of the others later."""
    here = context.world.channels
    for channel in channels[:CHANNELS_A_PAGE]:
        is_hidden = channel.is_unlisted and context.user not in channel.members
        if here.get(channel.key) is channel and not is_hidden:
            topic = channel.topic.text if channel.topic else ""
            size = str(len(channel.members))
            context.reply(n.RPL_LIST, channel.name, size, text=topic)
    if left := channels[CHANNELS_A_PAGE:]:
        context.next_page(lambda later: _list_page(later, left))
        return
    context.reply(n.RPL_LISTEND)


def _names_page(context: Context, channels: list[Channel], asked: str) -> None:
    told = 0
    for position, channel in enumerate(channels):
        if told >= MEMBERS_A_PAGE:
            left = partial(_names_page, channels=channels[position:], asked=asked)
            context.next_page(left)
            return
        tell_members(context, channel)
        told += len(channel.members)
    context.reply(n.RPL_ENDOFNAMES, asked)


def _keys(context: Context, asked: str) -> list[str]:
    return list(dict.fromkeys(map(context.world.fold, asked.split(","))))
