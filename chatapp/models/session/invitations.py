"""INVITATION and OPER: what a server tells those who look after it."""

from typing import TYPE_CHECKING

from chatapp.models.operator_events import (
    BecameOperator,
    InvitationMade,
    InvitationRevoked,
    InvitedOnly,
)
from chatapp.models.session.table import inbound
from chatapp.wire import numerics as n
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from chatapp.models.session.session import Session


@inbound.handles(n.RPL_YOUREOPER)
def operator(session: "Session", message: Message) -> None:
    """Know that one is an operator of the server."""
    del message
    session.emit(BecameOperator())


@inbound.handles("INVITATION", min_params=2)
def invitation(session: "Session", message: Message) -> None:
    """Read what became of invitations; what is listed of each is not needed."""
    what, word = message.params[0].upper(), message.params[1]
    if what in ("END", "ONLY"):
        session.emit(InvitedOnly(word.lower() == "on"))
    elif not (word.isascii() and word.isdigit()):
        return
    elif what == "MADE":
        session.emit(InvitationMade(int(word), message.trailing))
    elif what == "REVOKED":
        session.emit(InvitationRevoked(int(word)))
