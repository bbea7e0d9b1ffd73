"""Who hears that somebody signs in to an account, or has another host or real name."""

from chatapp.wire.capabilities import ACCOUNT_NOTIFY, CHGHOST, SETNAME
from server.announcements.arrivals import join_words, others_in, tell_ranks
from server.announcements.onlookers import tell_capable
from server.announcements.table import NextMoment, announces
from server.announcements.words import words_now
from server.step import Step
from server.world.audience import audience_of
from server.world.channel import Channel
from server.world.people_events import AccountChanged, HostChanged, RealnameChanged
from server.world.user import User


@announces(AccountChanged, before=True)
def account_changed(event: AccountChanged, moment: NextMoment, step: Step) -> None:
    """Tell with ACCOUNT, once the user has signed in; its tag is the one before.

    Specification: https://ircv3.net/specs/extensions/account-notify
    """
    user = event.user
    if user.is_registered:
        words = words_now(
            moment, f":{user.prefix} ACCOUNT {event.account or '*'}", user
        )
        tell_capable(step, user, _people(user), ACCOUNT_NOTIFY, words)


@announces(RealnameChanged)
def realname_changed(event: RealnameChanged, moment: NextMoment, step: Step) -> None:
    """Tell with SETNAME.

    Specification: https://ircv3.net/specs/extensions/setname
    """
    user = event.user
    words = words_now(moment, f":{user.prefix} SETNAME :{event.realname}", user)
    tell_capable(step, user, _people(user), SETNAME, words)


@announces(HostChanged, before=True)
def host_changes(event: HostChanged, moment: NextMoment, step: Step) -> None:
    """Tell with CHGHOST, or with a QUIT that is none to who does not know that.

    Specification: https://ircv3.net/specs/extensions/chghost
    """
    user = event.user
    if not user.is_registered:
        return
    body = f":{user.prefix} CHGHOST {event.username} {event.host}"
    words = words_now(moment, body, user)
    tell_capable(step, user, _people(user), CHGHOST, words)
    others = (
        session
        for person in user.neighbours()
        for session in person.sessions
        if not session.has(CHGHOST)
    )
    quits = words_now(moment, f":{user.prefix} QUIT :Changing host", user)
    step.announce(audience_of(others), quits)


@announces(HostChanged)
def host_changed(event: HostChanged, moment: NextMoment, step: Step) -> None:
    """Let the user come back for those whom his QUIT was told."""
    for channel in event.user.channels:
        _come_back(event.user, channel, moment, step)


def _come_back(user: User, channel: Channel, moment: NextMoment, step: Step) -> None:
    hearers = audience_of(
        session for session in others_in(user, channel) if not session.has(CHGHOST)
    )
    step.announce(hearers, join_words(user, channel, moment))
    tell_ranks(user, channel, hearers, moment, step)


def _people(user: User) -> list[User]:
    return [user, *user.neighbours()]
