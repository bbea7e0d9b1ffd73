"""TAGMSG with +draft/react: emoji that people put on messages, and take off again.

Specification: https://ircv3.net/specs/client-tags/react
"""

from typing import TYPE_CHECKING
from unicodedata import category

from chatapp.models.session.facts import ReactionTold
from chatapp.models.session.lines import sender_of, tag_of, time_of
from chatapp.wire import capabilities, tag_names
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

LONGEST = 64
_BREAKING = ("Cc", "Cs", "Zl", "Zp")


def reaction_in(session: "Session", message: Message, room: str) -> ReactionTold | None:
    """Read the reaction that tags without a text tell of, if that is what they do."""
    put_on = tag_of(message, tag_names.REACT)
    emoji = put_on or tag_of(message, tag_names.UNREACT)
    msgid, sender = tag_of(message, tag_names.REPLY), sender_of(message).nick
    if not (msgid and sender and _can_be_shown(emoji)):
        return None
    return ReactionTold(
        room,
        msgid,
        emoji,
        sender,
        time_of(session, message),
        bool(put_on),
        session.is_me(sender),
        message.tags.get(tag_names.MSGID, ""),
    )


def _can_be_shown(emoji: str) -> bool:
    """Tell whether this is a short text in one line, as a joined emoji is, too."""
    is_line = not any(category(letter) in _BREAKING for letter in emoji)
    return is_line and 0 < len(emoji) <= LONGEST


def can_answer(session: "Session") -> bool:
    """Tell whether this server carries to others which message one answers."""
    return session.has(capabilities.MESSAGE_TAGS) and session.isupport.lets_through(
        tag_names.REPLY
    )


def can_react(session: "Session") -> bool:
    """Tell whether this server carries reactions to others."""
    return can_answer(session) and session.isupport.lets_through(tag_names.REACT)


def react(
    session: "Session", room: str, msgid: str, emoji: str, *, is_on: bool
) -> None:
    """Put an emoji on a message, or take it off.

    Raises:
        MalformedMessage: it cannot be written on the wire.
    """
    name = tag_names.REACT if is_on else tag_names.UNREACT
    session.send("TAGMSG", room, tags={tag_names.REPLY: msgid, name: emoji})
