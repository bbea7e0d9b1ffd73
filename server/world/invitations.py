"""Invitations: what lets its holder in, how often, until when, and where."""

import hmac
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from chatapp.wire.names import Fold, fold
from server.world.events import Event
from server.world.user import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from server.world.channel import Channel
    from server.world.session import Session
    from server.world.user import User

MAX_INVITATIONS = 1000
"""So many can be in force at a time."""


class Verdict(Enum):
    """Whether an invitation lets somebody in, or why not."""

    LETS_IN = auto()
    UNKNOWN = auto()
    REVOKED = auto()
    EXPIRED = auto()
    USED_UP = auto()


@dataclass(frozen=True, slots=True)
class Invitation:
    """What lets its holder in. Of its token only a digest is known.

    Args:
        number: by which people name it.
        digest: the SHA-256 digest of its token.
        channel: the channel that it opens too, or "".
        made_by: the operator who made it.
        made_at: when, in seconds since 1970.
        ends_at: when it expires, in seconds since 1970; None: never by itself.
        most_guests: how many people it lets in; None: any number.
        revoked_at: when it was taken back; None: it was not.
    """

    number: int
    digest: bytes
    channel: str
    made_by: str
    made_at: int
    ends_at: int | None = None
    most_guests: int | None = None
    revoked_at: int | None = None

    def is_in_force(self, now: int) -> bool:
        """Tell whether it has neither expired nor been taken back."""
        has_expired = self.ends_at is not None and now >= self.ends_at
        return self.revoked_at is None and not has_expired


@dataclass(frozen=True, slots=True)
class InvitationMade(Event):
    """An operator made an invitation."""

    invitation: Invitation

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: always, for it outlives a restart."""
        return True


@dataclass(frozen=True, slots=True)
class InvitationChanged(Event):
    """An invitation was taken back, or its channel has another name."""

    previous: Invitation
    invitation: Invitation

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: always, for it outlives a restart."""
        return True


@dataclass(frozen=True, slots=True)
class EntryDecided(Event):
    """An operator let in only who is invited, or everybody, whatever the settings say.

    `previous` is what was decided before; None: nothing.
    """

    previous: bool | None
    only: bool

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: always, for it outlives a restart."""
        return True


@dataclass(frozen=True, slots=True)
class GuestCame(Event):
    """Somebody came in by an invitation for the first time; see server.world.user.

    `instead_of` is who he was before: a guest whose nick is an account's now, or "".
    """

    number: int
    guest: str
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class TokenOffered(Event):
    """A client that is about to sign in gave an invitation's token, right or wrong."""

    session: "Session"
    token: str


@dataclass(frozen=True, slots=True)
class EntryGranted(Event):
    """A user may come into a channel, by an invitation that opens it."""

    user: "User"
    channel: "Channel"


@dataclass(frozen=True, slots=True)
class GuestKept:
    """Who came in by an invitation, as the storage notes it."""

    number: int
    guest: str
    instead_of: str


class Invitations:
    """All invitations that are known. They are changed by `world.apply` only.

    `only` is whether nobody else is let in; None: nobody has decided that.
    """

    def __init__(self, fold: Fold = fold) -> None:
        """Begin with none; names are compared by their keys."""
        self._fold = fold
        self._invitations: dict[int, Invitation] = {}
        self._guests: dict[int, set[str]] = {}
        self._last_number = 0
        self.only: bool | None = None

    @property
    def next_number(self) -> int:
        """The number that the next one has, which none has had before."""
        return self._last_number + 1

    def go_on_after(self, number: int) -> None:
        """Give no number up to this one again, though nothing be known of it."""
        self._last_number = max(self._last_number, number)

    def find(self, number: int) -> Invitation | None:
        """Give the invitation of this number."""
        return self._invitations.get(number)

    def of_digest(self, digest: bytes) -> Invitation | None:
        """Give the invitation of a token; how long it takes tells nothing of others."""
        found = None
        for each in self._invitations.values():
            if hmac.compare_digest(each.digest, digest):
                found = each
        return found

    def in_force(self, now: int) -> "list[Invitation]":
        """Give those that have neither expired nor been taken back."""
        return [each for each in self._invitations.values() if each.is_in_force(now)]

    def into(self, channel_key: str) -> list[Invitation]:
        """Give those that open a channel."""
        return [
            each
            for each in self._invitations.values()
            if each.channel and self._fold(each.channel) == channel_key
        ]

    def count_guests(self, invitation: Invitation) -> int:
        """Give how many people have come in by it."""
        return len(self._guests.get(invitation.number, ()))

    def known_guest(
        self, invitation: Invitation, account: str | None, nick_key: str
    ) -> str | None:
        """Give as whom somebody has come in by it before; None: he has not.

        Who has made an account of his nick since is the same.
        """
        guests = self._guests.get(invitation.number, ())
        names = [owner_of(account, nick_key)]
        if account is not None:
            names.append(owner_of(None, self._fold(account)))
        return next((name for name in names if name in guests), None)

    def judge(
        self,
        invitation: Invitation | None,
        account: str | None,
        nick_key: str,
        now: int,
    ) -> Verdict:
        """Tell whether an invitation lets somebody in now, in seconds since 1970.

        Whom it has let in already it lets in again. Once it has expired only an account
        proves that one is the same.
        """
        if invitation is None:
            return Verdict.UNKNOWN
        if invitation.revoked_at is not None:
            return Verdict.REVOKED
        is_known = self.known_guest(invitation, account, nick_key) is not None
        if not invitation.is_in_force(now) and not (is_known and account):
            return Verdict.EXPIRED
        most = invitation.most_guests
        if most is not None and not is_known and self.count_guests(invitation) >= most:
            return Verdict.USED_UP
        return Verdict.LETS_IN

    def put(self, invitation: Invitation) -> None:
        """Know an invitation, in place of what was known of it."""
        self.go_on_after(invitation.number)
        self._invitations[invitation.number] = invitation

    def take(self, invitation: Invitation) -> None:
        """Know an invitation no more."""
        self._invitations.pop(invitation.number, None)

    def count(self, number: int, guest: str, instead_of: str = "") -> None:
        """Know that somebody has come in by an invitation."""
        guests = self._guests.setdefault(number, set())
        guests.discard(instead_of)
        guests.add(guest)


def moved_invitations(
    invitations: "Iterable[Invitation]", channel: str
) -> tuple[Event, ...]:
    """Give what happens to invitations into a channel that has another name now."""
    return tuple(
        InvitationChanged(each, replace(each, channel=channel)) for each in invitations
    )


def guest_note(event: GuestCame) -> "Iterable[GuestKept]":
    """Note who came."""
    yield GuestKept(event.number, event.guest, event.instead_of)
