"""What somebody looks for in what was said, and what was found."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from chatapp.models.entities.chat import ChatMessage


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for; what is empty does not matter.

    `words` must all be there, the last one may go on. It was said in `room`, by
    `sender`, not before `after`, and before `before`.
    """

    words: str = ""
    sender: str = ""
    room: str = ""
    after: datetime | None = None
    before: datetime | None = None
    has_link: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it would find everything that was ever said."""
        asked = (self.words, self.sender, self.after, self.before, self.has_link)
        return not any(asked)


@dataclass(frozen=True, slots=True)
class FoundPage:
    """Some of what was found, the newest first.

    Where the server could not be asked, `is_local`, and it may have said the `reason`.
    """

    lines: tuple[ChatMessage, ...] = ()
    is_last: bool = True
    is_local: bool = False
    reason: str = ""


class PanelTab(Enum):
    """A part of the panel at the window's side."""

    SEARCH = auto()
    PINNED = auto()
    SAVED = auto()


@dataclass(frozen=True, slots=True)
class ExcerptPart:
    """A part of what was said, and whether it is what was looked for."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True, slots=True)
class PanelLine:
    """A line of the panel: what was said where, by whom and when."""

    key: str
    room: str
    sender: str
    time: str
    parts: tuple[ExcerptPart, ...]
