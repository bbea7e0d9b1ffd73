"""Asks a server that echoes nothing whether it has taken what was said.

A server answers in the order in which it was asked: what stands before the PONG has
come there, and if it was refused, that was told before.
"""

from typing import TYPE_CHECKING

from chatapp.models.session import pings
from chatapp.models.session.facts import Acknowledged
from chatapp.models.session.urgency import Urgency
from chatapp.wire import capabilities

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

_TOKEN = "chatapp-said-"  # noqa: S105 - it tells the PONG from others


def ask(session: "Session", label: str) -> None:
    """Have a message confirmed that went out under this label; Acknowledged follows."""
    if not session.has(capabilities.ECHO_MESSAGE):
        pings.ask(session, f"{_TOKEN}{label}", Urgency.IN_TURN)


def take(session: "Session", token: str) -> None:
    """Know that what was said before this PING has come to the server."""
    if token.startswith(_TOKEN):
        session.emit(Acknowledged(token.removeprefix(_TOKEN)))
