"""Who hears what operators of the server do: KILL, WALLOPS, and notices of acts."""

from server.announcements.table import NextMoment, announces
from server.announcements.words import EventWords, words_now
from server.step import Step
from server.world.audience import audience_of
from server.world.people_events import Killed, NoticeGiven, WallopsSent


@announces(WallopsSent)
def wallops_sent(event: WallopsSent, moment: NextMoment, step: Step) -> None:
    """Tell all who want to hear it (+w).

    Specification: https://modern.ircdocs.horse/#wallops-message
    """
    words = words_now(moment, f":{event.by.prefix} WALLOPS :{event.text}", event.by)
    sessions = (session for user in event.hearers for session in user.sessions)
    step.announce(audience_of(sessions), words)


@announces(NoticeGiven)
def notice_given(event: NoticeGiven, moment: NextMoment, step: Step) -> None:
    """Tell each of them by his nick."""
    now = moment()
    for user in event.hearers:
        body = f":{now.server} NOTICE {user.nick} :{event.text}"
        words = EventWords(body, now.time, now.sequence)
        for session in user.sessions:
            step.tell_apart(session, words)


@announces(Killed)
def killed(event: Killed, moment: NextMoment, step: Step) -> None:
    """Tell the one whom it concerns who did it, and why.

    Specification: https://modern.ircdocs.horse/#kill-message
    """
    body = f":{event.by} KILL {event.user.nick} :{event.reason}"
    words = words_now(moment, body, None)
    for session in event.user.sessions:
        step.tell_apart(session, words)
