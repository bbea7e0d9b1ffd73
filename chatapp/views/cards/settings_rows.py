"""The rows of the settings card: a switch, a choice, a field, a list of palettes."""

import tkinter as tk
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import plain
from chatapp.views.widgets.entry_line import EntryLine
from chatapp.views.widgets.form_field import show
from chatapp.views.widgets.icon_button import IconButton
from chatapp.views.widgets.tick_box import SIGN, TickBox
from chatapp.views.widgets.wrapped_buttons import WrappedButtons
from chatapp.views.windows.keys import ENTER_KEYS

if TYPE_CHECKING:
    from chatapp.views.look.pictures import Photo

_SWATCH = (22, 16)
_SHORT = 7  # letters


class SettingRow(ttk.Frame):
    """A title, a sentence about it, and what is wrong with it, if anything is."""

    # How far to the right the sentence stands.
    indent = 0

    def __init__(self, master: tk.Misc, look: Look, title: str, words: str) -> None:
        super().__init__(master, style="Page.TFrame")
        self.look = look
        self.title = title
        self.columnconfigure(0, weight=1)
        self.head = self._new_head(title)
        self.head.grid(row=0, sticky="w")
        self._words = ttk.Label(self, text=words, style="PageSmall.TLabel")
        self._words.grid(row=1, sticky="ew")
        show(self._words, bool(words))
        self._problem = ttk.Label(self, style="PageDanger.TLabel")
        self._problem.grid(row=2, sticky="ew")
        show(self._problem, visible=False)
        self.bind("<Configure>", self._resized)

    def show_words(self, words: str) -> None:
        """Say something else about it."""
        self._words.configure(text=plain(words))
        show(self._words, bool(words))

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; "" takes that back."""
        self._problem.configure(text=plain(sentence))
        show(self._problem, bool(sentence))

    def _new_head(self, title: str) -> ttk.Label | ttk.Button:
        return ttk.Label(self, text=title, style="PageBold.TLabel")

    def _resized(self, event: "tk.Event[tk.Misc]") -> None:
        room = event.width - self.look.px(8)
        self._words.configure(wraplength=max(80, room - self.look.px(self.indent)))
        self._problem.configure(wraplength=max(80, room))


class SwitchRow(SettingRow):
    """Something that is on or off: a box to tick."""

    indent = SIGN + 14
    tick: TickBox

    def __init__(self, master: tk.Misc, look: Look, title: str, words: str) -> None:
        super().__init__(master, look, title, words)
        look.space(self._words, padx=(self.indent, 0))

    def _new_head(self, title: str) -> TickBox:
        self.tick = TickBox(self, self.look, title, "Switch.PageTool.TButton")
        return self.tick


class ChoiceRow(SettingRow):
    """One of several things; Left and Right go from one to the next."""

    def __init__(
        self,
        master: tk.Misc,
        look: Look,
        title: str,
        words: str,
        options: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(master, look, title, words)
        self.on_change: Callable[[str], None] = lambda _key: None
        self._place = WrappedButtons(self, look)
        self._place.grid(row=3, sticky="ew")
        look.space(self._place, pady=(6, 0))
        self.buttons = {key: self._button(key, label) for key, label in options}
        self._place.show(list(self.buttons.values()))

    def show(self, chosen: str) -> None:
        """Show what is chosen."""
        for key, button in self.buttons.items():
            button.configure(
                style="Jump.TButton" if key == chosen else "Choice.TButton"
            )

    def _button(self, key: str, label: str) -> ttk.Button:
        return ttk.Button(
            self._place, text=plain(label), command=lambda: self.on_change(key)
        )


class FieldRow(SettingRow):
    """A field to type into, short or long; it counts with Enter or when one leaves."""

    def __init__(
        self, master: tk.Misc, look: Look, title: str, words: str, *, is_short: bool
    ) -> None:
        super().__init__(master, look, title, words)
        self.on_change: Callable[[str], None] = lambda _text: None
        self._shown = ""
        self.entry = EntryLine(self, look.fonts.body, style="Form.TEntry", width=_SHORT)
        self.entry.grid(row=3, sticky="w" if is_short else "ew")
        look.space(self.entry, pady=(6, 0))
        for event in (*ENTER_KEYS, "<FocusOut>"):
            self.entry.bind(event, lambda _event: self._tell(), add="+")

    def show(self, text: str) -> None:
        """Show what holds."""
        self._shown = text
        self.entry.delete(0, "end")
        self.entry.insert(0, text)
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with what was typed, which stays."""
        super().show_problem(sentence)
        self.entry.state(["invalid" if sentence else "!invalid"])

    def is_wrong(self) -> bool:
        """Let count what was typed, and tell whether it cannot be."""
        self._tell()
        return bool(self.entry.instate(["invalid"]))

    def _tell(self) -> None:
        text = self.entry.get()
        if text != self._shown:
            self._shown = text
            self.on_change(text)


class PaletteRow(ttk.Frame):
    """A palette of a list: some of its colours, its name, and a way out of the list."""

    def __init__(
        self, master: tk.Misc, look: Look, name: str, colors: Sequence[str], tip: str
    ) -> None:
        super().__init__(master, style="Page.TFrame")
        self.on_wear: Callable[[str], None] = lambda _name: None
        self.on_remove: Callable[[str], None] = lambda _name: None
        self._look = look
        self._colors = colors
        self._photos: list[Photo] = []
        self._swatches = [ttk.Label(self, style="Page.TLabel") for _ in colors]
        for swatch in self._swatches:
            swatch.pack(side="left")
        self.wear = ttk.Button(
            self,
            style="PageTool.TButton",
            text=name,
            cursor="hand2",
            command=lambda: self.on_wear(name),
        )
        self.wear.pack(side="left")
        look.space(self.wear, padx=(8, 4))
        self.remove = IconButton(
            self, look, "Page", "x-lg", tip, lambda: self.on_remove(name), size=12
        )
        self.remove.pack(side="left")
        look.follow(self, self._paint)

    def _paint(self) -> None:
        look, page = self._look, self._look.palette.page
        size = tuple(map(look.px, _SWATCH))
        line, radius = look.palette.border, look.px(4)
        self._photos = [
            look.pictures.rounded((size[0], size[1]), radius, color, page, line)
            for color in self._colors
        ]
        for swatch, photo in zip(self._swatches, self._photos, strict=True):
            swatch.configure(image=photo)
