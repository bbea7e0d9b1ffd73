"""Who hears of members, topics and modes of a channel."""

from chatapp.wire.capabilities import INVITE_NOTIFY
from chatapp.wire.modes import render_modes
from server.announcements.arrivals import join_words, others_in, tell_ranks
from server.announcements.table import NextMoment, announces
from server.announcements.words import EventWords, words_now
from server.step import Step
from server.world.audience import audience_of
from server.world.capabilities import AWAY_NOTIFY
from server.world.channel import Channel
from server.world.channel_events import (
    ChannelJoined,
    ChannelLeft,
    ChannelModesChanged,
    Invited,
    Kicked,
    TopicChanged,
)
from server.world.user import User


@announces(ChannelJoined)
def channel_joined(event: ChannelJoined, moment: NextMoment, step: Step) -> None:
    """Tell all members, the new one too; the others also what a JOIN does not say."""
    user, channel = event.user, event.channel
    words = join_words(user, channel, moment)
    _tell_members(channel, words, step, about=user, can_wait=True)
    if event.ranks or user.away is not None:
        others = audience_of(others_in(user, channel))
        tell_ranks(user, channel, others, moment, step)
    if user.away is not None:
        away = f":{user.prefix} AWAY :{user.away}"
        words = words_now(moment, away, user, needs=AWAY_NOTIFY)
        step.announce(others, words, can_wait=True)


@announces(ChannelLeft, before=True)
def channel_left(event: ChannelLeft, moment: NextMoment, step: Step) -> None:
    """Tell all members, the one who leaves too."""
    reason = f" :{event.reason}" if event.reason else ""
    body = f":{event.user.prefix} PART {event.channel.name}{reason}"
    words = words_now(moment, body, event.user)
    _tell_members(event.channel, words, step, about=event.user)


@announces(Kicked, before=True)
def kicked(event: Kicked, moment: NextMoment, step: Step) -> None:
    """Tell all members, the one who is put out too."""
    body = f":{event.by} KICK {event.channel.name} {event.user.nick} :{event.reason}"
    words = words_now(moment, body, _author(event.by, step))
    _tell_members(event.channel, words, step, about=event.user)


@announces(Invited)
def invited(event: Invited, moment: NextMoment, step: Step) -> None:
    """Tell the one who is invited, and operators who asked for it."""
    body = f":{event.by.prefix} INVITE {event.user.nick} {event.channel.name}"
    words = words_now(moment, body, event.by)
    step.announce(audience_of(event.user.sessions), words)
    others = (
        session
        for member in event.channel.members
        if member is not event.by and event.channel.is_operator(member)
        for session in member.sessions
        if session.has(INVITE_NOTIFY)
    )
    step.announce(audience_of(others), words)


@announces(TopicChanged)
def topic_changed(event: TopicChanged, moment: NextMoment, step: Step) -> None:
    """Tell all members; no topic reads as an empty one."""
    text = event.topic.text if event.topic else ""
    body = f":{event.by} TOPIC {event.channel.name} :{text}"
    words = words_now(moment, body, _author(event.by, step))
    _tell_members(event.channel, words, step)


@announces(ChannelModesChanged)
def channel_modes_changed(
    event: ChannelModesChanged, moment: NextMoment, step: Step
) -> None:
    """Tell all members what changed, in the order in which it did."""
    changes = " ".join(render_modes(event.changes))
    body = f":{event.by} MODE {event.channel.name} {changes}"
    words = words_now(moment, body, _author(event.by, step))
    _tell_members(event.channel, words, step)


def _author(prefix: str, step: Step) -> User | None:
    """Give the user with this prefix, if it is he whose command this is."""
    user = step.session.user
    return user if user.prefix == prefix else None


def _tell_members(
    channel: Channel,
    words: EventWords,
    step: Step,
    about: User | None = None,
    *,
    can_wait: bool = False,
) -> None:
    if about is not None and channel.hides(about):
        step.announce(channel.audience_about(about), words, can_wait=can_wait)
        return
    step.announce(channel.audience, words, can_wait=can_wait)
    step.notes.append(words.past_line(channel.conversation))
