"""INVITATION and OPER: what a server tells those who look after it."""

from typing import TYPE_CHECKING

from chatapp.models.events import PeopleChanged
from chatapp.models.hosting.operator_events import (
    BecameOperator,
    Invitation,
    InvitationMade,
    InvitationRevoked,
    InvitationsListed,
    InvitedOnly,
)
from chatapp.models.session.table import inbound
from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.timestamps import parse_time
from chatapp.wire.whole_numbers import whole_number

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

_ANY = "*"
_MOST_LISTED = 1000
"""So many a server of ours has at most; a list without an end is not collected."""


@inbound.handles(n.RPL_YOUREOPER)
def operator(session: "Session", message: Message) -> None:
    """Know that one is an operator of the server."""
    del message
    session.is_server_operator = True
    session.emit(BecameOperator())
    for channel in session.roster.channels():
        session.emit(PeopleChanged(channel))


@inbound.handles("INVITATION", min_params=2)
def invitation(session: "Session", message: Message) -> None:
    """Read what became of invitations; a list is told when it is whole."""
    what, word = message.params[0].upper(), message.params[1]
    match what:
        case "END":
            session.emit(InvitationsListed(tuple(session.listed_invitations)))
            session.listed_invitations.clear()
            session.emit(InvitedOnly(word.lower() == "on"))
        case "ONLY":
            session.emit(InvitedOnly(word.lower() == "on"))
        case "REVOKED":
            number = whole_number(word)
            if number is not None:
                session.emit(InvitationRevoked(number))
        case "MADE" | "ENTRY":
            read = _read(message)
            if read and what == "MADE":
                session.emit(InvitationMade(read, message.trailing))
            elif read and len(session.listed_invitations) < _MOST_LISTED:
                session.listed_invitations.append(read)


def _read(message: Message) -> Invitation | None:
    """Read number, channel, who came, who may come, and the end; None: it is none."""
    if len(message.params) < 6:
        return None
    _, number, _, came, most, ends_at = message.params[:6]
    numbers = whole_number(number), whole_number(came)
    if numbers[0] is None or numbers[1] is None:
        return None
    try:
        end = None if ends_at == _ANY else parse_time(ends_at)
    except ValueError:
        return None
    return Invitation(numbers[0], numbers[1], whole_number(most), end)
