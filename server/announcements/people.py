"""Who hears of a user's nick, absence, own modes and end."""

from chatapp.wire.capabilities import AWAY_NOTIFY as AWAY_NOTIFY_NAME
from server.announcements.onlookers import tell_watchers
from server.announcements.table import NextMoment, announces
from server.announcements.words import EventWords, words_now
from server.step import Step
from server.world.audience import audience_of
from server.world.capabilities import AWAY_NOTIFY
from server.world.events import AwayChanged, NickChanged, UserModesChanged, UserQuit
from server.world.user import User


@announces(NickChanged, before=True)
def nick_changed(event: NickChanged, moment: NextMoment, step: Step) -> None:
    """Tell the user and all who share a channel with him, once he has signed in."""
    if event.user.is_registered:
        body = f":{event.user.prefix} NICK {event.nick}"
        people = [event.user, *event.user.neighbours()]
        words = words_now(moment, body, event.user)
        _tell(step, people, words)
        _note(step, event.user, words)


@announces(UserQuit, before=True)
def user_quit(event: UserQuit, moment: NextMoment, step: Step) -> None:
    """Tell all who share a channel with the user."""
    user = event.user
    words = words_now(moment, f":{user.prefix} QUIT :{event.reason}", user)
    channels = user.channels
    if len(channels) == 1 and len(user.sessions) == 1:
        audience = next(iter(channels)).audience_about(user)
        step.announce(audience, words, user.sessions[0], can_wait=True)
    else:
        _tell(step, user.neighbours(), words, can_wait=True)
    _note(step, user, words)


@announces(AwayChanged)
def away_changed(event: AwayChanged, moment: NextMoment, step: Step) -> None:
    """Tell who shares a channel, or watches, and asked for away-notify."""
    user = event.user
    text = "" if event.text is None else f" :{event.text}"
    body = f":{user.prefix} AWAY{text}"
    words = words_now(moment, body, user, needs=AWAY_NOTIFY)
    neighbours = user.neighbours()
    _tell(step, neighbours, words, can_wait=True)
    tell_watchers(step, user, neighbours, AWAY_NOTIFY_NAME, words)


@announces(UserModesChanged)
def user_modes_changed(event: UserModesChanged, moment: NextMoment, step: Step) -> None:
    """Tell the user what changed."""
    gone = "".join(sorted(event.previous - event.modes))
    new = "".join(sorted(event.modes - event.previous))
    change = (f"+{new}" if new else "") + (f"-{gone}" if gone else "")
    if change and event.user.is_registered:
        body = f":{event.user.prefix} MODE {event.user.nick} :{change}"
        _tell(step, [event.user], words_now(moment, body, event.user))


def _tell(
    step: Step, people: list[User], words: EventWords, *, can_wait: bool = False
) -> None:
    hearers = audience_of(session for person in people for session in person.sessions)
    step.announce(hearers, words, can_wait=can_wait)


def _note(step: Step, user: User, words: EventWords) -> None:
    """Put what a user did into the past of each channel in which he is seen."""
    step.notes += [
        words.past_line(channel.conversation)
        for channel in user.channels
        if not channel.hides(user)
    ]
