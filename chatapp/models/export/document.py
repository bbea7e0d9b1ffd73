"""What an export is of, and what every format of one has to be able to do."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chatapp.models.entities import ChatMessage


@dataclass(frozen=True, slots=True)
class Period:
    """From one moment on, and until before another; None: without an end."""

    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Of what an export is, and when it was made."""

    room: str
    network: str
    topic: str
    made_at: datetime
    period: Period = Period()


class Format(Protocol):
    """Writes lines one after the other; what it gives together is the file.

    `words` of a line are how it is read: for a change a sentence, else its text.
    """

    def begin(self, about: About) -> str:
        """Give what stands before the first line."""

    def line(self, message: ChatMessage, words: str) -> str:
        """Give a line."""

    def end(self) -> str:
        """Give what stands behind the last line."""
