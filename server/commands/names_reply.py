"""RPL_NAMREPLY: who is in a channel, as NAMES and JOIN tell it."""

from chatapp.wire import numerics as n
from chatapp.wire.capabilities import MULTI_PREFIX, USERHOST_IN_NAMES
from server.commands.context import Context
from server.commands.visibility import visible_members
from server.commands.word_lines import lines_of_words
from server.world.channel import Channel

LINE_BYTES = 380
SECRET, PRIVATE, PUBLIC = "@", "*", "="


def tell_names(context: Context, channel: Channel) -> None:
    """Say who is in a channel, and that this was all."""
    tell_members(context, channel)
    context.reply(n.RPL_ENDOFNAMES, channel.name)


def tell_members(context: Context, channel: Channel) -> None:
    """Say who is in a channel, as far as the sender may know it."""
    sign = _sign(channel)
    for line in lines_of_words(_names(context, channel), LINE_BYTES):
        context.reply(n.RPL_NAMREPLY, sign, channel.name, text=line)


def _sign(channel: Channel) -> str:
    if channel.has_mode("s"):
        return SECRET
    return PRIVATE if channel.has_mode("p") else PUBLIC


def _names(context: Context, channel: Channel) -> list[str]:
    every = context.session.has(MULTI_PREFIX)
    members = visible_members(channel, context.user)
    signs_of = channel.signs_of
    if context.session.has(USERHOST_IN_NAMES):
        return [signs_of(each, every=every) + each.prefix for each in members]
    return [signs_of(each, every=every) + each.nick for each in members]
