"""What this session has asked by PING, and which of it a PONG answers."""

from typing import TYPE_CHECKING

from chatapp.models.session.urgency import Urgency
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

MOST_UNANSWERED = 100


def ask(session: "Session", token: str, urgency: Urgency = Urgency.AT_ONCE) -> None:
    """Ask whether the server has come so far; PongHeard follows."""
    session.pings.append(token)
    session.send("PING", token, urgency=urgency)


def answered(session: "Session", pong: Message) -> str:
    """Give the token that a PONG answers; what was asked before is answered as well.

    Where a server repeats none of them, as some do not, it is the oldest: the answers
    come in the order of the questions.
    """
    asked = session.pings
    token = next((each for each in pong.params if each in asked), "")
    if not token:
        return asked.popleft() if asked else pong.trailing
    while asked.popleft() != token:
        pass
    return token
