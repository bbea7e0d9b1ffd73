"""RPL_NAMREPLY: who is in a channel, as NAMES and JOIN tell it."""

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from chatapp.wire import numerics as n
from chatapp.wire.capabilities import MULTI_PREFIX, USERHOST_IN_NAMES
from server.commands.context import Context
from server.commands.visibility import visible_members
from server.world.channel import Channel
from server.world.user import User
from server.world.word_lines import WordLines, lines_of_words

MANY = 50
"""Of fewer, nothing is kept: they are written in no time."""

SECRET, PRIVATE, PUBLIC = "@", "*", "="


class Style(NamedTuple):
    """How clients want a member written: all signs of his ranks, and his address."""

    has_all_signs: bool
    has_prefix: bool


def tell_names(context: Context, channel: Channel) -> None:
    """Say who is in a channel, and that this was all."""
    tell_members(context, channel)
    context.reply(n.RPL_ENDOFNAMES, channel.name)


def tell_members(context: Context, channel: Channel) -> None:
    """Say who is in a channel, as far as the sender may know it."""
    sign = _sign(channel)
    for line in _lines(context, channel):
        context.reply(n.RPL_NAMREPLY, sign, channel.name, text=line)


def _sign(channel: Channel) -> str:
    if channel.has_mode("s"):
        return SECRET
    return PRIVATE if channel.has_mode("p") else PUBLIC


def _lines(context: Context, channel: Channel) -> Iterable[str]:
    """Give the lines; of many members only those are written who came since.

    Where a thousand come at once, writing all of them for each would hold up everybody.
    """
    session, members = context.session, visible_members(channel, context.user)
    style = Style(session.has(MULTI_PREFIX), session.has(USERHOST_IN_NAMES))
    if members is not channel.members or len(channel.members) < MANY:
        return lines_of_words(_words(channel, members, style))
    roll = channel.rolls.setdefault(style, WordLines())
    newcomers = islice(members, roll.count, None)
    roll.add(_words(channel, newcomers, style))
    return roll


def _words(channel: Channel, members: Iterable[User], style: Style) -> list[str]:
    signs_of, every = channel.signs_of, style.has_all_signs
    if style.has_prefix:
        return [signs_of(each, every=every) + each.prefix for each in members]
    return [signs_of(each, every=every) + each.nick for each in members]
