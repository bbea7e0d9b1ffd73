"""TAGMSG: what is told by tags alone, without a text."""

from typing import TYPE_CHECKING

from chatapp.models.session.conversation import room_of
from chatapp.models.session.reacting import reaction_in
from chatapp.models.session.table import inbound
from chatapp.models.session.typing import typing_in
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from chatapp.models.session.session import Session


@inbound.handles("TAGMSG", min_params=1)
def take_tags(session: "Session", message: Message) -> None:
    """Take in who is writing, and how people react to what was said."""
    room = room_of(session, message)
    if not room:
        return
    for told in (
        typing_in(session, message, room),
        reaction_in(session, message, room),
    ):
        if told:
            session.emit(told)
