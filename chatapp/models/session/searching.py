"""SEARCH: asks the server for what was said (soju.im/search)."""

from typing import TYPE_CHECKING

from chatapp.models.session.lines import sender_of
from chatapp.wire.message import Message, render_tags
from chatapp.wire.names import is_channel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chatapp.models.session.session import Session

COMMAND = "SEARCH"


def ask_search(session: "Session", wanted: "Mapping[str, str]") -> None:
    """Ask for what was said; the answer is a batch.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md
    """
    session.send(COMMAND, render_tags(wanted))


def room_of(session: "Session", message: Message) -> str:
    """Tell in which conversation a found message was said."""
    target = message.params[0] if message.params else ""
    if is_channel(target):
        known = session.roster.channel(target)
        return known.name if known else target
    return sender_of(message).nick if session.is_me(target) else target
