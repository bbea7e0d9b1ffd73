"""What the storage notes of events that nobody waits for: rooms, members, past lines.

A note is written soon and with luck: it holds up, refuses and takes back nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from server.world import channel_events, events, message_events
from server.world.invitations import GuestCame, GuestKept, guest_note
from server.world.leaving import is_missed, missed_after_return_time
from server.world.page import PastLine
from server.world.people_events import AccountChanged, RealnameChanged
from server.world.signing_in import StayChanged, TalksMoved
from server.world.staying import (
    TalkKept,
    TalkMoved,
    UserDropped,
    UserKept,
    lasting_modes,
    moving_notes,
    talk_notes,
    user_note,
)
from server.world.user import identity_of

if TYPE_CHECKING:
    from server.world.channel import Channel, Founder, Topic
    from server.world.channel_modes import Modes
    from server.world.room_id import RoomId
    from server.world.user import User


@dataclass(frozen=True, slots=True)
class RoomKept:
    """A channel has come to be."""

    room: "RoomId"
    modes: "Modes"
    founder: "Founder | None"


@dataclass(frozen=True, slots=True)
class RoomDropped:
    """A channel has ended."""

    room: "RoomId"


@dataclass(frozen=True, slots=True)
class MemberKept:
    """Somebody is in a channel, with these ranks; see `User.known_by`."""

    room: str
    nick_key: str
    known_by: str
    ranks: str


@dataclass(frozen=True, slots=True)
class MemberDropped:
    """Somebody is in a channel no more."""

    room: str
    nick_key: str


Note = (
    PastLine
    | RoomKept
    | RoomDropped
    | MemberKept
    | MemberDropped
    | UserKept
    | UserDropped
    | TalkKept
    | TalkMoved
    | GuestKept
)

Happened = TypeVar("Happened", bound=events.Event)

NOTES: dict[type[events.Event], Callable[[Any], Iterable[Note]]] = {
    message_events.MessageSent: talk_notes,
    TalksMoved: moving_notes,
    GuestCame: guest_note,
}
"""For each kind of event, what is noted of it, asked before it is applied."""


def _notes(
    kind: type[Happened],
) -> Callable[[Callable[[Happened], Iterator[Note]]], None]:
    def add(function: Callable[[Happened], Iterator[Note]]) -> None:
        NOTES[kind] = function

    return add


@_notes(channel_events.ChannelJoined)
def _joined(event: channel_events.ChannelJoined) -> Iterator[Note]:
    channel = event.channel
    if not channel.members and not channel.is_permanent:
        yield _room(channel)
    if channel.lets_back(event.user):
        yield MemberDropped(channel.key, event.user.id)
    yield _member(channel, event.user, event.ranks)


@_notes(channel_events.ChannelLeft)
def _left(event: channel_events.ChannelLeft) -> Iterator[Note]:
    yield MemberDropped(event.channel.key, event.user.key)


@_notes(channel_events.Kicked)
def _put_out(event: channel_events.Kicked) -> Iterator[Note]:
    yield MemberDropped(event.channel.key, event.user.key)


@_notes(events.UserQuit)
def _quit(event: events.UserQuit) -> Iterator[Note]:
    account_key = event.user.account_key
    if event.user.stays and account_key is not None:
        yield UserDropped(account_key)
    for channel in event.user.channels:
        yield MemberDropped(channel.key, event.user.key)
        if is_missed(channel, event.user.known_by):
            yield _absent(channel, event.user.id)


@_notes(AccountChanged)
def _proved(event: AccountChanged) -> Iterator[Note]:
    user, account = event.user, event.account
    known_by = user.address if account is None else identity_of(user.fold(account))
    for channel in user.channels:
        ranks = channel.ranks_of(user)
        yield MemberKept(channel.key, user.key, known_by, ranks)


@_notes(StayChanged)
def _stayed(event: StayChanged) -> Iterator[Note]:
    if event.stays:
        yield user_note(event.user)
    elif (account_key := event.user.account_key) is not None:
        yield UserDropped(account_key)


@_notes(RealnameChanged)
def _called(event: RealnameChanged) -> Iterator[Note]:
    if event.user.stays:
        kept = user_note(event.user).user
        yield UserKept(replace(kept, realname=event.realname))


@_notes(events.UserModesChanged)
def _moded(event: events.UserModesChanged) -> Iterator[Note]:
    if event.user.stays:
        kept = user_note(event.user).user
        yield UserKept(replace(kept, modes=lasting_modes(event.modes)))


@_notes(events.NickChanged)
def _renamed(event: events.NickChanged) -> Iterator[Note]:
    user = event.user
    nick_key = user.fold(event.nick)
    for channel in user.channels:
        yield MemberDropped(channel.key, user.key)
        ranks = channel.ranks_of(user)
        yield MemberKept(channel.key, nick_key, user.known_by, ranks)
    if user.stays:
        kept = user_note(user).user
        yield UserKept(replace(kept, nick=event.nick))


@_notes(channel_events.ChannelModesChanged)
def _ranked(event: channel_events.ChannelModesChanged) -> Iterator[Note]:
    for user, ranks in event.ranks.items():
        yield _member(event.channel, user, ranks)


@_notes(channel_events.ReturnTimeEnded)
def _unvisited(event: channel_events.ReturnTimeEnded) -> Iterator[Note]:
    for nick_key in event.channel.awaited:
        yield MemberDropped(event.channel.key, nick_key)
    for identity in missed_after_return_time(event.channel):
        yield _absent(event.channel, identity)


@_notes(channel_events.ChannelEnded)
def _ended(event: channel_events.ChannelEnded) -> Iterator[Note]:
    yield RoomDropped(event.channel.room_id)


def _room(channel: "Channel") -> RoomKept:
    return RoomKept(channel.room_id, channel.modes, channel.founder)


def _member(channel: "Channel", user: "User", ranks: str) -> MemberKept:
    return MemberKept(channel.key, user.key, user.known_by, ranks)


def _absent(channel: "Channel", identity: str) -> MemberKept:
    """Note whom a channel lets back, where no nick can stand."""
    return MemberKept(channel.key, identity, identity, "")


@dataclass(frozen=True, slots=True)
class KeptRoom:
    """A channel as the storage has it; its members by nicks: how known, their ranks.

    An account that it lets back stands among them by its identity; see `_absent`.
    """

    room: "RoomId"
    modes: "Modes | None"
    topic: "Topic | None"
    members: dict[str, tuple[str, str]]
    founder: "Founder | None" = None
