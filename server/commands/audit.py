"""Tells what operators of the server do: in the log, and to the other operators."""

import logging
from typing import TYPE_CHECKING

from server.log_lines import log_event
from server.world.people_events import NoticeGiven
from server.world.user import OPERATOR, SERVER_NOTICES

if TYPE_CHECKING:
    from server.commands.context import Context

log = logging.getLogger(__name__)


def author_of(context: "Context") -> str:
    """Give who acts, as log and bans name him."""
    return context.user.operator or context.user.nick or context.session.address


def note_act(
    context: "Context", act: str, sentence: str, **fields: str | int | None
) -> None:
    """Log an act of an operator, and tell the others.

    Args:
        context: whose act it is.
        act: in one word, for the log.
        sentence: what the other operators read; it begins behind the author's name.
        fields: what else the log says.
    """
    author = author_of(context)
    log_event(
        log,
        "operator-act",
        act=act,
        operator=author,
        nick=context.user.nick or None,
        address=context.session.address,
        **fields,
    )
    tell_operators(context, f"{author} {sentence}")


def note_limit(context: "Context", limit: str, sentence: str) -> None:
    """Log that a limit was hit, and tell the operators what they can do; seldom."""
    address = context.session.address
    if context.services.limit_notices.may_tell((limit, address)):
        log_event(log, "limit-hit", limit=limit, address=address)
        tell_operators(context, f"{address} {sentence}")


def tell_operators(context: "Context", text: str) -> None:
    """Tell something to those operators who hear the server's notices (+s)."""
    hearers = tuple(
        user
        for user in context.world.registered()
        if user is not context.user and user.modes >= {OPERATOR, SERVER_NOTICES}
    )
    if hearers:
        context.commit(NoticeGiven(hearers, text))
