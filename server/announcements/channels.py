"""Who hears of members, topics and modes of a channel."""

from chatapp.wire.modes import render_modes
from server.announcements.table import NextMoment, announces
from server.announcements.words import words_now
from server.step import Step
from server.world.audience import audience_of
from server.world.capabilities import AWAY_NOTIFY
from server.world.channel import Channel
from server.world.events import (
    ChannelJoined,
    ChannelLeft,
    ChannelModesChanged,
    Invited,
    Kicked,
    TopicChanged,
)


@announces(ChannelJoined)
def channel_joined(event: ChannelJoined, moment: NextMoment, step: Step) -> None:
    """Tell all members, the new one too; and that he is away, to who asked for it."""
    user = event.user
    body = f":{user.prefix} JOIN {event.channel.name}"
    _tell_members(event.channel, body, moment, step)
    if user.away is not None:
        others = audience_of(
            session
            for member in event.channel.members
            if member is not user
            for session in member.sessions
        )
        words = words_now(
            moment, f":{user.prefix} AWAY :{user.away}", needs=AWAY_NOTIFY
        )
        step.announce(others, words)


@announces(ChannelLeft, before=True)
def channel_left(event: ChannelLeft, moment: NextMoment, step: Step) -> None:
    """Tell all members, the one who leaves too."""
    reason = f" :{event.reason}" if event.reason else ""
    body = f":{event.user.prefix} PART {event.channel.name}{reason}"
    _tell_members(event.channel, body, moment, step)


@announces(Kicked, before=True)
def kicked(event: Kicked, moment: NextMoment, step: Step) -> None:
    """Tell all members, the one who is put out too."""
    body = f":{event.by} KICK {event.channel.name} {event.user.nick} :{event.reason}"
    _tell_members(event.channel, body, moment, step)


@announces(Invited)
def invited(event: Invited, moment: NextMoment, step: Step) -> None:
    """Tell the one who is invited."""
    body = f":{event.by.prefix} INVITE {event.user.nick} {event.channel.name}"
    step.announce(audience_of(event.user.sessions), words_now(moment, body))


@announces(TopicChanged)
def topic_changed(event: TopicChanged, moment: NextMoment, step: Step) -> None:
    """Tell all members; no topic reads as an empty one."""
    text = event.topic.text if event.topic else ""
    body = f":{event.by} TOPIC {event.channel.name} :{text}"
    _tell_members(event.channel, body, moment, step)


@announces(ChannelModesChanged)
def channel_modes_changed(
    event: ChannelModesChanged, moment: NextMoment, step: Step
) -> None:
    """Tell all members what changed, in the order in which it did."""
    words = " ".join(render_modes(event.changes))
    body = f":{event.by} MODE {event.channel.name} {words}"
    _tell_members(event.channel, body, moment, step)


def _tell_members(channel: Channel, body: str, moment: NextMoment, step: Step) -> None:
    words = words_now(moment, body)
    step.announce(channel.audience, words)
    step.notes.append(words.past_line(channel.key))
