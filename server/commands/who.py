"""WHO: who is in a channel, who has a nick, whose nick a mask describes.

Specification: https://modern.ircdocs.horse/#who-message
"""

from collections.abc import Iterator
from itertools import islice

from chatapp.wire import numerics as n
from chatapp.wire.masks import compile_mask, is_mask
from chatapp.wire.message import Message
from chatapp.wire.names import is_channel
from server.commands.context import Context
from server.commands.table import commands
from server.commands.visibility import is_visible, visible_members
from server.commands.who_fields import (
    NO_CHANNEL,
    REALNAME,
    Asked,
    flags_of,
    read_asked,
    words_of,
)
from server.reply_texts import MORE_IN_WHO
from server.world.channel import Channel
from server.world.user import User

MAX_REPLIES = 1000
EVERYBODY = frozenset(("", "0", "*"))


@commands.handles("WHO")
def who(context: Context, message: Message) -> None:
    """Tell who is in a channel, or whose nick it is; masks are understood."""
    text = message.params[0] if message.params else ""
    asked = read_asked("".join(message.params[1:2]))
    channel = context.world.channel(text) if is_channel(text) else None
    people = _members(context, channel) if is_channel(text) else _people(context, text)
    if asked.operators_only:
        people = (user for user in people if "o" in user.modes)
    for user in islice(people, MAX_REPLIES):
        _tell(context, user, channel, asked)
    is_all = next(people, None) is None
    context.reply(n.RPL_ENDOFWHO, text, text=None if is_all else MORE_IN_WHO)


def _members(context: Context, channel: Channel | None) -> Iterator[User]:
    return iter(() if channel is None else visible_members(channel, context.user))


def _people(context: Context, text: str) -> Iterator[User]:
    world, asker = context.world, context.user
    if text in EVERYBODY:
        return (user for user in world.registered() if is_visible(user, asker))
    if is_mask(text):
        mask = compile_mask(text, world.fold)
        return (
            user
            for user in world.registered()
            if mask.matches(user.nick) and is_visible(user, asker)
        )
    user = world.user(text)
    return iter(() if user is None else (user,))


def _tell(context: Context, user: User, channel: Channel | None, asked: Asked) -> None:
    if asked.fields:
        last = user.realname if REALNAME in asked.fields else None
        words = words_of(context, user, channel, asked)
        context.reply(n.RPL_WHOSPCRPL, *words, text=last)
        return
    context.reply(
        n.RPL_WHOREPLY,
        NO_CHANNEL if channel is None else channel.name,
        user.username,
        user.host,
        context.settings.server.name,
        user.nick,
        flags_of(context, user, channel),
        text=f"0 {user.realname}",
    )
