"""What happens to who looks after a server, as values that the event bus carries."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class BecameOperator:
    """The server takes one for one of its operators, for as long as one is on."""


@dataclass(frozen=True, slots=True)
class InvitationMade:
    """An invitation was made: its number, and the token that nobody tells again."""

    number: int
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class InvitationRevoked:
    """An invitation lets nobody in any more."""

    number: int


@dataclass(frozen=True, slots=True)
class InvitedOnly:
    """Whether the server lets in only who is invited, or everybody."""

    only: bool


OperatorEvent = BecameOperator | InvitationMade | InvitationRevoked | InvitedOnly
