"""JOIN, PART, TOPIC, KICK and INVITE: being in channels."""

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from server.commands.context import Context
from server.commands.joining import enter, tell_topic
from server.commands.playback import play_back
from server.commands.speaking import last_words, require_acceptance, require_voice
from server.commands.table import commands
from server.commands.targets import require_fewer
from server.replies import Refused
from server.reply_texts import RANK_TOO_LOW
from server.world.channel import Channel, Topic
from server.world.channel_events import ChannelLeft, Invited, Kicked, TopicChanged
from server.world.user import User

EVERYWHERE = "0"


@commands.handles("JOIN", min_params=1)
def join(context: Context, message: Message) -> None:
    """Enter channels, with their keys behind them where they need one."""
    if message.params[0] == EVERYWHERE:
        for channel in list(context.user.channels):
            context.commit(ChannelLeft(context.user, channel, ""))
        return
    keys = message.params[1].split(",") if len(message.params) > 1 else []
    before = set(context.user.channels)
    for position, name in enumerate(message.params[0].split(",")):
        key = keys[position] if position < len(keys) else ""
        try:
            enter(context, name, key)
        except Refused as refusal:
            context.refuse(refusal)
    play_back(context, [each for each in context.user.channels if each not in before])


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
        heard = last_words(channel, context.user, reason)
        context.commit(ChannelLeft(context.user, channel, heard))


@commands.handles("TOPIC", min_params=1)
def topic(context: Context, message: Message) -> None:
    """Read or change what a channel is about."""
    if len(message.params) == 1:
        tell_topic(context, visible_channel(context, message.params[0]))
        return
    channel = own_channel(context, message.params[0])
    if channel.has_mode("t"):
        require_operator(channel, context.user)
    require_voice(channel, context.user, None)
    _change_topic(context, channel, message.params[1])


@commands.handles("KICK", min_params=2)
def kick(context: Context, message: Message) -> None:
    """Put users out of a channel, with a reason or without."""
    channels, nicks = (word.split(",") for word in message.params[:2])
    require_fewer(message.command, nicks)
    if len(channels) == 1:
        channels *= len(nicks)
    if len(channels) != len(nicks):
        raise Refused(n.ERR_NEEDMOREPARAMS, message.command)
    given = "".join(message.params[2:3])
    reason = given[: context.settings.limits.kick_length] or context.user.nick
    for name, nick in zip(channels, nicks, strict=True):
        try:
            _put_out(context, name, nick, reason)
        except Refused as refusal:
            context.refuse(refusal)


@commands.handles("INVITE")
def invite(context: Context, message: Message) -> None:
    """Ask a user into a channel; without more, tell where you are invited."""
    if not message.params:
        _tell_invitations(context)
        return
    if len(message.params) == 1:
        raise Refused(n.ERR_NEEDMOREPARAMS, message.command)
    nick, name = message.params[:2]
    channel = own_channel(context, name)
    if channel.has_mode("i"):
        require_operator(channel, context.user)
    user = known_user(context, nick)
    if user in channel.members:
        raise Refused(n.ERR_USERONCHANNEL, user.nick, channel.name)
    require_acceptance(user, context.user, None)
    context.reply(n.RPL_INVITING, user.nick, channel.name)
    if user.away is not None:
        context.reply(n.RPL_AWAY, user.nick, text=user.away)
    context.commit(Invited(context.user, user, channel))


def own_channel(context: Context, name: str) -> Channel:
    """Give a channel that the sender is in.

    Raises:
        Refused: there is none of this name, or the sender is not in it.
    """
    channel = known_channel(context, name)
    if channel not in context.user.channels:
        raise Refused(n.ERR_NOTONCHANNEL, channel.name)
    return channel


def visible_channel(context: Context, name: str) -> Channel:
    """Give a channel of which the sender may know how it is.

    Raises:
        Refused: there is none of this name, or it is secret for who is not in it.
    """
    channel = known_channel(context, name)
    if channel.has_mode("s") and channel not in context.user.channels:
        raise Refused(n.ERR_NOTONCHANNEL, channel.name)
    return channel


def known_channel(context: Context, name: str) -> Channel:
    """Give the channel of this name.

    Raises:
        Refused: there is none.
    """
    channel = context.world.channel(name)
    if channel is None:
        raise Refused(n.ERR_NOSUCHCHANNEL, name)
    return channel


def known_user(context: Context, nick: str) -> User:
    """Give the user who has signed in by this nick.

    Raises:
        Refused: there is none.
    """
    user = context.world.user(nick)
    if user is None:
        raise Refused(n.ERR_NOSUCHNICK, nick)
    return user


def known_member(context: Context, channel: Channel, nick: str) -> User:
    """Give the member of a channel who has this nick.

    Raises:
        Refused: nobody has it, or who has it is not in the channel.
    """
    user = known_user(context, nick)
    if user not in channel.members:
        raise Refused(n.ERR_USERNOTINCHANNEL, user.nick, channel.name)
    return user


def require_operator(channel: Channel, user: User) -> None:
    """Refuse who may not change a channel.

    Raises:
        Refused: the user is no operator of this channel.
    """
    if not channel.is_operator(user):
        raise Refused(n.ERR_CHANOPRIVSNEEDED, channel.name)


def _change_topic(context: Context, channel: Channel, text: str) -> None:
    text = text[: context.settings.limits.topic_length]
    if text == (channel.topic.text if channel.topic else ""):
        return
    by = context.user.prefix
    new = Topic(text, by, context.services.clock.seconds()) if text else None
    context.commit(TopicChanged(by, channel, channel.room_id, channel.topic, new))


def _put_out(context: Context, name: str, nick: str, reason: str) -> None:
    channel = own_channel(context, name)
    require_operator(channel, context.user)
    user = known_member(context, channel, nick)
    if channel.is_above(user, context.user):
        raise Refused(n.ERR_CHANOPRIVSNEEDED, channel.name, text=RANK_TOO_LOW)
    context.commit(Kicked(context.user.prefix, user, channel, reason))


def _tell_invitations(context: Context) -> None:
    channels = context.world.channels
    for channel in context.user.invitations:
        if channels.get(channel.key) is channel:
            context.reply(n.RPL_INVITELIST, channel.name)
    context.reply(n.RPL_ENDOFINVITELIST)
