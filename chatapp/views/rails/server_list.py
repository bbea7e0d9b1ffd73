"""The chats around here, in a panel of the sign-in window."""

import tkinter as tk
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.models.entities import ServerRow
from chatapp.views.look.palette import Look
from chatapp.views.look.style_builder import IN_ROUND_FRAME
from chatapp.views.widgets.form_field import IN_LABEL

if TYPE_CHECKING:
    from chatapp.views.rails.server_rail import ServerRail

HEIGHT = 116
"""Two rows and a part of the third, which says that there are more."""

LOW_SCREEN = 760
HEIGHT_ON_A_LOW_SCREEN = 72
LEAST_HEIGHT = 46

_BESIDE_WORDS = 14


class ServerList(ttk.Frame):
    """Some rows of one height: what comes and goes in them moves nothing else."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="List.TFrame")
        self.on_choose: Callable[[str], None] = lambda _key: None
        self.on_focus: Callable[[], None] = lambda: None
        self.rail: ServerRail | None = None
        self._look = look
        is_low = self.winfo_screenheight() < look.px(LOW_SCREEN)
        self._height = HEIGHT_ON_A_LOW_SCREEN if is_low else HEIGHT
        look.fit(self, height=self._height, padding=IN_ROUND_FRAME)
        self.pack_propagate(flag=False)
        self._words = ttk.Label(self, style="SideSmall.TLabel", justify="left")
        look.fit(self._words, padding=(_BESIDE_WORDS, 0))
        self._words.bind("<Configure>", self._wrap)
        self._words.pack(fill="both", expand=True)

    def show(self, rows: Sequence[ServerRow], words: str) -> None:
        """List these servers; where there are none, say these words."""
        self._words.configure(text=words)
        if rows and self.rail is None:
            self.rail = self._new_rail()
        if self.rail:
            self.rail.show_servers(rows)
            self._put(self.rail if rows else self._words)

    def give_way(self, pixels: int) -> None:
        """Be so much less high than usual, for what is said above."""
        px = self._look.px
        self.configure(height=max(px(LEAST_HEIGHT), px(self._height) - pixels))

    @property
    def words(self) -> str:
        """What is said where nothing is listed."""
        return str(self._words.cget("text")) if self._words.winfo_manager() else ""

    def _new_rail(self) -> "ServerRail":
        # Rails are the chat window's, and many never see one before it.
        from chatapp.views.rails.server_rail import ServerRail  # noqa: PLC0415

        rail = ServerRail(self, self._look)
        rail.on_choose = self._choose
        rail.canvas.bind("<FocusIn>", lambda _event: self.on_focus(), add=True)
        return rail

    def _put(self, shown: tk.Widget) -> None:
        if not shown.winfo_manager():
            for each in self.pack_slaves():
                each.pack_forget()
            shown.pack(fill="both", expand=True)

    def _choose(self, key: str) -> None:
        self.on_choose(key)

    def _wrap(self, event: "tk.Event[tk.Misc]") -> None:
        around = 2 * self._look.px(_BESIDE_WORDS) + IN_LABEL
        self._words.configure(wraplength=max(1, event.width - around))
