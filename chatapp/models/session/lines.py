"""Turns a message of the wire into a line of a conversation."""

from sys import intern
from typing import TYPE_CHECKING

from chatapp.models.entities import Change, ChatMessage, MessageKind
from chatapp.wire import tag_names
from chatapp.wire.formatting import strip_formatting
from chatapp.wire.message import Message, Source
from chatapp.wire.timestamps import parse_time

if TYPE_CHECKING:
    from datetime import datetime

    from chatapp.models.session.session import Session


_WITH_WORDS = frozenset(
    (MessageKind.TEXT, MessageKind.ACTION, MessageKind.NOTICE, MessageKind.EDIT)
)


def sender_of(message: Message) -> Source:
    """Give who a message comes from; all parts are "" when it does not say."""
    return Source.parse(message.source or "")


def reason_of_kick(message: Message) -> str:
    """Give why somebody was removed; servers put the remover's nick where none is."""
    reason = "".join(message.params[2:])
    return "" if reason == sender_of(message).nick else reason


def make_line(
    session: "Session",
    message: Message,
    room: str,
    text: str,
    kind: MessageKind = MessageKind.TEXT,
    change: Change | None = None,
    target: str = "",
) -> ChatMessage:
    """Make the line that a message is in a conversation."""
    sender = intern(sender_of(message).nick)
    mine = session.is_me(sender)
    return ChatMessage(
        key=session.new_id(),
        room=room,
        sender=sender,
        text=text,
        time=time_of(session, message),
        kind=kind,
        change=change,
        target=target,
        msgid=message.tags.get(tag_names.MSGID, ""),
        client_id=message.tags.get(tag_names.CHATAPP_ID, ""),
        mine=mine,
        mentions_me=not mine and kind in _WITH_WORDS and mentions(session, text),
        reply_to=tag_of(message, tag_names.REPLY),
        author=author_of(message) if kind in _WITH_WORDS else "",
    )


def author_of(message: Message) -> str:
    """Give who sent a message, by address and account, as `is_by_same` takes it.

    Most of what is kept in memory is by few people: each is there once.
    """
    account = message.tags.get(tag_names.ACCOUNT, "")
    return intern(f"{message.source or ''} {account}")


def make_change(
    session: "Session",
    message: Message,
    room: str,
    change: Change,
    text: str = "",
    target: str = "",
) -> ChatMessage:
    """Make the line that tells of a change, such as somebody who joined."""
    return make_line(session, message, room, text, MessageKind.CHANGE, change, target)


def tag_of(message: Message, name: str) -> str:
    """Give the value of a client's tag, under its draft's name or the later one."""
    return message.tags.get(name) or message.tags.get(tag_names.bare(name), "")


def time_of(session: "Session", message: Message) -> "datetime":
    """Give when a message was said: the server's time, else now."""
    try:
        return parse_time(message.tags[tag_names.TIME])
    except (KeyError, ValueError):
        return session.clock()


def mentions(session: "Session", text: str) -> bool:
    """Tell whether a text has one's nick in it, or something else that calls one.

    That is the nick that one waits for, and the words that one has chosen.
    """
    said, words = strip_formatting(text), session.highlight_words()
    nicks = {session.nick, session.wanted_nick}
    folded = session.fold(said)
    if any(_has_word(folded, session.fold(nick)) for nick in nicks):
        return True
    lower = said.casefold() if words else ""
    return any(_has_word(lower, word.casefold()) for word in words)


def _has_word(text: str, word: str) -> bool:
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if not _joins(before) and not _joins(after):
            return True
        start = text.find(word, start + 1)
    return False


def _joins(character: str) -> bool:
    """Tell whether a character beside a nick makes it part of a longer word."""
    return character.isalnum() or (character != "" and character in "_-")
