"""Tags with +typing: who is writing now (https://ircv3.net/specs/client-tags/typing)."""

from typing import TYPE_CHECKING

from chatapp.models.entities import ChatMessage, Typing
from chatapp.models.events import TypingHeard
from chatapp.models.session.lines import sender_of
from chatapp.wire import capabilities, tag_names
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

LABEL = "typing"
"""Under which the server answers what tells of writing, if it answers at all."""
_STATES = {state.value: state for state in Typing}


def typing_in(session: "Session", message: Message, room: str) -> TypingHeard | None:
    """Read whether somebody writes, pauses, or has given up what was written."""
    state = _STATES.get(message.tags.get(tag_names.TYPING, ""))
    sender = sender_of(message).nick
    if state and sender and not session.is_me(sender):
        return TypingHeard(room, sender, state)
    return None


def ended_by(line: ChatMessage) -> TypingHeard:
    """Tell that who has said something writes it no more."""
    return TypingHeard(line.room, line.sender, Typing.DONE)


def tell_typing(session: "Session", room: str, state: Typing) -> None:
    """Tell a conversation that one writes, where the server carries such things."""
    if session.has(capabilities.MESSAGE_TAGS) and session.isupport.lets_through(
        tag_names.TYPING
    ):
        tags = {tag_names.TYPING: state.value}
        if session.has(capabilities.LABELED_RESPONSE):
            tags[tag_names.LABEL] = LABEL
        else:
            session.told_typing.add(session.fold(room))
        session.send("TAGMSG", room, tags=tags)


def forget(session: "Session", room: str) -> bool:
    """Know that what comes now refuses none of what was told of writing there.

    One has said something there since, has left it, or was refused already.

    Returns:
        Whether one has told of writing there.
    """
    key = session.fold(room)
    was_told = key in session.told_typing
    session.told_typing.discard(key)
    return was_told
