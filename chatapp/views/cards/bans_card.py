"""A card that lists who is banned from a room, of whom one is chosen."""

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ttkbootstrap as ttk

from chatapp.models.entities import BanRow
from chatapp.views.cards.dialog import Dialog
from chatapp.views.look.palette import Look
from chatapp.views.look.style_builder import IN_ROUND_FRAME
from chatapp.views.rails.rail import Rail
from chatapp.views.rails.rail_rows import RailRow, RowState
from chatapp.views.transcript.rich_text import plain
from chatapp.views.widgets.form_field import show
from chatapp.views.windows.keys import delete_keys

_ROW, _ABOVE = 44, 4
_HEIGHT, _LEAST = 240, 48
"""How high the list is, and how high at least in a low window."""


@dataclass(frozen=True, slots=True)
class _Row(RailRow):
    ban: BanRow


class BansCard(Dialog):
    """Arrows and Enter choose, or a click does; Delete lifts what is chosen."""

    width = 460

    def __init__(
        self, window: tk.Toplevel, look: Look, title: str, lift: str, close: str
    ) -> None:
        super().__init__(window, look, title, "", action=lift, cancel=close)
        self.on_lift: Callable[[str], None] = lambda _key: None
        self._text = ttk.Label(self.content, style="PageMuted.TLabel")
        self._text.grid(row=1, columnspan=2, sticky="w")
        look.space(self._text, pady=(4, 0))
        self._frame = ttk.Frame(self.content, style="List.TFrame")
        self._frame.grid(row=2, columnspan=2, sticky="ew")
        self._frame.pack_propagate(False)
        look.fit(self._frame, padding=IN_ROUND_FRAME)
        look.space(self._frame, pady=(12, 18))
        self.rail = _BanRail(self._frame, look)
        self.rail.pack(fill="both", expand=True)
        self.rail.on_choose = self._choose
        for key in delete_keys():
            self.rail.canvas.bind(key, lambda _event: self.submit())

    def open(self) -> None:
        """Show the card in the middle of the window, over everything else."""
        self.show(self.rail.canvas)

    def submit(self) -> None:
        """Lift what is chosen; the card stays."""
        if self.rail.selected:
            self.on_lift(self.rail.selected)

    def show_bans(self, rows: Sequence[BanRow], text: str) -> None:
        """List these, under some words; the first is chosen."""
        if not self.winfo_exists():
            return
        self._text.configure(text=plain(self._look.spell_emoji(text)))
        show(self._text, bool(text))
        keys = [row.key for row in rows]
        if self.rail.selected not in keys:
            self.rail.selected = keys[0] if keys else ""
        self.action.state(["!disabled" if keys else "disabled"])
        listed = [_Row(row.key, _ROW, row) for row in rows]
        self.rail.show_rows([RailRow("", _ABOVE), *listed])

    def fit_content(self, room: int) -> int:
        """Have the list as high as there is room for it."""
        self._text.configure(wraplength=self.inner_width)
        self.leave(self._frame, room, _LEAST, _HEIGHT)
        return super().fit_content(room)

    def _choose(self, key: str) -> None:
        self.rail.selected = key
        self.rail.draw_soon()


class _BanRail(Rail):
    def draw_row(self, row: RailRow, top: int, width: int, state: RowState) -> None:
        if not isinstance(row, _Row):
            return
        self.draw_ground(row, top, width, state)
        look, px, palette = self.look, self.look.px, self.look.palette
        ban, middle = row.ban, top + self.height(row) // 2
        name = "mic-mute" if ban.silences else "slash-circle"
        sign = look.pictures.icon(name, px(16), palette.muted, self.ground(state))
        self.put(px(22), middle, sign)
        left, room, fonts = px(50), width - px(70), look.fonts
        title, details = plain(ban.title), plain(ban.details)
        self.write(left, middle - px(8), title, fonts.bold, palette.text, room)
        self.write(left, middle + px(9), details, fonts.small, palette.muted, room)
