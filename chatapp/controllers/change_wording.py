"""Sentences about what people do in a room besides talk, ready to translate."""

from collections.abc import Callable

from chatapp.controllers.mode_wording import changed_settings
from chatapp.models.entities import Change, ChatMessage


def _who(message: ChatMessage) -> str:
    return "You" if message.mine else message.sender


def _is(message: ChatMessage) -> str:
    return "are" if message.mine else "is"


def _because(reason: str) -> str:
    return f" ({reason})" if reason else ""


def _topic(message: ChatMessage) -> str:
    if not message.text:
        return f"{_who(message)} removed the topic"
    return f"{_who(message)} set the topic: {message.text}"


CHANGES: dict[Change, Callable[[ChatMessage], str]] = {
    Change.JOINED: lambda m: f"{_who(m)} joined",
    Change.LEFT: lambda m: f"{_who(m)} left{_because(m.text)}",
    Change.QUIT: lambda m: f"{_who(m)} went offline{_because(m.text)}",
    Change.KICKED: lambda m: f"{m.target} was removed by {_who(m)}{_because(m.text)}",
    Change.RENAMED: lambda m: f"{_who(m)} {_is(m)} now called {m.text}",
    Change.TOPIC: _topic,
    Change.MODE: changed_settings,
}
