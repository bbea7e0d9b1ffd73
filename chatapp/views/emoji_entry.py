"""A Text to write in, that shows emoji as pictures and gives them back as text."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.views.drawing import flat
from chatapp.views.palette import Look
from chatapp.views.pictures import Photo
from chatapp.views.rich_text import EMOJI

_SIZE = 18
# A text with more emoji than this is left as it is, as drawing them takes time.
_MOST = 100


class EmojiEntry(ttk.Text):
    """What is written stands in `contents`; `cursor` counts its characters."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(
            master,
            autostyle=False,
            bd=0,
            highlightthickness=0,
            height=1,
            width=1,
            wrap="word",
            undo=True,
            padx=0,
            font=look.fonts.body,
        )
        look.fit(self, pady=6, insertwidth=2)
        self._look = look
        self._pictured: dict[str, tuple[str, Photo]] = {}
        self._count = 0
        self.bind("<<Copy>>", self._copied)
        self.bind("<<Cut>>", self._cut)
        look.follow(self, self._paint)

    def contents(self, first: str = "1.0", last: str = "end-1c") -> str:
        """Give the text between two places, emoji included."""
        parts = []
        for kind, value, _index in self.dump(first, last, text=True, image=True):
            parts.append(self._pictured[value][0] if kind == "image" else value)
        return "".join(parts)

    def cursor(self) -> int:
        """Tell how many characters stand before the cursor."""
        return len(self.contents("1.0", "insert"))

    def fill(self, text: str, cursor: int) -> None:
        """Write a text in place of everything, the cursor behind so many characters."""
        state = self.cget("state")
        self.configure(state="normal")
        self.delete("1.0", "end")
        self._pictured.clear()
        pictures = sum(1 for _ in EMOJI.finditer(text)) <= _MOST
        # Tk counts some characters twice, so the cursor is not put by a number.
        self._write(text[cursor:], pictures)
        self.mark_set("insert", "1.0")
        self._write(text[:cursor], pictures)
        self.see("insert")
        self.configure(state=state)

    def absorb(self) -> None:
        """Make pictures of the emoji that have been written since."""
        written = self.get("1.0", "end-1c")
        if written.isascii() or not EMOJI.search(written):
            return
        text, cursor = self.contents(), self.cursor()
        if sum(1 for _ in EMOJI.finditer(text)) > _MOST:
            return
        if any(self._photo(match.group()) for match in EMOJI.finditer(written)):
            self.fill(text, cursor)
            # The pictures are not in Tk's memory of what can be undone.
            self.edit_reset()

    def _write(self, text: str, pictures: bool) -> None:
        start = 0
        for match in EMOJI.finditer(text) if pictures else ():
            photo = self._photo(match.group())
            if photo is None:
                continue
            self.insert("insert", text[start : match.start()])
            self._count += 1
            name = self.image_create(
                "insert", image=str(photo), align="center", name=f"e{self._count}"
            )
            self._pictured[name] = (match.group(), photo)
            start = match.end()
        self.insert("insert", text[start:])

    def _photo(self, sequence: str) -> Photo | None:
        look, ground = self._look, self._look.palette.input
        drawn = look.emoji.draw(sequence, look.px(_SIZE))
        if drawn is None:
            return None
        key = ("emoji", sequence, look.px(_SIZE), ground)
        return look.pictures.picture(key, lambda: flat(drawn, ground))

    def _copied(self, _event: "tk.Event[tk.Misc]") -> str:
        if self.tag_ranges("sel"):
            self.clipboard_clear()
            self.clipboard_append(self.contents("sel.first", "sel.last"))
        return "break"

    def _cut(self, event: "tk.Event[tk.Misc]") -> str:
        if self.tag_ranges("sel") and str(self.cget("state")) == "normal":
            self._copied(event)
            self.delete("sel.first", "sel.last")
        return "break"

    def _paint(self) -> None:
        palette = self._look.palette
        self.configure(
            background=palette.input,
            foreground=palette.text,
            insertbackground=palette.accent,
            selectbackground=palette.selection,
            selectforeground=palette.on_selection,
            inactiveselectbackground=palette.selection,
        )
        for name, (sequence, _photo) in list(self._pictured.items()):
            photo = self._photo(sequence)
            if photo is not None:
                self.image_configure(name, image=str(photo))
                self._pictured[name] = (sequence, photo)
