"""Notices when a place where messages are missing comes into view."""

import tkinter as tk
from collections.abc import Callable, Iterable

from chatapp.models.entities import MessageKind
from chatapp.views.transcript.rows import Row


class GapWatch:
    """Tells once of each gap that comes into view, until it has been out of it."""

    def __init__(self, text: tk.Text, on_seen: Callable[[str], None]) -> None:
        self._text = text
        self._on_seen = on_seen
        self._gaps: list[Row] = []
        self._seen: set[str] = set()

    def rows_changed(self, rows: Iterable[Row]) -> None:
        """Take note of which rows there are."""
        self._gaps = [row for row in rows if row.message.kind is MessageKind.GAP]

    def scrolled(self) -> None:
        """Look which gaps are in view."""
        before, self._seen = (
            self._seen,
            {row.message.key for row in self._gaps if self._is_seen(row)},
        )
        for key in self._seen - before:
            # What this starts may change the text, which is being drawn just now.
            self._text.after_idle(self._tell, key)

    def _is_seen(self, row: Row) -> bool:
        places = self._text.tag_ranges(row.tag)
        return bool(places) and self._text.dlineinfo(str(places[0])) is not None

    def _tell(self, key: str) -> None:
        if key in self._seen:
            self._on_seen(key)
