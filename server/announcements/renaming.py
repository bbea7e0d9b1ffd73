"""Who hears that a channel has another name, and in which words.

Specification: https://ircv3.net/specs/extensions/channel-rename
"""

from chatapp.wire.capabilities import CHANNEL_RENAME
from server.announcements.arrivals import join_words
from server.announcements.table import NextMoment, announces
from server.announcements.words import words_now
from server.step import Step
from server.world.audience import audience_of
from server.world.renaming import ChannelRenamed
from server.world.session import Session


@announces(ChannelRenamed)
def channel_renamed(event: ChannelRenamed, moment: NextMoment, step: Step) -> None:
    """Tell with RENAME, or let each who does not know that leave and return."""
    sessions = [each for member in event.channel.members for each in member.sessions]
    body = f":{event.by} RENAME {event.room.name} {event.name} :{event.reason}"
    words = words_now(moment, body, step.session.user)
    step.announce(
        audience_of(each for each in sessions if each.has(CHANNEL_RENAME)), words
    )
    if event.room.key != event.key:
        for session in sessions:
            if not session.has(CHANNEL_RENAME):
                _let_return(session, event, moment, step)


def _let_return(
    session: Session, event: ChannelRenamed, moment: NextMoment, step: Step
) -> None:
    user = session.user
    reason = f" :{event.reason}" if event.reason else ""
    part = f":{user.prefix} PART {event.room.name}{reason}"
    step.tell_words(session, words_now(moment, part, user))
    step.tell_words(session, join_words(user, event.channel, moment))
