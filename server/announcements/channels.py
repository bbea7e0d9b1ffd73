"""Who hears of members, topics and modes of a channel."""

from chatapp.wire.modes import render_modes
from server.announcements.table import NextMoment, announces
from server.announcements.words import EventWords
from server.step import Step
from server.world.audience import audience_of
from server.world.capabilities import AWAY_NOTIFY
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
    audience = event.channel.audience
    step.announce(audience, _words(moment, f":{user.prefix} JOIN {event.channel.name}"))
    if user.away is not None:
        others = audience_of(
            session
            for member in event.channel.members
            if member is not user
            for session in member.sessions
        )
        words = _words(moment, f":{user.prefix} AWAY :{user.away}", needs=AWAY_NOTIFY)
        step.announce(others, words)


@announces(ChannelLeft, before=True)
def channel_left(event: ChannelLeft, moment: NextMoment, step: Step) -> None:
    """Tell all members, the one who leaves too."""
    reason = f" :{event.reason}" if event.reason else ""
    body = f":{event.user.prefix} PART {event.channel.name}{reason}"
    step.announce(event.channel.audience, _words(moment, body))


@announces(Kicked, before=True)
def kicked(event: Kicked, moment: NextMoment, step: Step) -> None:
    """Tell all members, the one who is put out too."""
    body = f":{event.by} KICK {event.channel.name} {event.user.nick} :{event.reason}"
    step.announce(event.channel.audience, _words(moment, body))


@announces(Invited)
def invited(event: Invited, moment: NextMoment, step: Step) -> None:
    """Tell the one who is invited."""
    body = f":{event.by.prefix} INVITE {event.user.nick} {event.channel.name}"
    step.announce(audience_of(event.user.sessions), _words(moment, body))


@announces(TopicChanged)
def topic_changed(event: TopicChanged, moment: NextMoment, step: Step) -> None:
    """Tell all members; no topic reads as an empty one."""
    text = event.topic.text if event.topic else ""
    body = f":{event.by} TOPIC {event.channel.name} :{text}"
    step.announce(event.channel.audience, _words(moment, body))


@announces(ChannelModesChanged)
def channel_modes_changed(
    event: ChannelModesChanged, moment: NextMoment, step: Step
) -> None:
    """Tell all members what changed, in the order in which it did."""
    words = " ".join(render_modes(event.changes))
    body = f":{event.by} MODE {event.channel.name} {words}"
    step.announce(event.channel.audience, _words(moment, body))


def _words(moment: NextMoment, body: str, needs: int = 0) -> EventWords:
    now = moment()
    return EventWords(body, now.stamp, now.sequence, needs=needs)
