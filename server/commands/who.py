"""WHO: who is in a channel, who has a nick, whose nick a mask describes.

Specification: https://modern.ircdocs.horse/#who-message
"""

from collections.abc import Iterator
from itertools import islice

from chatapp.wire import numerics as n
from chatapp.wire.capabilities import MULTI_PREFIX
from chatapp.wire.message import Message
from chatapp.wire.names import is_channel
from server.commands.context import Context
from server.commands.table import commands
from server.reply_texts import MORE_IN_WHO
from server.world.channel import Channel
from server.world.masks import compile_mask, is_mask
from server.world.user import User

MAX_REPLIES = 1000
EVERYBODY = frozenset(("", "0", "*"))
NO_CHANNEL = "*"


@commands.handles("WHO")
def who(context: Context, message: Message) -> None:
    """Tell who is in a channel, or whose nick it is; masks are understood."""
    asked = message.params[0] if message.params else ""
    channel = context.world.channel(asked) if is_channel(asked) else None
    if is_channel(asked):
        people = _members(context, channel)
    else:
        people = _people(context, asked)
    for user in islice(people, MAX_REPLIES):
        _tell(context, user, channel)
    is_all = next(people, None) is None
    context.reply(n.RPL_ENDOFWHO, asked, text=None if is_all else MORE_IN_WHO)


def _members(context: Context, channel: Channel | None) -> Iterator[User]:
    if channel is None:
        return iter(())
    if context.user in channel.members:
        return iter(channel.members)
    if channel.has_mode("s"):
        return iter(())
    return (member for member in channel.members if "i" not in member.modes)


def _people(context: Context, asked: str) -> Iterator[User]:
    world, asker = context.world, context.user
    if asked in EVERYBODY:
        return (user for user in world.registered() if _is_visible(user, asker))
    if is_mask(asked):
        mask = compile_mask(asked)
        return (
            user
            for user in world.registered()
            if mask.matches(user.nick) and _is_visible(user, asker)
        )
    user = world.user(asked)
    return iter(() if user is None else (user,))


def _is_visible(user: User, asker: User) -> bool:
    """Tell whether who does not know the nick may find the user."""
    if "i" not in user.modes or user is asker:
        return True
    return not user.channels.keys().isdisjoint(asker.channels)


def _tell(context: Context, user: User, channel: Channel | None) -> None:
    flags = "H" if user.away is None else "G"
    if "o" in user.modes:
        flags += "*"
    if channel is not None:
        flags += channel.signs_of(user, every=context.session.has(MULTI_PREFIX))
    context.reply(
        n.RPL_WHOREPLY,
        NO_CHANNEL if channel is None else channel.name,
        user.username,
        user.host,
        context.settings.server.name,
        user.nick,
        flags,
        text=f"0 {user.realname}",
    )
