"""What a setting may be: each rule checks one value and says what it expects."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from chatapp.wire.names import check_channel
from chatapp.wire.ports import HIGHEST_PORT
from chatapp.wire.sasl import PLAIN, SCRAM_SHA_256

_HOST_CHARACTERS = re.compile(r"[0-9A-Za-z.:%_-]*")
_SERVER_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,62}")
_LONGEST_CHANNEL = 200
_LONGEST_PATH = 4_096


class Rule(Protocol):
    """Checks a value."""

    @property
    def expected(self) -> str:
        """What the value has to be, to stand after "expected"."""

    def allows(self, value: object) -> bool:
        """Tell whether a value is right."""

    def read(self, text: str) -> object:
        """Give the value that a text means; the text itself where it means none."""


def key(
    default: Any,
    rule: Rule,
    summary: str,
    *,
    at_start: bool = False,
    advice: str = "",
) -> Any:
    """Make a key of a section.

    Args:
        default: its value where nothing is set.
        rule: what it may be.
        summary: what it is for, in one sentence.
        at_start: whether a change needs a restart; otherwise SIGHUP takes it over.
        advice: what to do who gives another value, in one sentence.
    """
    metadata = {"rule": rule, "summary": summary, "at_start": at_start}
    return field(default=default, metadata={**metadata, "advice": advice})


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number between two others."""

    least: int
    most: int

    @property
    def expected(self) -> str:
        """What the value has to be."""
        return f"a whole number from {self.least} to {self.most}"

    def allows(self, value: object) -> bool:
        """Tell whether a value is right."""
        if not isinstance(value, int) or isinstance(value, bool):
            return False
        return self.least <= value <= self.most

    def read(self, text: str) -> object:
        """Give the value that a text means."""
        return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else text


@dataclass(frozen=True, slots=True)
class Text:
    """A text, of one line unless `lines` allows more."""

    longest: int
    lines: bool = False

    @property
    def expected(self) -> str:
        """What the value has to be."""
        kind = "a text" if self.lines else "a text on one line"
        return f"{kind} of at most {self.longest} characters"

    def allows(self, value: object) -> bool:
        """Tell whether a value is right."""
        if not isinstance(value, str) or len(value) > self.longest or "\0" in value:
            return False
        return self.lines or ("\n" not in value and "\r" not in value)

    def read(self, text: str) -> object:
        """Give the value that a text means."""
        return text


@dataclass(frozen=True, slots=True)
class FilePath:
    """The path of a file, which may begin with "~" or "~name" for a home folder."""

    expected: str = (
        f"a path of at most {_LONGEST_PATH:,} characters, in a home folder that there"
        ' is if it begins with "~"'
    )

    def allows(self, value: object) -> bool:
        """Tell whether a value is right."""
        if not isinstance(value, str) or not Text(_LONGEST_PATH).allows(value):
            return False
        try:
            Path(value).expanduser()
        except RuntimeError:
            return False
        return True

    def read(self, text: str) -> object:
        """Give the value that a text means."""
        return text


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of a certain form."""

    pattern: re.Pattern[str]
    expected: str

    def allows(self, value: object) -> bool:
        """Tell whether a value is right."""
        return isinstance(value, str) and self.pattern.fullmatch(value) is not None

    def read(self, text: str) -> object:
        """Give the value that a text means."""
        return text


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def expected(self) -> str:
        """What the value has to be."""
        return " or ".join(f'"{word}"' for word in self.words)

    def allows(self, value: object) -> bool:
        """Tell whether a value is right."""
        return value in self.words

    def read(self, text: str) -> object:
        """Give the value that a text means."""
        return text


@dataclass(frozen=True, slots=True)
class YesOrNo:
    """True or false."""

    expected: str = "true or false"

    def allows(self, value: object) -> bool:
        """Tell whether a value is right."""
        return isinstance(value, bool)

    def read(self, text: str) -> object:
        """Give the value that a text means."""
        return {"true": True, "false": False}.get(text.lower(), text)


@dataclass(frozen=True, slots=True)
class ChannelNames:
    """A list of names of channels."""

    expected: str = 'a list of channels, such as ["#lobby"]'

    def allows(self, value: object) -> bool:
        """Tell whether a value is right."""
        return isinstance(value, list | tuple) and all(map(_names_a_channel, value))

    def read(self, text: str) -> object:
        """Give the value that a text means: names with commas or blanks between."""
        return re.findall(r"[^\s,]+", text)


@dataclass(frozen=True, slots=True)
class SomeOf:
    """A list of at least one of a few words."""

    words: tuple[str, ...]

    @property
    def expected(self) -> str:
        """What the value has to be."""
        return f"a list of at least one of {', '.join(self.words)}"

    def allows(self, value: object) -> bool:
        """Tell whether a value is right."""
        if not isinstance(value, list | tuple) or not value:
            return False
        return all(word in self.words for word in value)

    def read(self, text: str) -> object:
        """Give the value that a text means: words with commas or blanks between."""
        return re.findall(r"[^\s,]+", text)


def _names_a_channel(value: object) -> bool:
    return isinstance(value, str) and check_channel(value, _LONGEST_CHANNEL) is None


HOST = Pattern(
    _HOST_CHARACTERS, 'an address of this machine, or "" for all of its addresses'
)
SERVER_NAME = Pattern(
    _SERVER_NAME, "a name of letters, digits, dots and hyphens, such as chat.example"
)
PORT = WholeNumber(0, HIGHEST_PORT)
YES_OR_NO = YesOrNo()
FILE_PATH = FilePath()
CHANNEL_NAMES = ChannelNames()
MECHANISMS = SomeOf((PLAIN, SCRAM_SHA_256))
