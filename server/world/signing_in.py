"""What changes while somebody proves an account, and who he then turns out to be."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server.world.events import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from server.world.channel import Channel
    from server.world.session import Exchange, Session
    from server.world.user import User
    from server.world.world import World

Following = tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class ExchangeChanged(Event):
    """A client began to prove an account, or has done with it (None)."""

    session: "Session"
    exchange: "Exchange | None"


@dataclass(frozen=True, slots=True)
class NickWanted(Event):
    """A client asked for a nick that is another's now; "": for none any more.

    It may prove that the nick is its own, unless it has been refused.
    """

    session: "Session"
    nick: str
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class NickLost(Event):
    """Somebody who has not signed in yet does not have his nick any more."""

    user: "User"


@dataclass(frozen=True, slots=True)
class SessionAttached(Event):
    """A client that signs in belongs to a user who is here already."""

    session: "Session"
    user: "User"


@dataclass(frozen=True, slots=True)
class StayChanged(Event):
    """A user stays without a connection from now on, or does no longer."""

    user: "User"
    stays: bool


@dataclass(frozen=True, slots=True)
class TalksRecalled(Event):
    """With whom an account talked before: identities by the keys of their nicks."""

    user: "User"
    correspondents: "Mapping[str, str]"


@dataclass(frozen=True, slots=True)
class TalksMoved(Event):
    """What somebody said and heard as a guest, of this identity, is his account's."""

    user: "User"
    previous: str
    number: int


@dataclass(frozen=True, slots=True)
class UserReturned(Event):
    """A user who stays without a connection is here again after a restart."""

    user: "User"
    ranks: "Mapping[Channel, str]"


def _take_exchange(_world: "World", event: ExchangeChanged) -> Following:
    event.session.exchange = event.exchange
    return ()


def _want_nick(_world: "World", event: NickWanted) -> Following:
    event.session.wanted_nick = event.nick
    event.session.is_nick_refused = event.is_refused
    return ()


def _lose_nick(world: "World", event: NickLost) -> Following:
    user = event.user
    world.unseat(user)
    user.take_nick("")
    return ()


def _attach(world: "World", event: SessionAttached) -> Following:
    session, user = event.session, event.user
    provisional = session.user
    world.unseat(provisional)
    world.mode_counts.subtract(provisional.modes)
    provisional.sessions.remove(session)
    session.user = user
    user.sessions.append(session)
    for channel in user.channels:
        channel.forget_audience()
    return ()


def _stay(world: "World", event: StayChanged) -> Following:
    world.let_stay(event.user, stays=event.stays)
    return ()


def _recall(_world: "World", event: TalksRecalled) -> Following:
    known = event.user.correspondents
    event.user.correspondents = {**event.correspondents, **known}
    return ()


def _move_talks(world: "World", event: TalksMoved) -> Following:
    user = event.user
    for other in (user, *map(world.user, user.correspondents)):
        known = other.correspondents if other is not None else {}
        for nick_key, identity in known.items():
            if identity == event.previous:
                known[nick_key] = user.id
    return ()


def _return(world: "World", event: UserReturned) -> Following:
    user = event.user
    user.is_registered = True
    world.let_stay(user, stays=True)
    world.seat(user)
    world.registered_users += 1
    world.most_users = max(world.most_users, world.registered_users)
    world.mode_counts.update(user.modes)
    for channel, ranks in event.ranks.items():
        channel.members[user] = ranks
        channel.awaited.pop(user.key, None)
        user.channels[channel] = None
    return ()


SIGN_IN_CHANGES: "dict[type[Event], Callable[[World, Any], Following]]" = {
    ExchangeChanged: _take_exchange,
    NickWanted: _want_nick,
    NickLost: _lose_nick,
    SessionAttached: _attach,
    StayChanged: _stay,
    TalksRecalled: _recall,
    TalksMoved: _move_talks,
    UserReturned: _return,
}
"""For each kind of event of signing in, what it changes."""
