"""Who hears that somebody comes or goes whose nick is watched (MONITOR).

Specification: https://ircv3.net/specs/extensions/monitor
"""

from collections.abc import Iterable

from chatapp.wire.numerics import RPL_MONOFFLINE, RPL_MONONLINE
from server.announcements.table import NextMoment, announces
from server.announcements.words import NO_MSGID, EventWords
from server.step import Step
from server.world.events import NickChanged, SessionRegistered, UserQuit
from server.world.session import Session


@announces(SessionRegistered, before=True)
def session_registered(
    event: SessionRegistered, moment: NextMoment, step: Step
) -> None:
    """Tell that a user has come, with his first session."""
    user = event.session.user
    if user.watchers and not user.is_registered:
        _tell(user.watchers, RPL_MONONLINE, user.prefix, moment, step)


@announces(UserQuit, before=True)
def user_quits(event: UserQuit, moment: NextMoment, step: Step) -> None:
    """Tell that a user has gone."""
    if event.user.watchers:
        _tell(event.user.watchers, RPL_MONOFFLINE, event.user.nick, moment, step)


@announces(NickChanged, before=True)
def nick_is_given_up(event: NickChanged, moment: NextMoment, step: Step) -> None:
    """Tell that nobody has this nick any more."""
    user = event.user
    if user.watchers and user.is_registered and user.fold(event.nick) != user.key:
        _tell(user.watchers, RPL_MONOFFLINE, user.nick, moment, step)


@announces(NickChanged)
def nick_is_taken(event: NickChanged, moment: NextMoment, step: Step) -> None:
    """Tell that somebody has this nick now."""
    user = event.user
    if user.watchers and user.is_registered and user.fold(event.previous) != user.key:
        _tell(user.watchers, RPL_MONONLINE, user.prefix, moment, step)


def _tell(
    watchers: Iterable[Session],
    numeric: str,
    target: str,
    moment: NextMoment,
    step: Step,
) -> None:
    now = moment()
    for session in watchers:
        body = f":{now.server} {numeric} {session.user.nick} :{target}"
        step.tell_apart(session, EventWords(body, now.time, NO_MSGID))
