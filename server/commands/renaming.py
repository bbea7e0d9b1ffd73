"""RENAME: gives a channel another name, with all who are in it.

Specification: https://ircv3.net/specs/extensions/channel-rename
"""

from chatapp.wire.capabilities import CHANNEL_RENAME
from chatapp.wire.message import Message
from chatapp.wire.names import check_channel, normalize
from chatapp.wire.numerics import ERR_CHANOPRIVSNEEDED
from server.commands.channels import own_channel
from server.commands.context import Context
from server.commands.joining import LOOKS_LIKE, looks_like, tell_about
from server.commands.table import commands
from server.replies import Failed, Refused
from server.world.channel import Channel
from server.world.renaming import ChannelRenamed
from server.world.session import Session

COMMAND = "RENAME"
MAY_RENAME = frozenset("qao")
MAX_NAMES_TOLD = 100_000
"""How many names may be told in all to those who do not know RENAME."""


@commands.handles(COMMAND, min_params=2)
def rename(context: Context, message: Message) -> None:
    """Give a channel another name, with a reason or without."""
    channel = own_channel(context, message.params[0])
    if MAY_RENAME.isdisjoint(channel.ranks_of(context.user)):
        raise Refused(ERR_CHANOPRIVSNEEDED, channel.name)
    previous, name = channel.name, normalize(message.params[1])
    _require_free(context, channel, name)
    key = context.world.fold(name)
    strangers = [] if key == channel.key else _strangers(channel)
    if len(strangers) * len(channel.members) > MAX_NAMES_TOLD:
        raise _cannot(previous, name, "Too many are here now to rename this channel.")
    context.commit(
        ChannelRenamed(
            context.user.prefix,
            channel,
            channel.room_id,
            name,
            key,
            "".join(message.params[2:3])[: context.settings.limits.kick_length],
        )
    )
    for session in strangers:
        tell_about(Context(context.services, session, context.step), channel)


def _require_free(context: Context, channel: Channel, name: str) -> None:
    """Refuse a name that is none, or another channel's.

    Raises:
        Failed: the channel cannot be called so.
    """
    problem = check_channel(name, context.settings.limits.channel_length)
    if problem is not None:
        raise _cannot(channel.name, name, problem.sentence)
    if channel.is_permanent:
        raise _cannot(channel.name, name, "This channel belongs to the server.")
    if name[0] != channel.name[0]:
        raise _cannot(channel.name, name, "The name must begin with the same sign.")
    holder = context.world.channel(name)
    if holder is not None and holder is not channel:
        code, text = "CHANNEL_NAME_IN_USE", "There is a channel of that name already."
        raise Failed(COMMAND, code, channel.name, name, text=text)
    if (other := looks_like(context, name, channel)) is not None:
        raise _cannot(channel.name, name, LOOKS_LIKE.format(name=other))


def _cannot(previous: str, name: str, text: str) -> Failed:
    return Failed(COMMAND, "CANNOT_RENAME", previous, name, text=text)


def _strangers(channel: Channel) -> list[Session]:
    """Give the sessions that do not know RENAME."""
    return [
        session
        for member in channel.members
        for session in member.sessions
        if not session.has(CHANNEL_RENAME)
    ]
