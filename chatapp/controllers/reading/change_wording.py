"""Sentences about what people do in a room besides talk, ready to translate."""

from collections.abc import Callable
from dataclasses import replace

from chatapp.controllers.messages.message_wording import (
    DELETED,
    DELETED_BECAUSE,
    DELETED_BY_SOMEBODY,
    EDIT_ON_ITS_WAY,
)
from chatapp.controllers.rooms.mode_wording import changed_settings
from chatapp.language import gettext as _
from chatapp.models.entities import Change, ChatMessage, MessageKind

# What one did oneself, and what somebody else did; each without and with a reason.
_JOINED = _("You joined"), _("{who} joined")
_LEFT = _("You left"), _("{who} left")
_LEFT_BECAUSE = _("You left ({reason})"), _("{who} left ({reason})")
_QUIT = _("You went offline"), _("{who} went offline")
_QUIT_BECAUSE = _("You went offline ({reason})"), _("{who} went offline ({reason})")
_KICKED = _("{target} was removed by you"), _("{target} was removed by {who}")
_KICKED_BECAUSE = (
    _("{target} was removed by you ({reason})"),
    _("{target} was removed by {who} ({reason})"),
)
_RENAMED = _("You are now called {nick}"), _("{who} is now called {nick}")
_TOPIC = _("You set the topic: {topic}"), _("{who} set the topic: {topic}")
_NO_TOPIC = _("You removed the topic"), _("{who} removed the topic")

Templates = tuple[str, str]


def _say(message: ChatMessage, templates: Templates, **others: str) -> str:
    mine, somebodys = templates
    template = mine if message.mine else somebodys
    return template.format(who=message.sender, **others)


def _because(bare: Templates, reasoned: Templates) -> Callable[[ChatMessage], str]:
    def say(message: ChatMessage) -> str:
        templates = reasoned if message.text else bare
        return _say(message, templates, reason=message.text, target=message.target)

    return say


def _topic(message: ChatMessage) -> str:
    return _say(message, _TOPIC if message.text else _NO_TOPIC, topic=message.text)


CHANGES: dict[Change, Callable[[ChatMessage], str]] = {
    Change.JOINED: lambda message: _say(message, _JOINED),
    Change.LEFT: _because(_LEFT, _LEFT_BECAUSE),
    Change.QUIT: _because(_QUIT, _QUIT_BECAUSE),
    Change.KICKED: _because(_KICKED, _KICKED_BECAUSE),
    Change.RENAMED: lambda message: _say(message, _RENAMED, nick=message.text),
    Change.TOPIC: _topic,
    Change.MODE: changed_settings,
}


def present(message: ChatMessage) -> ChatMessage:
    """Return the message as it is to be read: a change becomes a sentence."""
    if message.kind is MessageKind.DELETED:
        words = DELETED_BECAUSE if message.text else DELETED
        words = words if message.target else DELETED_BY_SOMEBODY
        return replace(
            message, text=words.format(by=message.target, reason=message.text)
        )
    if message.kind is MessageKind.EDIT:
        return replace(message, text=EDIT_ON_ITS_WAY.format(text=message.text))
    if message.change is None:
        return message
    return replace(message, text=CHANGES[message.change](message))
