"""Where one writes: emoji become pictures as they are written."""

import tkinter as tk

from chatapp.views.emoji.emoji_area import EmojiArea
from chatapp.views.look.palette import Look

_SIZE = 18


class EmojiEntry(EmojiArea):
    """What is written can be undone; `cursor` counts the characters before it."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(
            master,
            look,
            lambda: look.palette.input,
            _SIZE,
            undo=True,
            font=look.fonts.body,
        )
        look.fit(self, pady=6, insertwidth=2)
        # An older Tk counts what is not of the first plane of Unicode as two.
        self._large = int(self.tk.call("string", "length", "\U0001d11e"))
        self.bind("<<Cut>>", self._cut)

    def columns(self, line: str, *offsets: int) -> tuple[int, ...]:
        """Give what Tk counts up to some places in a line of what is written."""
        if self._large == 1 or max(line, default="") <= "\uffff":
            return offsets
        return tuple(
            at + sum(it > "\uffff" for it in line[:at]) * (self._large - 1)
            for at in offsets
        )

    def cursor(self) -> int:
        """Tell how many characters stand before the cursor."""
        return len(self.contents("1.0", "insert"))

    def absorb(self) -> None:
        """Make pictures of the emoji that have been written since."""
        written = self.get("1.0", "end-1c")
        if written.isascii():
            return
        text = self.contents()
        if [it.group() for it in self._emoji_in(text)] != self.pictured():
            self.fill(text, self.cursor())
            # The pictures are not in Tk's memory of what can be undone.
            self.edit_reset()

    def _cut(self, event: "tk.Event[tk.Misc]") -> str:
        if self.tag_ranges("sel") and str(self.cget("state")) == "normal":
            self._copied(event)
            self.delete("sel.first", "sel.last")
        return "break"
