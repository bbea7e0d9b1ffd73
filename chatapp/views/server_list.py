"""The chats around here, in a panel of the sign-in window."""

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ttkbootstrap as ttk

from chatapp.models.entities import ServerRow
from chatapp.views.palette import Look
from chatapp.views.rail import Rail
from chatapp.views.rail_rows import RailRow, RowState
from chatapp.views.rich_text import plain

ROW = 44
ABOVE = 4
HEIGHT = 116
"""Two rows and a part of the third, which says that there are more."""

LOW_SCREEN = 760
HEIGHT_ON_A_LOW_SCREEN = 72


@dataclass(frozen=True, slots=True)
class _Row(RailRow):
    server: ServerRow


class ServerList(ttk.Frame):
    """Some rows of one height: what comes and goes in them moves nothing else."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Side.TFrame")
        self.on_choose: Callable[[str], None] = lambda _key: None
        self._look = look
        is_low = self.winfo_screenheight() < look.px(LOW_SCREEN)
        look.fit(self, height=HEIGHT_ON_A_LOW_SCREEN if is_low else HEIGHT)
        self.pack_propagate(flag=False)
        self.rail = _ServerRail(self, look)
        self.rail.on_choose = self._choose
        self._words = ttk.Label(self, style="SideSmall.TLabel", justify="left")
        look.fit(self._words, padding=(14, 0))
        self._words.bind("<Configure>", self._wrap)
        self._show_rail(there_are=False)

    def show(self, rows: Sequence[ServerRow], words: str) -> None:
        """List these servers; where there are none, say these words."""
        self._words.configure(text=words)
        self._show_rail(there_are=bool(rows))
        listed = [_Row(row.key, ROW, row) for row in rows]
        self.rail.show_rows([RailRow("", ABOVE), *listed])

    @property
    def words(self) -> str:
        """What is said where nothing is listed."""
        return "" if self.rail.winfo_manager() else str(self._words.cget("text"))

    def _show_rail(self, *, there_are: bool) -> None:
        shown: ttk.Frame | ttk.Label = self.rail if there_are else self._words
        (self._words if there_are else self.rail).pack_forget()
        if not shown.winfo_manager():
            shown.pack(fill="both", expand=True)

    def _choose(self, key: str) -> None:
        self.on_choose(key)

    def _wrap(self, event: "tk.Event[tk.Misc]") -> None:
        self._words.configure(wraplength=event.width - 2 * self._look.px(14))


class _ServerRail(Rail):
    def draw_row(self, row: RailRow, top: int, width: int, state: RowState) -> None:
        if not isinstance(row, _Row):
            return
        self.draw_ground(row, top, width, state)
        look, px, palette = self.look, self.look.px, self.look.palette
        server, middle = row.server, top + self.height(row) // 2
        sign = "lock-fill" if server.is_encrypted else "unlock"
        color = palette.accent if server.is_encrypted else palette.muted
        icon = look.pictures.icon(sign, px(15), color, self.ground(state))
        self.put(px(20), middle, icon)
        left, room = px(46), width - px(46 + 18)
        upper, lower = middle - px(9), middle + px(9)
        name, fonts = plain(server.name), look.fonts
        self.write(left, upper, name, fonts.body, palette.text, room)
        self.write(left, lower, server.details, fonts.small, palette.muted, room)
