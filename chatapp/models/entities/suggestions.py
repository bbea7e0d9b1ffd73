"""What is offered to somebody who writes: commands, people, rooms and emoji."""

from dataclasses import dataclass
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Emoji:
    """An emoji and its name, which one writes between colons."""

    text: str
    name: str


@dataclass(frozen=True, slots=True)
class EmojiGroup:
    """A titled part of the emoji that there are; `sign` stands for all of it."""

    title: str
    sign: str
    emoji: tuple[Emoji, ...]


class SuggestionKind(Enum):
    """What is offered while one writes."""

    COMMAND = auto()
    PERSON = auto()
    ROOM = auto()
    EMOJI = auto()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that can stand in place of what was written.

    `label` is how it is shown, `detail` is a word about it, `text` is what is written.
    """

    kind: SuggestionKind
    label: str
    text: str
    detail: str = ""
