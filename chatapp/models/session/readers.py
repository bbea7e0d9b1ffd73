"""Reads each kind of message, new or past, into the line it is in a conversation."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.models.entities import Change, ChatMessage, MessageKind
from chatapp.models.session.lines import make_change, make_line, reason_of_kick
from chatapp.wire import tag_names
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

log = logging.getLogger(__name__)

CTCP = "\x01"
EDIT_MARK = "* "
"""Stands before the new words of a message, for those who know no edits."""
_ACTION = f"{CTCP}ACTION"

Reader = Callable[["Session", Message, str], ChatMessage]


def read(session: "Session", message: Message, room: str) -> ChatMessage:
    """Make the line that a message is in a room.

    Raises:
        KeyError: such a message is never a line.
        IndexError: it lacks a parameter.
    """
    return _READERS[message.command](session, message, room)


def read_past(session: "Session", message: Message, room: str) -> ChatMessage | None:
    """Make the line that a message of a room's past is; None for what is no line."""
    if message.command in ("PRIVMSG", "NOTICE") and is_ctcp_request(message):
        return None
    try:
        return read(session, message, room)
    except (KeyError, IndexError) as error:
        log.debug("A past %s is no line: %s", message.command, type(error).__name__)
        return None


def is_ctcp_request(message: Message) -> bool:
    """Tell whether one program asks something of, or answers, another."""
    text = message.trailing
    return text.startswith(CTCP) and not _is_action(text)


def _is_action(text: str) -> bool:
    return text.startswith(_ACTION) and text[len(_ACTION) :][:1] in ("", " ", CTCP)


def _said(session: "Session", message: Message, room: str) -> ChatMessage:
    text, kind = message.params[1], MessageKind.TEXT
    edited = message.tags.get(tag_names.CHATAPP_EDIT, "")
    if message.command == "PRIVMSG" and edited:
        text = text.removeprefix(EDIT_MARK)
        return make_line(session, message, room, text, MessageKind.EDIT, target=edited)
    if message.command == "NOTICE":
        kind = MessageKind.NOTICE
    elif _is_action(text):
        text = text[len(_ACTION) + 1 :].removesuffix(CTCP)
        kind = MessageKind.ACTION
    return make_line(session, message, room, text, kind)


def _deleted(session: "Session", message: Message, room: str) -> ChatMessage:
    msgid, reason = message.params[1], "".join(message.params[2:])
    kind = MessageKind.DELETION
    return make_line(session, message, room, reason, kind, target=msgid)


def _joined(session: "Session", message: Message, room: str) -> ChatMessage:
    return make_change(session, message, room, Change.JOINED)


def _left(session: "Session", message: Message, room: str) -> ChatMessage:
    reason = "".join(message.params[1:])
    return make_change(session, message, room, Change.LEFT, reason)


def _quit(session: "Session", message: Message, room: str) -> ChatMessage:
    return make_change(session, message, room, Change.QUIT, message.trailing)


def _renamed(session: "Session", message: Message, room: str) -> ChatMessage:
    return make_change(session, message, room, Change.RENAMED, message.params[0])


def _kicked(session: "Session", message: Message, room: str) -> ChatMessage:
    reason, target = reason_of_kick(message), message.params[1]
    return make_change(session, message, room, Change.KICKED, reason, target)


def _topic(session: "Session", message: Message, room: str) -> ChatMessage:
    return make_change(session, message, room, Change.TOPIC, message.params[1])


def _mode(session: "Session", message: Message, room: str) -> ChatMessage:
    changes = " ".join(message.params[1:])
    return make_change(session, message, room, Change.MODE, changes)


_READERS: dict[str, Reader] = {
    "PRIVMSG": _said,
    "NOTICE": _said,
    "JOIN": _joined,
    "PART": _left,
    "QUIT": _quit,
    "NICK": _renamed,
    "KICK": _kicked,
    "TOPIC": _topic,
    "MODE": _mode,
    "REDACT": _deleted,
}
