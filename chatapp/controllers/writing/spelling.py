"""Marks words in the box that are in no dictionary, and offers what may be meant."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from chatapp.models.desktop.spelling import Spelling
from chatapp.models.desktop.spelling_words import (
    Word,
    is_named,
    parts_of_names,
    words_to_check,
)
from chatapp.models.program.scheduler import Scheduler, Timer
from chatapp.models.settings.setting import Setting
from chatapp.models.settings.settings import Settings
from chatapp.models.settings.settings_table import SPELLING, SPELLING_LANGUAGE

# How long after a key a text is looked at.
PAUSE = 0.25


class SpellingView(Protocol):
    """The box in which messages are written, as far as it is about spelling."""

    on_edited: Callable[[], None]
    on_suggest: Callable[[str, Callable[[Sequence[str]], None]], None]
    on_learn: Callable[[str], None]

    def written(self) -> tuple[str, int, int]:
        """Give the text, and in which line and before which column the cursor is."""

    def mark(self, words: Sequence[tuple[int, int, int]]) -> None:
        """Mark these words and no others: the line of each, its first and end."""


class SpellingController:
    """Looks at the text a moment after it was changed, unless that is switched off."""

    def __init__(
        self,
        view: SpellingView,
        spelling: Spelling,
        settings: Settings,
        scheduler: Scheduler,
        names: Callable[[], Iterable[str]],
    ) -> None:
        """Prepare; `names` gives those of the people and rooms there are."""
        self._view = view
        self._spelling = spelling
        self._settings = settings
        self._scheduler = scheduler
        self._names = names
        self._timer: Timer | None = None
        self._looked_at = 0
        view.on_edited = self._wait
        view.on_suggest = self._suggest
        view.on_learn = self._learn
        self.end = settings.watch(self._changed)

    def _wait(self) -> None:
        """Look at the text soon, and only once for several keys."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._settings[SPELLING]:
            self._timer = self._scheduler.call_later(PAUSE, self._look)

    def _look(self) -> None:
        self._timer = None
        text, line, column = self._view.written()
        words = [
            word
            for word in words_to_check(text)
            # What one is about to write is not wrong yet.
            if not (word.line == line and word.end == column)
        ]
        self._looked_at += 1
        number = self._looked_at

        def show(wrong: frozenset[str]) -> None:
            if number == self._looked_at and self._settings[SPELLING]:
                self._show([word for word in words if word.text in wrong], text)

        wanted = frozenset(word.text for word in words)
        self._spelling.check(wanted, self._settings[SPELLING_LANGUAGE], show)

    def _show(self, wrong: Sequence[Word], text: str) -> None:
        if self._view.written()[0] != text:
            return
        # Of thousands of people the names are not gathered for nothing.
        names = parts_of_names(self._names()) if wrong else frozenset()
        strange = [it for it in wrong if not is_named(it.text, names)]
        self._view.mark([(it.line, it.column, it.end) for it in strange])

    def _suggest(self, word: str, then: Callable[[Sequence[str]], None]) -> None:
        self._spelling.suggest(word, self._settings[SPELLING_LANGUAGE], then)

    def _learn(self, word: str) -> None:
        self._spelling.learn(word, self._look)

    def _changed(self, setting: Setting[Any]) -> None:
        if setting not in (SPELLING, SPELLING_LANGUAGE):
            return
        if self._settings[SPELLING]:
            self._wait()
        else:
            self._looked_at += 1
            self._view.mark([])
