"""What is noted of users of accounts: who stays without a connection, and his talks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.world.user import ACCOUNT_SIGN, GIVEN_BY_SERVER, conversation_key_of

if TYPE_CHECKING:
    from server.world.message_events import MessageSent
    from server.world.signing_in import TalksMoved
    from server.world.user import User


@dataclass(frozen=True, slots=True)
class KeptUser:
    """A user as he is when he comes back after a restart, without a connection."""

    account: str
    account_key: str
    nick: str
    username: str
    host: str
    realname: str
    modes: str


@dataclass(frozen=True, slots=True)
class UserKept:
    """An account's user stays without a connection, and is like this now."""

    user: KeptUser


@dataclass(frozen=True, slots=True)
class UserDropped:
    """An account's user does not stay any more."""

    account_key: str


@dataclass(frozen=True, slots=True)
class TalkKept:
    """Somebody and an account talk: both identities, and the other one's nick."""

    owner: str
    other: str
    nick_key: str
    sequence: int


@dataclass(frozen=True, slots=True)
class TalkMoved:
    """A conversation has another key."""

    previous: str
    key: str


NOBODY: Iterable[TalkKept] = ()


def moving_notes(event: "TalksMoved") -> "Iterator[TalkMoved | TalkKept]":
    """Give what is to be kept of a guest's talks, which are his account's now."""
    user, previous = event.user, event.previous
    for nick_key, identity in user.correspondents.items():
        other = user.id if identity == previous else identity
        yield TalkMoved(
            conversation_key_of(previous, identity), conversation_key_of(user.id, other)
        )
        yield TalkKept(user.id, other, nick_key, event.number)
        if other.startswith(ACCOUNT_SIGN):
            yield TalkKept(other, user.id, user.key, event.number)


def user_note(user: "User") -> UserKept:
    """Give what is to be kept of a user of an account."""
    modes = lasting_modes(user.modes)
    account, key = user.account or "", user.account_key or ""
    told = (user.nick, user.username, user.host, user.realname, modes)
    return UserKept(KeptUser(account, key, *told))


def lasting_modes(modes: frozenset[str]) -> str:
    """Give the modes that somebody still has after a restart: those of his choice."""
    return "".join(sorted(modes - GIVEN_BY_SERVER))


def talk_notes(event: "MessageSent") -> Iterable[TalkKept]:
    """Give with whom an account talks now, if it is for the first time."""
    other = event.recipient
    if other is None:
        return NOBODY
    one = event.sender.user
    if one.account is None and other.account is None:
        return NOBODY
    sequence = event.message.sequence
    return [
        TalkKept(owner.id, partner.id, partner.key, sequence)
        for owner, partner in ((one, other), (other, one))
        if owner.account is not None
        and owner.correspondents.get(partner.key) != partner.id
    ]
