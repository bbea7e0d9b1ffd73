"""What keys do in the transcript: choose a message, open its menu, scroll."""

from typing import TYPE_CHECKING

from chatapp.views.transcript.pointer import TranscriptPointer
from chatapp.views.transcript.rows import Row
from chatapp.views.windows.keys import (
    ENTER_KEYS,
    MENU_KEYS,
    bind_known,
    is_command,
    key_of,
    sequences,
    writes,
)

if TYPE_CHECKING:
    import tkinter as tk

    from chatapp.views.transcript.transcript import Transcript

_OPENING_KEYS = (*ENTER_KEYS, *MENU_KEYS)
_MENU_LEFT = 60


class TranscriptKeys:
    """The transcript by keyboard alone."""

    def __init__(self, view: "Transcript", pointer: TranscriptPointer) -> None:
        self._view = view
        self._text = view.text
        self._pointer = pointer
        self._refused: tuple[str, ...] = ()
        bind = self._text.bind
        bind("<Up>", lambda _event: self._step(-1))
        bind("<Down>", lambda _event: self._step(1))
        bind("<Prior>", lambda _event: self._page(-1))
        bind("<Next>", lambda _event: self._page(1))
        bind("<Home>", lambda _event: self._go(0.0))
        bind("<End>", lambda _event: self._go_to_end())
        bind_known(self._text, _OPENING_KEYS, lambda _event: self._open_menu())
        bind("<Key>", self._act)
        for ending in ("<Escape>", "<FocusOut>", "<Button-1>"):
            bind(ending, lambda _event: self._begin_anew(), add="+")
        for sequence in sequences("Mod-a"):
            bind(sequence, self._select_all)

    def _step(self, by: int) -> str:
        """Choose the next message; the first time, the last one that is in view."""
        rows, marked = self._view.rows, self._pointer.marked
        self._begin_anew()
        if not len(rows):
            return "break"
        if marked is not None and marked in rows.all:
            number = rows.number(marked) + by
        else:
            seen, _ = rows.seen_first()
            number = rows.number(seen[-1])
        row = rows.all[max(0, min(len(rows) - 1, number))]
        self._text.see(f"{rows.start_of(rows.number(row) + 1)} - 1 chars")
        self._text.see(rows.start_of(rows.number(row)))
        self._pointer.choose(row)
        return "break"

    def _page(self, pages: int) -> str:
        self._text.yview_scroll(pages, "pages")
        return "break"

    def _go(self, share: float) -> str:
        self._text.yview_moveto(share)
        return "break"

    def _open_menu(self) -> str:
        row, text = self._pointer.marked, self._text
        if row is not None and row in self._view.rows.all:
            start = self._view.rows.start_of(self._view.rows.number(row))
            line = text.dlineinfo(start)
            x = text.winfo_rootx() + self._view.look.px(_MENU_LEFT)
            y = text.winfo_rooty() + (line[1] + line[3] if line else 0)
            self._pointer.open_menu(row, "", x, y)
        return "break"

    def _go_to_end(self) -> str:
        """Go to the newest message, which may not be among those that are shown."""
        self._go(1.0)
        self._view.on_jump()
        return "break"

    def _act(self, event: "tk.Event[tk.Misc]") -> str | None:
        """Do about the message that is chosen what a key stands for, or write it.

        What is typed behind a key that was refused goes on with that, as the name of an
        emoji does, and is nothing to write: it is refused as well.
        """
        if is_command(event):
            return None
        row, keys = self._pointer.chosen, (key_of(event),)
        is_letter = writes(event)
        goes_on = is_letter and bool(self._refused)
        if row and goes_on and self._is_refused(self._refused, row):
            return "break"
        offers = self._view.on_offers(row.message) if row else ()
        for offer in offers:
            if row and offer.key and offer.key in keys:
                self._view.on_action(offer.name, row.message)
                return "break"
        if row and self._is_refused(keys, row):
            self._refused = keys
            return "break"
        if is_letter:
            self._view.on_typed(event.char)
            return "break"
        return None

    def _is_refused(self, keys: tuple[str, ...], row: Row) -> bool:
        return self._view.on_other_key(keys, row.message)

    def _begin_anew(self) -> None:
        self._refused = ()

    def _select_all(self, _event: "tk.Event[tk.Misc]") -> str:
        self._text.tag_add("sel", "1.0", "end-1c")
        return "break"
