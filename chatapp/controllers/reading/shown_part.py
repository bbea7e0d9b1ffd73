"""What stands in the transcript: made equal to what is wanted, with few changes."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chatapp.controllers.reading.attached_wording import attached_in_words
from chatapp.controllers.reading.change_wording import present
from chatapp.controllers.reading.holes import is_same
from chatapp.controllers.reading.shown_lines import common_start
from chatapp.models.entities import ChatMessage


class SplicedView(Protocol):
    """A list of messages on the screen."""

    def splice(self, start: int, stop: int, messages: Sequence[ChatMessage]) -> None:
        """Put `messages` in place of shown[start:stop], the view unmoved."""


class ShownPart:
    """The lines that the view shows now."""

    def __init__(self, view: SplicedView, ignores: Callable[[str], bool]) -> None:
        """Show nothing yet; `ignores` tells whose words one does not want to see."""
        self._view = view
        self._ignores = ignores
        self._lines: list[ChatMessage] = []

    def __len__(self) -> int:
        return len(self._lines)

    def clear(self) -> None:
        """Show nothing."""
        self._view.splice(0, len(self._lines), ())
        self._lines = []

    def become(self, wanted: list[ChatMessage]) -> None:
        """Show these lines; what stays the same is not touched."""
        self._let_go_outside(wanted)
        lines = self._lines
        start = common_start(lines, wanted)
        tail = common_start(lines[start:][::-1], wanted[start:][::-1])
        stop = len(lines) - tail
        added = wanted[start : len(wanted) - tail]
        if start != stop or added:
            self._replace(start, stop, added)
        self._lines = wanted

    def word_anew(self) -> None:
        """Show what hangs on the lines as it is to be read now: whom one ignores."""
        for place, line in enumerate(self._lines):
            if line.reactions or line.reply_to:
                self._view.splice(place, place + 1, [self._presented(line)])

    def _replace(self, start: int, stop: int, added: Sequence[ChatMessage]) -> None:
        """Replace lines; where they are the same ones, only those that changed."""
        old = self._lines[start:stop]
        if [line.key for line in old] != [line.key for line in added]:
            self._view.splice(start, stop, [self._presented(line) for line in added])
            return
        for place, (before, line) in enumerate(zip(old, added, strict=True), start):
            if not is_same(before, line):
                self._view.splice(place, place + 1, [self._presented(line)])

    def _let_go_outside(self, wanted: Sequence[ChatMessage]) -> None:
        """Take out what the window has left behind, so that the rest can stay."""
        lines = self._lines
        places = {message.key: place for place, message in enumerate(lines)}
        last = places.get(wanted[-1].key, len(places)) + 1 if wanted else len(places)
        if last < len(lines):
            self._view.splice(last, len(lines), ())
            del lines[last:]
        first = places.get(wanted[0].key, 0) if wanted else 0
        if 0 < first < len(lines):
            self._view.splice(0, first, ())
            del lines[:first]

    def _presented(self, line: ChatMessage) -> ChatMessage:
        return attached_in_words(present(line), self._ignores)
