"""Where a card stands in its window: near the middle, and moved if it is too high."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.widgets.wheel import bind_wheel, with_all_in

_AIR, _STEP = 10, 40


class CardPlace:
    """Keeps all of a card in its window, or what has the focus where that is low.

    It begins where it began, whatever is said in it, so that nothing moves away from
    under the pointer. A card that is higher than the window is moved by the wheel, and
    by Tab.
    """

    def __init__(
        self,
        card: ttk.Frame,
        window: tk.Toplevel,
        look: Look,
        middle: float,
        fit: Callable[[], None],
    ) -> None:
        """Show it nowhere yet.

        Args:
            card: what is to be placed.
            window: where it is to stand.
            look: the sizes of the moment.
            middle: how far down its middle is, as a share of the window's height.
            fit: gives the card the size that fits its window, and calls `put`.
        """
        self._card, self._window, self._look = card, window, look
        self._middle = middle
        self._fit = fit
        self._hidden_above = 0
        self._size = (0, 0)
        self._scale = 0.0
        self._now = 0.0
        self._top = 0
        self._is_placed_anew = True

    def put(self, width: int) -> None:
        """Stand there, so many pixels wide."""
        size, scale = self._size_of_window(), self._look.scale.factor
        self._is_placed_anew |= (size, scale) != (self._size, self._scale)
        self._size, self._scale = size, scale
        self._now = self._wanted()
        self._card.place(relx=0.5, rely=self._now, anchor="n", width=width)

    def follow(self) -> None:
        """From now on, stay in the window whatever becomes of it, or of the card."""
        # It is told of the window as well: what stands in its middle moves with it.
        self._card.bind("<Configure>", self._changed, add="+")
        for part in with_all_in(self._card):
            bind_wheel(part, self.move)

    def reveal(self, widget: tk.Misc) -> None:
        """Move the card as little as shows a part of it."""
        if not self._card.winfo_ismapped():
            return  # nothing stands where it will
        air, room = self._look.px(_AIR), self._window.winfo_height()
        top = widget.winfo_rooty() - self._card.winfo_rooty()
        bottom = top + widget.winfo_height()
        least, most = bottom + air - room, top - air
        self._hidden_above = min(max(self._hidden_above, least), most)
        self._settle()

    def _size_of_window(self) -> tuple[int, int]:
        return self._window.winfo_width(), self._window.winfo_height()

    def _changed(self, event: "tk.Event[tk.Misc]") -> None:
        if event.widget is not self._card:
            return
        if self._size != self._size_of_window():
            self._fit()
        if self._is_placed_anew:
            # What was put into it since then still belongs to it as it comes.
            self._card.update_idletasks()
            self._settle()
            self._is_placed_anew = False
        self._settle()

    def _settle(self) -> None:
        wanted = self._wanted()
        if wanted != self._now:
            self._now = wanted
            self._card.place_configure(rely=wanted)

    def _wanted(self) -> float:
        """Tell where it has to begin, as a share of the window's height."""
        height, room = self._card.winfo_reqheight(), self._window.winfo_height()
        if room <= 1:  # nobody has seen the window yet
            return 0.0
        spare = room - height
        if spare >= 0:
            self._hidden_above = 0
            if self._is_placed_anew:
                wanted = round(self._middle * room - height / 2)
                self._top = max(spare // 2 if wanted < 0 else 0, wanted)
            top = min(self._top, spare)
        else:
            self._hidden_above = max(0, min(self._hidden_above, -spare))
            top = -self._hidden_above
        return top / room

    def move(self, steps: int) -> None:
        """Move a card that is too high for its window by so many steps."""
        self._hidden_above += steps * self._look.px(_STEP)
        self._settle()
