"""A card of a person: a sign, what is known, and what can be done about it."""

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.models.entities import Presence
from chatapp.views.cards.dialog import Dialog
from chatapp.views.emoji.emoji_words import WordsOn
from chatapp.views.look.palette import Look

_SIGN = 56
_GAP, _BETWEEN, _LEAST_VALUE = 16, 12, 130


class PersonCard(Dialog):
    """Stays until one writes to the person, or closes it."""

    width = 430

    def __init__(
        self, window: tk.Toplevel, look: Look, nick: str, message: str, close: str
    ) -> None:
        super().__init__(window, look, nick, "", action=message, cancel=close)
        self.on_message: Callable[[], None] = lambda: None
        self.on_ignore: Callable[[], None] = lambda: None
        self._nick = nick
        self._presence = Presence.ONLINE
        self._pairs: list[tuple[ttk.Label, ttk.Label]] = []
        self._body = ttk.Frame(self.content, style="Page.TFrame")
        self._body.grid(row=2, columnspan=2, sticky="ew")
        look.space(self._body, pady=(14, 18))
        self._sign = ttk.Label(self._body, style="Page.TLabel")
        self._sign.grid(row=0, column=0, rowspan=20, sticky="n")
        look.space(self._sign, padx=(0, _GAP))
        self._rows = ttk.Frame(self._body, style="Page.TFrame")
        self._rows.grid(row=0, column=1, sticky="ew")
        self.ignore = ttk.Button(
            self.foot, style="Second.TButton", command=self._ask_to_ignore
        )
        look.follow(self, self._paint)

    def open(self) -> None:
        """Show the card in the middle of the window, over everything else."""
        self.show(self.action)

    def submit(self) -> None:
        """Write to the person."""
        self.close()
        self.on_message()

    def show_person(
        self, presence: Presence, rows: Sequence[tuple[str, str]], ignore: str
    ) -> None:
        """Show what is known; without words to `ignore` that is not offered."""
        if not self.winfo_exists():
            return
        self._presence = presence
        for child in self._rows.winfo_children():
            child.destroy()
        self._pairs.clear()
        for place, (name, value) in enumerate(rows):
            self._add(place, name, value)
        self.ignore.configure(text=ignore)
        others = (self.ignore,) if ignore else ()
        self.foot.show((self.cancel, self.action), others)
        self._paint()
        self._place()

    def _add(self, place: int, name: str, value: str) -> None:
        look = self._look
        label = ttk.Label(self._rows, text=name, style="PageMuted.TLabel")
        label.grid(row=place, column=0, sticky="nw")
        look.space(label, padx=(0, _BETWEEN), pady=2)
        told = ttk.Label(self._rows, style="Page.TLabel")
        WordsOn(told, look, look.fonts.body).show(value)
        told.grid(row=place, column=1, sticky="w")
        look.space(told, pady=2)
        self._pairs.append((label, told))

    def fit_content(self, room: int) -> int:
        """Have what is known beside its names, or below them where it is narrow."""
        px = self._look.px
        names = max((it.winfo_reqwidth() for it, _value in self._pairs), default=0)
        beside_sign = self.inner_width - px(_SIGN + _GAP)
        beside_names = beside_sign - names - px(_BETWEEN)
        is_narrow = beside_names < px(_LEAST_VALUE)
        width = beside_sign if is_narrow else beside_names
        for place, (name, value) in enumerate(self._pairs):
            name.configure(wraplength=beside_sign)
            value.configure(wraplength=width)
            below = 2 * place + is_narrow
            name.grid(row=2 * place, column=0)
            value.grid(row=below, column=0 if is_narrow else 1)
        self.update_idletasks()
        return super().fit_content(room)

    def _ask_to_ignore(self) -> None:
        self.on_ignore()

    def _paint(self) -> None:
        look, palette = self._look, self._look.palette
        self._photo = look.pictures.avatar(
            self._nick,
            look.px(_SIGN),
            look.avatar_fill(self._nick),
            palette.on_avatar,
            palette.page,
            look.presence_color(self._presence),
        )
        self._sign.configure(image=self._photo)
