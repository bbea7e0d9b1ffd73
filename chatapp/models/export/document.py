"""What an export is of, what it turned out to hold, and what a format has to do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

from chatapp.language import gettext as _
from chatapp.models.entities import ChatMessage, Quote
from chatapp.models.history.bringing_past import Brought
from chatapp.models.storage.periods import Period

EDITED = _("(edited)")
REACTIONS = _("Reactions: {reactions}")
_LONGEST_QUOTE = 140


class ExportFormat(Enum):
    """The formats there are; the value is how names of such files end."""

    HTML = ".html"
    MARKDOWN = ".md"
    JSON = ".json"
    CSV = ".csv"


@dataclass(frozen=True, slots=True)
class About:
    """Of what an export is, when it was made, and what the server was asked for."""

    room: str
    network: str
    topic: str
    made_at: datetime
    brought: Brought
    period: Period = field(default_factory=Period)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: messages, and besides them who came, went or changed what.

    Between its lines some may be missing in so many `holes`.
    """

    brought: Brought
    messages: int = 0
    changes: int = 0
    holes: int = 0


@dataclass(frozen=True, slots=True)
class Wording:
    """How a line is read, and what is said of all of it; called on another thread."""

    line: Callable[[ChatMessage], str]
    contents: Callable[[Contents], str]


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written, and what is in it."""

    path: Path
    contents: Contents


@dataclass(frozen=True, slots=True)
class NotExported:
    """A file could not be written, for the system's reason; nothing is left of it."""

    reason: str


Outcome = Exported | NotExported
Work = Callable[[Callable[[], Outcome], Callable[[Outcome], None]], None]
"""Does something on another thread, and hands its outcome to the main one."""


class Pictures(Protocol):
    """Draws what is a picture in the window, as PNG."""

    def face(self, nick: str) -> bytes:
        """Draw a person."""

    def parts(self, text: str) -> Iterator[str]:
        """Part a text so that every second part is an emoji, beginning with none."""

    def emoji(self, sequence: str) -> bytes | None:
        """Draw an emoji; None where it cannot be drawn."""


class Format(Protocol):
    """Writes lines one after the other; what it gives together is the file.

    `words` of a line are how it is read: for a change a sentence, else its text.
    """

    def begin(self, about: About) -> str:
        """Give what stands before the first line."""

    def line(self, message: ChatMessage, words: str) -> str:
        """Give a line."""

    def end(self, told: str) -> str:
        """Give what stands behind the last line; `told` says what the file holds."""


def quoted(quote: Quote) -> str:
    """Give the beginning of what a message answers, in one line."""
    return " ".join(quote.text[:_LONGEST_QUOTE].split())


def reactions_of(message: ChatMessage) -> str:
    """Tell in one line how people reacted, and who."""
    return "; ".join(
        f"{reaction.emoji} {', '.join(reaction.people)}"
        for reaction in message.reactions
    )
