"""What this session has asked by PING, and which of it a PONG answers."""

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from chatapp.models.session.urgency import Urgency
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

MOST_UNANSWERED = 100
_OURS = "chatapp-"
"""How every token of ours begins."""


class Question(NamedTuple):
    """A PING that is not answered yet; it may have to wait before it leaves."""

    token: str
    urgency: Urgency


def ask(session: "Session", token: str, urgency: Urgency = Urgency.AT_ONCE) -> None:
    """Ask whether the server has come so far; PongHeard follows.

    Args:
        session: what asks.
        token: what tells the answer from others; it begins with "chatapp-".
        urgency: how soon it leaves. What is more urgent overtakes it.
    """
    session.pings.append(Question(token, urgency))
    session.send("PING", token, urgency=urgency)


def answered(session: "Session", pong: Message) -> str:
    """Give the token that a PONG answers.

    What was asked before, and left no later, is answered as well. Where a server
    repeats no token, as some do not, it is the oldest of the most urgent questions:
    those that may still wait to leave count as answered last.
    """
    asked = session.pings
    question = next((each for each in asked if each.token in pong.params), None)
    if question is None:
        if not asked or pong.trailing.startswith(_OURS):
            return pong.trailing
        question = min(asked, key=attrgetter("urgency"))
    _forget_until(session, question)
    return question.token


def _forget_until(session: "Session", question: Question) -> None:
    """Await no more this question, and what left before it."""
    asked = list(session.pings)
    at = asked.index(question)
    waits = [each for each in asked[:at] if each.urgency > question.urgency]
    session.pings.clear()
    session.pings.extend(waits + asked[at + 1 :])
