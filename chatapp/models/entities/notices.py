"""What can be done about a notice."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """A button of a notice: its words, and what it does."""

    words: str
    do: Callable[[], object]
