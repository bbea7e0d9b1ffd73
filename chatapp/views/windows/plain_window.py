"""A window with a conversation as plain text, to be read with the cursor."""

import sys
import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look

_READING_KEYS = frozenset(
    ("Up", "Down", "Left", "Right", "Home", "End", "Prior", "Next", "Tab", "Escape")
)
_COMMAND = 0x8 if sys.platform == "darwin" else 0x4
"""The bit of an event's state for Command, or for Control elsewhere."""
_COMMAND_KEYS = frozenset(("a", "c", "Home", "End", "Insert"))


class PlainWindow(ttk.Frame):
    """Nothing but lines and a cursor: no pictures, and nothing to be written."""

    def __init__(self, master: tk.Toplevel, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self.on_closed: Callable[[], None] = lambda: None
        self._window = master
        self._lines: list[str] = []
        self._look = look
        self.rowconfigure(0, weight=1)
        self.columnconfigure(0, weight=1)
        self.text: tk.Text = ttk.Text(
            self,
            autostyle=False,
            bd=0,
            wrap="word",
            width=1,
            height=1,
            insertwidth=look.px(2),
            highlightthickness=1,
            font=look.fonts.body,
        )
        self.text.grid(row=0, column=0, sticky="nsew")
        bar = ttk.Scrollbar(
            self, style="Page.Vertical.TScrollbar", command=self.text.yview
        )
        bar.grid(row=0, column=1, sticky="ns")
        self.text.configure(yscrollcommand=bar.set)
        # A text that is disabled has no cursor, which is what one reads with.
        self.text.bind("<Key>", self._pressed)
        for event in ("<<Paste>>", "<<Cut>>", "<<PasteSelection>>", "<<Undo>>"):
            self.text.bind(event, lambda _event: "break")
        look.fit(self.text, padx=18, pady=14, spacing3=4)
        look.follow(self, self._paint)

    def show(self, title: str, lines: Sequence[str]) -> None:
        """Show these lines and no others, with the cursor in the last one."""
        self._window.title(title)
        self._lines = list(lines)
        self.text.delete("1.0", "end")
        self.text.insert("end", "\n".join(lines))
        self.text.mark_set("insert", "end-1c linestart")
        self.text.see("end")

    def add(self, lines: Sequence[str]) -> None:
        """Add lines at the end; the cursor stays."""
        self._lines += lines
        follows = self.text.dlineinfo("end-1c") is not None
        cursor = self.text.index("insert")
        gap = "\n" if self.text.compare("end-1c", ">", "1.0") else ""
        self.text.insert("end-1c", gap + "\n".join(lines))
        self.text.mark_set("insert", cursor)
        if follows:
            self.text.see("end")

    def replace(self, back: int, line: str) -> None:
        """Show another line in the place of one, so many before the last one.

        The cursor stays in its line.
        """
        place, text = len(self._lines) - 1 - back, self.text
        rows = [1 + it.count("\n") for it in self._lines[place:]]
        last = int(text.index("end-1c").partition(".")[0])
        first = last - sum(rows) + 1
        cursor = text.index("insert")
        text.replace(f"{first}.0", f"{first + rows[0] - 1}.end", line)
        if first <= int(cursor.partition(".")[0]) < first + rows[0]:
            text.mark_set("insert", cursor)
        self._lines[place] = line

    def lift_up(self) -> None:
        """Come to the front."""
        self._window.deiconify()
        self._window.lift()
        self.text.focus_force()

    def _pressed(self, event: "tk.Event[tk.Misc]") -> str | None:
        """Let the keys through that read or copy, and no others."""
        is_command = bool(int(event.state) & _COMMAND)
        is_allowed = event.keysym in _READING_KEYS or (
            is_command and event.keysym.removesuffix("_R") in _COMMAND_KEYS
        )
        return None if is_allowed else "break"

    def _paint(self) -> None:
        palette = self._look.palette
        self._look.dress_text(self.text)
        self.text.configure(
            highlightbackground=palette.border,
            highlightcolor=palette.accent,
        )

    def destroy(self) -> None:
        """Go, and tell it."""
        super().destroy()
        self.on_closed()
