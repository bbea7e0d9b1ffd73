"""Turns one line of the wire into a Message and a Message into one line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

_ESCAPES = {";": r"\:", " ": r"\s", "\\": r"\\", "\r": r"\r", "\n": r"\n"}
_UNESCAPES = {":": ";", "s": " ", "\\": "\\", "r": "\r", "n": "\n"}
_TO_ESCAPE = re.compile(r"[; \\\r\n]")
_ESCAPED = re.compile(r"\\(.?)", re.DOTALL)
_BREAKS_A_LINE = frozenset("\r\n\0")
_NOT_IN_TAG_KEY = frozenset("=; \0\r\n")


class MalformedMessage(ValueError):
    """The line, or the message that should become one, breaks the wire's grammar."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the protocol, in either direction.

    Specification: https://modern.ircdocs.horse/#message-format and
    https://ircv3.net/specs/extensions/message-tags

    Args:
        command: the verb in capitals, or a numeric of three digits.
        params: the parameters; only the last may be empty, hold spaces or begin
            with a colon.
        tags: tag values without escapes; a tag without a value has "".
        source: who it comes from, as written on the wire, without the colon.
    """

    command: str
    params: tuple[str, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict, hash=False)
    source: str | None = None

    @classmethod
    def parse(cls, line: str) -> Self:
        """Read one line.

        Spaces between the parts may be repeated, and only U+0020 parts them
        (https://modern.ircdocs.horse/#parameters). A command in ASCII becomes
        capitals; any other stays, for an unknown command is not a broken line.

        Args:
            line: the text without its CR LF, as LineBuffer gives it.

        Raises:
            MalformedMessage: there is no command, or the line holds CR, LF or NUL.
        """
        if "\r" in line or "\n" in line or "\0" in line:
            raise MalformedMessage("A message cannot contain CR, LF or NUL.")
        tags: dict[str, str] = {}
        source = None
        rest = line
        if rest[:1] == "@":
            tag_text, _, rest = rest[1:].partition(" ")
            tags = parse_tags(tag_text)
        if rest[:1] == " ":
            rest = rest.lstrip(" ")
        if rest[:1] == ":":
            source, _, rest = rest[1:].partition(" ")
        words = _split_params(rest)
        if not words:
            raise MalformedMessage("The message has no command.")
        command = words.pop(0)
        if command.isascii():  # "ß".upper() is "SS": other letters stay as they are
            command = command.upper()
        return cls(command, tuple(words), tags, source or None)

    def render(self) -> str:
        """Write the message as one line, without CR LF.

        The last parameter is given a colon only where it needs one.

        Raises:
            MalformedMessage: a part cannot be written: CR, LF or NUL outside a tag
                value, NUL in one, an empty part, a space in it, or a colon in front
                of it, where none may be.
        """
        parts: list[str] = []
        if self.tags:
            parts.append("@" + render_tags(self.tags))
        if self.source is not None:
            _require_word(self.source)
            parts.append(":" + self.source)
        _require_word(self.command, forbidden_starts=(":", "@"))
        parts.append(self.command)
        if self.params:
            for param in self.params[:-1]:
                _require_word(param)
            parts.extend(self.params[:-1])
            parts.append(_render_last(self.params[-1]))
        line = " ".join(parts)
        if "\r" in line or "\n" in line or "\0" in line:
            raise MalformedMessage("A message cannot contain CR, LF or NUL.")
        return line

    @property
    def trailing(self) -> str:
        """The last parameter, or "" when there is none."""
        return self.params[-1] if self.params else ""


@dataclass(frozen=True, slots=True)
class Source:
    """Who a message comes from: a user, or a server whose name stands as nick.

    Specification: https://modern.ircdocs.horse/#source. Parts that the text does
    not have are "".
    """

    nick: str
    user: str = ""
    host: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "nick!user@host", "nick@host" or "nick" (or a server's name)."""
        name, _, host = text.partition("@")
        nick, _, user = name.partition("!")
        return cls(nick, user, host)

    def __str__(self) -> str:
        user = f"!{self.user}" if self.user else ""
        host = f"@{self.host}" if self.host else ""
        return f"{self.nick}{user}{host}"


def escape_tag_value(text: str) -> str:
    """Give a tag value as it is written on the wire.

    Specification: https://ircv3.net/specs/extensions/message-tags#escaping-values
    """
    if _TO_ESCAPE.search(text) is None:
        return text
    return _TO_ESCAPE.sub(lambda match: _ESCAPES[match[0]], text)


def unescape_tag_value(text: str) -> str:
    """Give a tag value as it is meant; an unknown escape is the character itself.

    Specification: https://ircv3.net/specs/extensions/message-tags#escaping-values
    """
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda match: _UNESCAPES.get(match[1], match[1]), text)


def parse_tags(text: str) -> dict[str, str]:
    """Read tags, for instance "id=123;+typing=active", into names and values.

    The last of two tags with one name counts; no name is refused, as
    https://ircv3.net/specs/extensions/message-tags#rules-for-naming-message-tags
    asks of who receives.

    Args:
        text: the tags without the "@" in front and the space behind them.
    """
    tags: dict[str, str] = {}
    for tag in text.split(";"):
        key, _, value = tag.partition("=")
        if key:
            tags[key] = unescape_tag_value(value) if "\\" in value else value
    return tags


def render_tags(tags: Mapping[str, str]) -> str:
    """Write tags in their order, without the "@" in front.

    Raises:
        MalformedMessage: a name is empty or has a character that would end it.
    """
    parts = []
    for key, value in tags.items():
        if not key or not _NOT_IN_TAG_KEY.isdisjoint(key):
            raise MalformedMessage("Such a name cannot be the name of a tag.")
        parts.append(f"{key}={escape_tag_value(value)}" if value else key)
    return ";".join(parts)


def can_be_named(name: str) -> bool:
    """Tell whether a name can stand as a parameter that is not the last."""
    return _is_word(name) and _BREAKS_A_LINE.isdisjoint(name)


def _split_params(text: str) -> list[str]:
    middle, colon, trailing = text.partition(" :")
    words = middle.split(" ")
    if "" in words:
        words = [word for word in words if word]
    if colon and words:
        words.append(trailing)
    return words


def _require_word(text: str, forbidden_starts: tuple[str, ...] = (":",)) -> None:
    if not _is_word(text, forbidden_starts):
        raise MalformedMessage("Such a part can only stand as the last parameter.")


def _is_word(text: str, forbidden_starts: tuple[str, ...] = (":",)) -> bool:
    return text != "" and " " not in text and not text.startswith(forbidden_starts)


def _render_last(param: str) -> str:
    if not param or " " in param or param[0] == ":":
        return ":" + param
    return param
