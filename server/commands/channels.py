"""JOIN, PART, NAMES and TOPIC: being in channels."""

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from server.commands.context import Context
from server.commands.joining import enter, tell_names, tell_topic
from server.commands.table import commands
from server.replies import Refused
from server.world.channel import Channel, Topic
from server.world.events import ChannelLeft, TopicChanged

EVERYWHERE = "0"


@commands.handles("JOIN", min_params=1)
def join(context: Context, message: Message) -> None:
    """Enter channels, with their keys behind them where they need one."""
    if message.params[0] == EVERYWHERE:
        for channel in list(context.user.channels):
            context.commit(ChannelLeft(context.user, channel, ""))
        return
    keys = message.params[1].split(",") if len(message.params) > 1 else []
    for position, name in enumerate(message.params[0].split(",")):
        key = keys[position] if position < len(keys) else ""
        try:
            enter(context, name, key)
        except Refused as refusal:
            context.refuse(refusal)


@commands.handles("PART", min_params=1)
def part(context: Context, message: Message) -> None:
    """Leave channels, with a reason or without."""
    reason = message.params[1] if len(message.params) > 1 else ""
    for name in message.params[0].split(","):
        try:
            channel = own_channel(context, name)
        except Refused as refusal:
            context.refuse(refusal)
            continue
        context.commit(ChannelLeft(context.user, channel, reason))


@commands.handles("NAMES")
def names(context: Context, message: Message) -> None:
    """Tell who is in channels."""
    asked = message.params[0].split(",") if message.params else ["*"]
    for name in asked:
        channel = context.world.channel(name)
        if channel is None:
            context.reply(n.RPL_ENDOFNAMES, name)
        else:
            tell_names(context, channel)


@commands.handles("TOPIC", min_params=1)
def topic(context: Context, message: Message) -> None:
    """Read or change what a channel is about."""
    channel = context.world.channel(message.params[0])
    if channel is None:
        raise Refused(n.ERR_NOSUCHCHANNEL, message.params[0])
    if len(message.params) == 1:
        if channel.has_mode("s"):
            own_channel(context, channel.name)
        tell_topic(context, channel)
        return
    own_channel(context, channel.name)
    if channel.has_mode("t") and not channel.is_operator(context.user):
        raise Refused(n.ERR_CHANOPRIVSNEEDED, channel.name)
    _change_topic(context, channel, message.params[1])


def own_channel(context: Context, name: str) -> Channel:
    """Give a channel that the sender is in.

    Raises:
        Refused: there is none of this name, or the sender is not in it.
    """
    channel = context.world.channel(name)
    if channel is None:
        raise Refused(n.ERR_NOSUCHCHANNEL, name)
    if channel not in context.user.channels:
        raise Refused(n.ERR_NOTONCHANNEL, channel.name)
    return channel


def _change_topic(context: Context, channel: Channel, text: str) -> None:
    text = text[: context.settings.limits.topic_length]
    by = context.user.prefix
    new = Topic(text, by, context.services.clock.seconds()) if text else None
    context.commit(
        TopicChanged(
            by, channel, channel.key, channel.topic, new, is_kept=channel.is_permanent
        )
    )
