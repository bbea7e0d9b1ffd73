"""Underlines words of an entry that are in no dictionary."""

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatapp.views.emoji.emoji_entry import EmojiEntry
from chatapp.views.look.palette import Look
from chatapp.views.transcript.stipples import SOLID, bitmap_files, has_stipples, wave

_TAG = "misspelled"
# Tk is slow at lines with very many tags.
_MOST = 100


@dataclass(frozen=True, slots=True)
class MarkedWord:
    """A word that is underlined, from one index of Tk's to another."""

    text: str
    start: str
    end: str


class SpellingMarks:
    """Tells when there may be other words, and shows which are wrong."""

    def __init__(self, entry: EmojiEntry, look: Look) -> None:
        self.on_edited: Callable[[], None] = lambda: None
        self.on_suggest: Callable[[str, Callable[[Sequence[str]], None]], None] = (
            lambda _word, then: then(())
        )
        self.on_learn: Callable[[str], None] = lambda _word: None
        self._entry = entry
        self._look = look
        # The cursor may have left a word that was being written.
        for event in ("<KeyRelease>", "<ButtonRelease-1>"):
            entry.bind(event, lambda _event: self.on_edited(), add="+")
        look.follow(entry, self._paint)

    def written(self) -> tuple[str, int, int]:
        """Give the text, and in which line and before which column the cursor is."""
        line = int(self._entry.index("insert").partition(".")[0]) - 1
        column = len(self._entry.written("insert linestart", "insert"))
        return self._entry.written(), line, column

    def mark(self, words: Sequence[tuple[int, int, int]]) -> None:
        """Mark these words and no others: the line of each, its first and end."""
        wanted = self._indices(words[:_MOST])
        if wanted == [str(index) for index in self._entry.tag_ranges(_TAG)]:
            return
        self._entry.tag_remove(_TAG, "1.0", "end")
        if wanted:
            self._entry.tag_add(_TAG, *wanted)

    def _indices(self, words: Sequence[tuple[int, int, int]]) -> list[str]:
        """Give where words begin and end, as Tk counts."""
        if not words:
            return []
        lines, found = self._entry.written().split("\n"), []
        for number, first, end in words:
            columns = self._entry.columns(lines[number], first, end)
            found += [f"{number + 1}.{column}" for column in columns]
        return found

    def word_at(self, index: str) -> MarkedWord | None:
        """Give the marked word at a place, or which ends there."""
        for place in (index, f"{index}-1c"):
            if _TAG in self._entry.tag_names(place):
                start, end = map(str, self._entry.tag_prevrange(_TAG, f"{place}+1c"))
                return MarkedWord(self._entry.get(start, end), start, end)
        return None

    def replace(self, word: MarkedWord, other: str) -> None:
        """Write another word in its place, if it still stands there."""
        entry = self._entry
        if entry.get(word.start, word.end) != word.text:
            return
        entry.mark_set("insert", word.end)
        entry.insert("insert", other)
        entry.delete(word.start, word.end)
        self.on_edited()

    def _paint(self) -> None:
        entry, color = self._entry, self._look.palette.danger_text
        wavy = has_stipples(entry) and self._draw_wave(color)
        entry.tag_configure(_TAG, underline=not wavy, underlinefg=color)
        entry.tag_raise(_TAG)
        entry.tag_raise("sel")

    def _draw_wave(self, color: str) -> bool:
        """Draw the words' ground as a wave; tell whether that can be done."""
        look = self._look
        height = look.fonts.line_height(look.fonts.body)
        try:
            with bitmap_files() as name:
                rows = wave(height, thick=look.px(1) > 1)
                self._entry.tag_configure(_TAG, background=color, bgstipple=name(rows))
                # Of a word that is selected, all of the ground shows that.
                self._entry.tag_configure("sel", bgstipple=name(SOLID))
        except (OSError, tk.TclError):
            self._entry.tag_configure(_TAG, background="", bgstipple="")
            return False
        return True
