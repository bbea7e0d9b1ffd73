"""A part of a card that scrolls, and shows whatever in it takes the focus."""

import tkinter as tk
from functools import partial

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.widgets.wheel import bind_wheel, with_all_in

_STEP = 40
_BESIDE = 5


class ScrolledRows(ttk.Frame):
    """Holds `rows`, a frame as wide as there is room, in a height that is given.

    Its bar stands beside it, at the edge of what it stands in.
    """

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self._look = look
        self._tied: set[str] = set()
        self.columnconfigure(0, weight=1)
        self.rowconfigure(0, weight=1)
        self._canvas: tk.Canvas = ttk.Canvas(
            self,
            autostyle=False,
            bd=0,
            highlightthickness=0,
            width=1,
            height=1,
            takefocus=False,
        )
        self._canvas.grid(row=0, column=0, sticky="nsew")
        self.bar = ttk.Scrollbar(
            master, style="Page.Vertical.TScrollbar", command=self._canvas.yview
        )
        self._canvas.configure(yscrollcommand=self.bar.set)
        self.rows = ttk.Frame(self._canvas, style="Page.TFrame")
        self._item = self._canvas.create_window(0, 0, anchor="nw", window=self.rows)
        self._canvas.bind("<Configure>", self._resized)
        # A canvas that cannot be seen yet gives what is in it no size.
        self._canvas.bind("<Map>", lambda _event: self._show_width_again())
        self.rows.bind("<Configure>", lambda _event: self._fit())
        look.follow(self._canvas, self._paint)

    def tie(self) -> None:
        """Let the wheel scroll over all that is in it by now."""
        for part in (self.bar, self._canvas, *with_all_in(self.rows)):
            if str(part) not in self._tied:
                self._tied.add(str(part))
                bind_wheel(part, partial(self._turn, part))

    def show_width(self, width: int) -> None:
        """Lay the rows out for so many pixels, before the place has them."""
        self._canvas.itemconfigure(self._item, width=width)

    def show_height(self, height: int) -> None:
        """Be so high, and have a bar where the rows need more."""
        self._canvas.configure(height=height)
        if self.rows.winfo_reqheight() > height:
            self.bar.place(
                in_=self, relx=1.0, x=self._look.px(_BESIDE), relheight=1.0, y=0
            )
        else:
            self.bar.place_forget()
            self.to_top()

    @property
    def is_moved(self) -> bool:
        """Whether something stands above what is to be seen."""
        return bool(self._canvas.canvasy(0) > 0)

    def to_top(self) -> None:
        """Show the first row."""
        self._canvas.yview_moveto(0.0)

    def scroll(self, steps: int) -> str | None:
        """Move by so many steps, down or with less than 0 up.

        At the end it leaves them to what it stands in, and gives nothing.
        """
        first, last = self._canvas.yview()
        if (first <= 0 and steps <= 0) or (last >= 1 and steps >= 0):
            return None
        self._canvas.yview_scroll(steps * self._look.px(_STEP), "units")
        return "break"

    def reveal(self, widget: tk.Misc) -> None:
        """Scroll as little as shows all of a widget that is in it, or else its top."""
        top = widget.winfo_rooty() - self.rows.winfo_rooty()
        bottom, room = top + widget.winfo_height(), self._canvas.winfo_height()
        seen, whole = self._canvas.canvasy(0), max(1, self.rows.winfo_height())
        step = self._look.px(_STEP)
        if seen <= top <= bottom <= seen + room:
            return
        wanted = top - step if top < seen else min(top, bottom + step - room)
        self._canvas.yview_moveto(max(0, wanted) / whole)

    def _show_width_again(self) -> None:
        self.show_width(self._canvas.winfo_width())

    def _resized(self, event: "tk.Event[tk.Misc]") -> None:
        self.show_width(event.width)

    def _fit(self) -> None:
        height = self.rows.winfo_reqheight()
        self._canvas.configure(scrollregion=(0, 0, 1, height), yscrollincrement=1)
        self.tie()

    def _turn(self, part: tk.Misc, steps: int) -> str | None:
        if isinstance(part, tk.Text | tk.Listbox) and part.yview() != (0.0, 1.0):
            return None  # it scrolls itself
        return self.scroll(steps)

    def _paint(self) -> None:
        self._canvas.configure(background=self._look.palette.page)
