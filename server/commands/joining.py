"""How somebody comes into a channel, and what he is told there."""

from chatapp.wire import numerics as n
from chatapp.wire.capabilities import DRAFT_NO_IMPLICIT_NAMES, NO_IMPLICIT_NAMES
from chatapp.wire.names import check_channel, normalize
from server.commands.channel_keys import require_key
from server.commands.context import Context
from server.commands.metadata_replies import tell_channel, tell_members
from server.commands.names_reply import tell_names
from server.commands.read_markers import tell_marker
from server.replies import Refused
from server.world.bans import is_expected
from server.world.channel import Channel, Founder
from server.world.channel_events import ChannelJoined, ChannelOpened
from server.world.claiming import with_founders_rank
from server.world.user import Opens

FORWARDED = frozenset((n.ERR_INVITEONLYCHAN, n.ERR_NEEDREGGEDNICK, n.ERR_CHANNELISFULL))
"""The refusals after which one is sent to the channel that `f` names."""

LOOKS_LIKE = (
    "This name looks like {name}, which is another channel. "
    "Please choose one that nobody takes for another."
)
NOTHING = Opens(0)
NO_NAMES = frozenset((NO_IMPLICIT_NAMES, DRAFT_NO_IMPLICIT_NAMES))


def enter(
    context: Context, name: str, key: str = "", *, is_founder: bool = True
) -> None:
    """Bring the user into a channel, or into the one to which it forwards.

    Where there is none it begins to be: his, or the server's if he is no founder.

    Raises:
        Refused: the channel does not take him, or the name is none for a channel.
    """
    try:
        _enter(context, name, key, is_founder)
    except Refused as refusal:
        channel = context.world.channel(name)
        forward = channel.modes.forward if channel is not None else None
        if forward is None or refusal.numeric not in FORWARDED:
            raise
        context.reply(n.ERR_LINKCHANNEL, name, forward)
        _enter(context, forward, "", is_founder)


def _enter(context: Context, name: str, key: str, is_founder: bool) -> None:
    """Bring the user into a channel, which begins to be where there is none."""
    channel = context.world.channel(name)
    if channel is not None and context.user in channel.members:
        return
    _require_room(context, name)
    if channel is None:
        founder = _founder(context) if is_founder else None
        channel, ranks = _open(context, name, founder), "o" if is_founder else ""
    else:
        ranks = _admit(context, channel, key)
    context.commit(ChannelJoined(context.user, channel, ranks))
    tell_members(context, channel)
    tell_about(context, channel)
    for session in context.user.sessions:
        if session is not context.session:
            tell_about(Context(context.services, session, context.step), channel)


def tell_about(context: Context, channel: Channel) -> None:
    """Say what a client is told that comes into a channel: its topic, who is in it."""
    if channel.topic is not None:
        tell_topic(context, channel)
    tell_marker(context, channel)
    if NO_NAMES.isdisjoint(context.session.capabilities):
        tell_names(context, channel)
    tell_channel(context, channel)


def _require_room(context: Context, name: str) -> None:
    """Refuse a user who is in as many channels of this kind as are allowed."""
    channels, limit = context.user.channels, context.settings.limits.channels_per_user
    if len(channels) >= limit and (
        sum(1 for each in channels if each.name[0] == name[:1]) >= limit
    ):
        raise Refused(n.ERR_TOOMANYCHANNELS, name)


def tell_topic(context: Context, channel: Channel) -> None:
    """Say what a channel is about, who said so and when; or that it has no topic."""
    topic = channel.topic
    if topic is None:
        context.reply(n.RPL_NOTOPIC, channel.name)
        return
    context.reply(n.RPL_TOPIC, channel.name, text=topic.text)
    context.reply(n.RPL_TOPICWHOTIME, channel.name, topic.set_by, str(topic.set_at))


def _open(context: Context, name: str, founder: Founder | None) -> Channel:
    name = normalize(name)
    problem = check_channel(name, context.settings.limits.channel_length)
    if problem is not None:
        raise Refused(n.ERR_NOSUCHCHANNEL, name, text=problem.sentence)
    if (other := looks_like(context, name)) is not None:
        raise Refused(n.ERR_BADCHANMASK, name, text=LOOKS_LIKE.format(name=other))
    flags = frozenset(context.settings.channels.default_modes.removeprefix("+"))
    services = context.services
    created_at = services.clock.seconds()
    start = services.numbers.next()
    event = ChannelOpened(
        name, flags, created_at, start, is_permanent=False, founder=founder
    )
    context.commit(event)
    channel = context.world.channel(name)
    assert channel is not None  # noqa: S101 - the event above has opened it
    return channel


def looks_like(context: Context, name: str, own: Channel | None = None) -> str | None:
    """Give another channel for which people would take one of this name.

    Channels of which the sender may not know are passed over, and so is his `own`.
    """
    known = (
        each.name
        for each in context.world.channels_alike(name)
        if each is not own and (not each.is_unlisted or each in context.user.channels)
    )
    return next(known, None)


def _founder(context: Context) -> Founder | None:
    """Give the sender's account, unless it has founded enough already."""
    key = context.user.account_key
    if key is None:
        return None
    founder = Founder(key)
    channels = context.world.channels.values()
    founded = sum(1 for channel in channels if channel.founder == founder)
    is_enough = founded >= context.settings.limits.channels_per_user
    return None if is_enough else founder


def _admit(context: Context, channel: Channel, key: str) -> str:
    """Give the ranks of a new member; who was here before a restart has his again.

    Who has made the channel with his account is let in and its operator, always.
    """
    user = context.user
    if channel.is_founder(user):
        before = channel.awaited[user.key][1] if channel.awaits(user) else ""
        return with_founders_rank(channel, user, before)
    if not channel.awaits(user) or channel.is_banned(user):
        _require_admission(context, channel, key)
        return ""
    return channel.awaited[user.key][1]


def _require_admission(context: Context, channel: Channel, key: str) -> None:
    """Refuse who may not come in; an operator's invitation undoes a ban or a limit."""
    user = context.user
    if channel.is_ruled_by(user):
        return
    modes = channel.modes
    opens = user.invitations.get(channel, NOTHING)
    is_wanted = Opens.BAN in opens
    if Opens.LOCK not in opens:
        require_key(context, channel, key)
    is_invited = bool(opens) or channel.lets_back(user) or is_expected(user, modes)
    if channel.has_mode("i") and not is_invited:
        raise Refused(n.ERR_INVITEONLYCHAN, channel.name)
    if channel.has_mode("R") and user.account is None:
        raise Refused(n.ERR_NEEDREGGEDNICK, channel.name)
    if channel.is_banned(user) and not is_wanted:
        raise Refused(n.ERR_BANNEDFROMCHAN, channel.name)
    is_full = modes.limit is not None and len(channel.members) >= modes.limit
    if is_full and not is_wanted:
        raise Refused(n.ERR_CHANNELISFULL, channel.name)
