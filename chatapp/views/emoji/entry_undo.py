"""Brings back what stood in an entry before, emoji included, which Tk itself cannot."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chatapp.views.emoji.emoji_entry import EmojiEntry

MOST_STEPS = 200
_MOST_CHARACTERS = 1_000_000


class _Kind(Enum):
    """How a text came to be: a letter more, a letter less, or in any other way."""

    TYPED = auto()
    DELETED = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class _Step:
    """What stood in the entry, and how many characters before the cursor."""

    text: str
    cursor: int
    kind: _Kind = _Kind.OTHER


class EntryUndo:
    """Undo and Redo go from step to step: a word, what was deleted, or what was put in.

    The entry calls `note` after each change.
    """

    def __init__(self, entry: "EmojiEntry") -> None:
        self._entry = entry
        self._steps: list[_Step] = []
        self._at = 0
        entry.bind("<<Undo>>", lambda _event: self._go(-1))
        entry.bind("<<Redo>>", lambda _event: self._go(1))
        self.begin()

    def begin(self) -> None:
        """Bring back nothing of what stood here before this moment."""
        entry = self._entry
        self._steps, self._at = [_Step(entry.contents(), entry.cursor())], 0

    def note(self, text: str) -> None:
        """Take in what stands here now, which may be what stood here before."""
        last = self._steps[self._at]
        if text == last.text:
            return
        cursor = self._entry.cursor()
        step = _Step(text, cursor, _kind_of(last, text, cursor))
        del self._steps[self._at + 1 :]
        if _goes_on(last, step):
            self._steps[-1] = step
        else:
            self._steps.append(step)
        self._forget_old()
        self._at = len(self._steps) - 1

    def _forget_old(self) -> None:
        kept = sum(len(step.text) for step in self._steps)
        while len(self._steps) > 2 and (
            kept > _MOST_CHARACTERS or len(self._steps) > MOST_STEPS
        ):
            kept -= len(self._steps.pop(0).text)

    def _go(self, steps: int) -> str:
        wanted = self._at + steps
        is_open = str(self._entry.cget("state")) == "normal"
        if is_open and 0 <= wanted < len(self._steps):
            self._at = wanted
            step = self._steps[wanted]
            self._entry.fill(step.text, step.cursor)
        return "break"


def _kind_of(last: _Step, text: str, cursor: int) -> _Kind:
    """Tell whether one letter more, or less, stands beside the cursor."""
    if len(text) == len(last.text) + 1:
        without = text[: cursor - 1] + text[cursor:]
        return _Kind.TYPED if without == last.text else _Kind.OTHER
    if len(text) == len(last.text) - 1:
        is_one = text[cursor:] == last.text[cursor + 1 :]
        return _Kind.DELETED if is_one else _Kind.OTHER
    return _Kind.OTHER


def _goes_on(last: _Step, step: _Step) -> bool:
    """Tell whether a step belongs to the one before: the same word, or its deletion."""
    if step.kind is not last.kind or step.kind is _Kind.OTHER:
        return False
    if step.kind is _Kind.DELETED:
        return step.cursor in (last.cursor, last.cursor - 1)
    before, letter = step.text[: step.cursor][-2:-1], step.text[step.cursor - 1]
    begins_word = before.isspace() and not letter.isspace()
    return step.cursor == last.cursor + 1 and not begins_word
