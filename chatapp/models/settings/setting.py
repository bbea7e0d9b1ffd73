"""What a setting is: where it stands in the file, and which values it may have."""

from dataclasses import dataclass
from datetime import time
from enum import Enum
from typing import Generic, TypeVar

from chatapp.language import gettext as _

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=Enum)


class WrongValue(ValueError):
    """A value of the file makes no sense where it stands."""


class Rule(Generic[Value]):
    """Which values a setting may have, and how the file writes them."""

    @property
    def expected(self) -> str:
        """Say what may stand in the file."""
        raise NotImplementedError

    def read(self, raw: object) -> Value:
        """Give the value that the file means.

        Raises:
            WrongValue: it means none.
        """
        raise NotImplementedError

    def write(self, value: Value) -> object:
        """Give what the file is to hold for a value."""
        return value


class Switch(Rule[bool]):
    """Something is on or off."""

    @property
    def expected(self) -> str:
        """Say what may stand in the file."""
        return _("true or false")

    def read(self, raw: object) -> bool:
        """Take the two values of TOML, and no words or numbers."""
        if not isinstance(raw, bool):
            raise WrongValue
        return raw


@dataclass(frozen=True, slots=True)
class OneOf(Rule[Choice]):
    """One of several words."""

    choices: type[Choice]

    @property
    def expected(self) -> str:
        """Say what may stand in the file."""
        *words, last = (str(each.value) for each in self.choices)
        return _("{several} or {last}").format(several=", ".join(words), last=last)

    def read(self, raw: object) -> Choice:
        """Take a word as it is written here, or in capital letters."""
        try:
            return self.choices(raw.lower() if isinstance(raw, str) else raw)
        except ValueError:
            raise WrongValue from None

    def write(self, value: Choice) -> object:
        """Give the word."""
        return value.value


@dataclass(frozen=True, slots=True)
class Whole(Rule[int]):
    """A whole number within bounds."""

    least: int
    most: int

    @property
    def expected(self) -> str:
        """Say what may stand in the file."""
        return _("a whole number from {least} to {most}").format(
            least=self.least, most=self.most
        )

    def read(self, raw: object) -> int:
        """Take a number, and no text that looks like one."""
        if type(raw) is not int or not self.least <= raw <= self.most:
            raise WrongValue
        return raw


@dataclass(frozen=True, slots=True)
class Number(Rule[float]):
    """A number within bounds."""

    least: float
    most: float

    @property
    def expected(self) -> str:
        """Say what may stand in the file."""
        return _("a number from {least} to {most}").format(
            least=self.least, most=self.most
        )

    def read(self, raw: object) -> float:
        """Take a number, whole or not."""
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            raise WrongValue
        if not self.least <= raw <= self.most:
            raise WrongValue
        return float(raw)


@dataclass(frozen=True, slots=True)
class Text(Rule[str]):
    """A line of text; `example` is what it may look like."""

    example: str
    most: int = 255

    @property
    def expected(self) -> str:
        """Say what may stand in the file."""
        return _("a text such as {example}").format(example=self.example)

    def read(self, raw: object) -> str:
        """Take one line that is not endless."""
        if not isinstance(raw, str) or len(raw) > self.most or not raw.isprintable():
            raise WrongValue
        return raw


class Typed(Rule[Value]):
    """What somebody may type into a field as well as into the file."""

    def typed(self, value: Value) -> str:
        """Write a value as one would type it."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Words(Typed[tuple[str, ...]]):
    """Words and phrases, each of them once; typed with commas between them.

    There are at most `most` of them, of at most `longest` letters each.
    """

    most: int
    longest: int

    @property
    def expected(self) -> str:
        """Say what may stand in the file."""
        return _("a list of at most {most} words of at most {longest} letters").format(
            most=self.most, longest=self.longest
        )

    def read(self, raw: object) -> tuple[str, ...]:
        """Take a list of texts, or a text with commas."""
        listed = raw.split(",") if isinstance(raw, str) else raw
        if not isinstance(listed, list):
            raise WrongValue
        if not all(isinstance(each, str) and each.isprintable() for each in listed):
            raise WrongValue
        words = tuple(dict.fromkeys(filter(None, map(str.strip, listed))))
        if len(words) > self.most or max(map(len, words), default=0) > self.longest:
            raise WrongValue
        return words

    def write(self, value: tuple[str, ...]) -> object:
        """Give the list."""
        return list(value)

    def typed(self, value: tuple[str, ...]) -> str:
        """Give one line of all of them."""
        return ", ".join(value)


@dataclass(frozen=True, slots=True)
class Names(Rule[tuple[str, ...]]):
    """A list of names, each of them once."""

    most: int

    @property
    def expected(self) -> str:
        """Say what may stand in the file."""
        return _("a list of at most {most} names").format(most=self.most)

    def read(self, raw: object) -> tuple[str, ...]:
        """Take a list of texts; what stands there twice counts once."""
        if not isinstance(raw, list) or len(raw) > self.most:
            raise WrongValue
        if not all(isinstance(name, str) for name in raw):
            raise WrongValue
        return tuple(dict.fromkeys(raw))

    def write(self, value: tuple[str, ...]) -> object:
        """Give the newest names, if there are too many."""
        return list(value[-self.most :])


class TimeOfDay(Typed[time]):
    """A time of the day, to the minute."""

    @property
    def expected(self) -> str:
        """Say what may stand in the file."""
        return _("a time such as 22:00")

    def read(self, raw: object) -> time:
        """Take hours and minutes, as a text or as TOML's own time."""
        if isinstance(raw, time):
            return raw.replace(second=0, microsecond=0)
        if not isinstance(raw, str):
            raise WrongValue
        hours, colon, minutes = raw.strip().replace(".", ":").partition(":")
        is_written = hours.isdecimal() and (minutes.isdecimal() or not colon)
        if not is_written or len(hours) > 2 or (colon and len(minutes) != 2):
            raise WrongValue
        try:
            return time(int(hours), int(minutes or 0))
        except ValueError:
            raise WrongValue from None

    def write(self, value: time) -> object:
        """Give hours and minutes."""
        return self.typed(value)

    def typed(self, value: time) -> str:
        """Give hours and minutes."""
        return f"{value:%H:%M}"


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """A row of the table: `[section] key` in the file.

    `summary` says in one sentence what the setting is for.
    """

    section: str
    key: str
    rule: Rule[Value]
    default: Value
    summary: str

    @property
    def name(self) -> str:
        """What it is called: its section and its key."""
        return f"{self.section}.{self.key}"

    @property
    def heading(self) -> str:
        """How it is found in the file."""
        return f"[{self.section}] {self.key}"
