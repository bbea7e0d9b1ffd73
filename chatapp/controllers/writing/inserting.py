"""Puts texts and files into the box: what is dropped there, or chosen for it."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from chatapp.controllers.writing import inserting_wording as wording
from chatapp.models.entities import Tone
from chatapp.models.program.text_files import (
    MOST_BYTES,
    Refusal,
    TextFile,
    has_long_line,
    read_text_file,
)

MOST_FILES = 10
MOST_LINES_UNASKED = 60
_NOTICE = "insert"

FileRead = TextFile | Refusal


class InsertingView(Protocol):
    """The box in which messages are written."""

    def insert(self, text: str) -> None:
        """Write this where the cursor is."""

    def before_cursor(self) -> str:
        """Give what stands before the cursor in its line."""

    def take_focus(self) -> None:
        """Put the cursor into the box."""

    def ask(self, question: str, yes: str, on_yes: Callable[[], None]) -> None:
        """Ask something above the box; doing nothing keeps the text."""


class InsertingNotices(Protocol):
    """Where it is said what cannot be put in."""

    def show(self, key: str, text: str, tone: Tone) -> None:
        """Show a text until it is dismissed."""

    def hide(self, key: str) -> None:
        """Take a text away."""


class InsertingController:
    """A text goes in as it is, a file as code, after asking if it is long."""

    def __init__(
        self,
        view: InsertingView,
        notices: InsertingNotices,
        choose_file: Callable[[], Path | None],
        do: Callable[
            [Callable[[], Sequence[FileRead]], Callable[[Sequence[FileRead]], None]],
            None,
        ],
    ) -> None:
        """Prepare; `choose_file` asks for a file, and `do` works on a thread."""
        self._view = view
        self._notices = notices
        self._choose_file = choose_file
        self._do = do

    def choose(self) -> None:
        """Have somebody choose a file, and put it in."""
        path = self._choose_file()
        self._view.take_focus()
        if path is not None:
            self.insert_files([path])

    def insert_files(self, paths: Sequence[Path]) -> None:
        """Put files in, each as a block of code; what is no text is refused."""
        some = paths[:MOST_FILES]
        read = partial(_read_all, some)
        self._do(read, lambda found: self._found([it.name for it in some], found))

    def _found(self, names: Sequence[str], found: Sequence[FileRead]) -> None:
        read = list(zip(names, found, strict=True))
        files = [(name, it) for name, it in read if isinstance(it, TextFile)]
        refused = [(name, it) for name, it in read if isinstance(it, Refusal)]
        self._notices.hide(_NOTICE)
        if refused:
            self._refuse(*refused[0])
        if not files:
            return
        text = "\n".join(_fenced(file) for _name, file in files)
        count = sum(file.text.count("\n") + 1 for _name, file in files)
        if count <= MOST_LINES_UNASKED:
            self._insert_block(text)
            return
        question = wording.LONG.format(
            count=count, names=", ".join(name for name, _file in files)
        )
        yes = wording.INSERT.format(count=count)
        self._view.ask(question, yes, lambda: self._insert_block(text))

    def _insert_block(self, text: str) -> None:
        """Put in what has to have lines of its own."""
        is_at_begin = not self._view.before_cursor()
        self._put(f"{text}\n" if is_at_begin else f"\n{text}\n")

    def insert(self, text: str) -> None:
        """Put a text in as it is; what is too large for a file is so for a text."""
        self._notices.hide(_NOTICE)
        if len(text.encode(errors="replace")) > MOST_BYTES:
            self._refuse(wording.DROPPED_TEXT, Refusal.TOO_LARGE)
        elif has_long_line(text):
            self._refuse(wording.DROPPED_TEXT, Refusal.LONG_LINE)
        else:
            self._put(text)

    def may_paste(self, text: str) -> bool:
        """Tell whether a text may be pasted; if not, say why."""
        self._notices.hide(_NOTICE)
        is_long = has_long_line(text)
        if is_long:
            self._refuse(wording.PASTED_TEXT, Refusal.LONG_LINE)
        return not is_long

    def _refuse(self, name: str, reason: Refusal) -> None:
        told = wording.refused(name, reason)
        self._notices.show(_NOTICE, told, Tone.WARNING)

    def _put(self, text: str) -> None:
        self._view.insert(text)
        self._view.take_focus()


def _read_all(paths: Sequence[Path]) -> list[FileRead]:
    return [read_text_file(path) for path in paths]


def _fenced(file: TextFile) -> str:
    """Write code with a fence that is longer than every row of backticks in it."""
    longest = max(map(len, re.findall("`+", file.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{file.language}\n{file.text}\n{fence}"
