"""What happens to who looks after a server, as values that the event bus carries."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """What lets its holders in, as the server tells of it.

    Args:
        number: by which people name it.
        came: how many people have come by it.
        most: how many it lets in; None: any number.
        ends_at: when it expires; None: never by itself.
    """

    number: int
    came: int = 0
    most: int | None = None
    ends_at: datetime | None = None

    @property
    def is_used_up(self) -> bool:
        """Whether it has let in as many people as it was made for."""
        return self.most is not None and self.came >= self.most


@dataclass(frozen=True, slots=True)
class BecameOperator:
    """The server takes one for one of its operators, for as long as one is on."""


@dataclass(frozen=True, slots=True)
class InvitationMade:
    """An invitation was made; its token nobody tells again."""

    invitation: Invitation
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class InvitationsListed:
    """These invitations hold now, and no others."""

    invitations: tuple[Invitation, ...]


@dataclass(frozen=True, slots=True)
class InvitationRevoked:
    """An invitation lets nobody in any more."""

    number: int


@dataclass(frozen=True, slots=True)
class InvitedOnly:
    """Whether the server lets in only who is invited, or everybody."""

    only: bool


OperatorEvent = (
    BecameOperator
    | InvitationMade
    | InvitationsListed
    | InvitationRevoked
    | InvitedOnly
)
