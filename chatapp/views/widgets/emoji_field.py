"""A labelled field of one line in which emoji are pictures, and its problem below."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.views.emoji.emoji_entry import EmojiEntry
from chatapp.views.look.palette import Look
from chatapp.views.widgets.form_field import LabelledField
from chatapp.views.widgets.tab_stop import focus_next_seen, focus_previous_seen
from chatapp.views.windows.keys import ENTER_KEYS, sequences


class EmojiField(LabelledField):
    """Looks and behaves as a `FormField` does, whose line can show no pictures."""

    def __init__(self, master: tk.Misc, look: Look, label: str) -> None:
        super().__init__(master, look, label)
        box = ttk.Frame(self, style="Field.TFrame")
        look.fit(box, padding=(12, 3))
        self.put(box)
        self.entry = EmojiEntry(box, look)
        self.entry.configure(wrap="none")
        self.entry.pack(fill="x")
        self._bind_keys()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.entry.contents()

    @text.setter
    def text(self, text: str) -> None:
        self.entry.begin(text)

    def take_focus(self) -> None:
        """Have the cursor in the field, with everything selected."""
        self.entry.focus_set()
        self.entry.tag_add("sel", "1.0", "end-1c")
        self.entry.mark_set("insert", "end-1c")

    def _bind_keys(self) -> None:
        bind = self.entry.bind
        for key in ENTER_KEYS:
            bind(key, self._entered)
        bind("<Tab>", lambda _event: self._leave(focus_next_seen))
        for sequence in sequences("Shift-Tab"):
            bind(sequence, lambda _event: self._leave(focus_previous_seen))
        # Tk takes two of them for Tab alone, and writes a tab or a line by the others.
        for key in ("Control-Tab", "Control-Shift-Tab", "Control-i", "Control-o"):
            for sequence in sequences(key):
                bind(sequence, lambda _event: "break")
        bind("<<Modified>>", self._modified)
        bind("<FocusIn>", lambda _event: self._box.state(["focus"]))
        bind("<FocusOut>", self._left)

    def _leave(self, go: Callable[[tk.Misc], None]) -> str:
        go(self.entry)
        return "break"

    def _left(self, _event: "tk.Event[tk.Misc]") -> None:
        self._box.state(["!focus"])
        self.entry.tag_remove("sel", "1.0", "end")

    def _modified(self, _event: "tk.Event[tk.Misc]") -> None:
        if not self.entry.edit_modified():
            return
        text = self.text
        if "\n" in text:  # pasted: it becomes the one line that fits in here
            line = " ".join(map(str.strip, text.splitlines())).strip()
            self.entry.fill(line, len(line))
        self.entry.absorb()
        self.entry.see("insert")
        self.entry.edit_modified(False)
        self._has_changed()
