"""A part of a card that scrolls, and shows whatever in it takes the focus."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look

_STEP = 40


class ScrolledRows(ttk.Frame):
    """Holds `rows`, a frame as wide as there is room, in a height that is given."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self._look = look
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
        self._bar = ttk.Scrollbar(
            self, style="Page.Vertical.TScrollbar", command=self._canvas.yview
        )
        self._bar.grid(row=0, column=1, sticky="ns")
        self._canvas.configure(yscrollcommand=self._bar.set)
        self.rows = ttk.Frame(self._canvas, style="Page.TFrame")
        self._item = self._canvas.create_window(0, 0, anchor="nw", window=self.rows)
        self._canvas.bind("<Configure>", self._resized)
        self.rows.bind("<Configure>", lambda _event: self._fit())
        self.tie(self._canvas)
        self.tie(self.rows)
        look.follow(self._canvas, self._paint)

    def follow_focus(self, station: tk.Misc) -> None:
        """Bring a widget into view once it has the focus.

        Tk takes whatever has this binding for something that the Tab key should reach.
        """
        station.bind("<FocusIn>", lambda event: self._reveal(event.widget), add="+")

    def tie(self, widget: tk.Misc) -> None:
        """Let the wheel scroll over a widget."""
        widget.bind("<MouseWheel>", self._wheel, add="+")
        widget.bind("<Button-4>", lambda _event: self._scroll(-1), add="+")
        widget.bind("<Button-5>", lambda _event: self._scroll(1), add="+")

    def show_height(self, height: int) -> None:
        """Be so high, and have a bar where the rows need more."""
        self.update_idletasks()
        self._canvas.configure(height=height)
        if self.rows.winfo_reqheight() > height:
            self._bar.grid()
        else:
            self._bar.grid_remove()

    def to_top(self) -> None:
        """Show the first row."""
        self._canvas.yview_moveto(0.0)

    def _resized(self, event: "tk.Event[tk.Misc]") -> None:
        self._canvas.itemconfigure(self._item, width=event.width)

    def _fit(self) -> None:
        height = self.rows.winfo_reqheight()
        self._canvas.configure(scrollregion=(0, 0, 1, height), yscrollincrement=1)

    def _reveal(self, widget: tk.Misc) -> None:
        """Scroll as little as shows all of a widget, or else its top."""
        top = widget.winfo_rooty() - self.rows.winfo_rooty()
        bottom, room = top + widget.winfo_height(), self._canvas.winfo_height()
        seen, whole = self._canvas.canvasy(0), max(1, self.rows.winfo_height())
        step = self._look.px(_STEP)
        if seen <= top <= bottom <= seen + room:
            return
        wanted = top - step if top < seen else min(top, bottom + step - room)
        self._canvas.yview_moveto(max(0, wanted) / whole)

    def _wheel(self, event: "tk.Event[tk.Misc]") -> str:
        return self._scroll(-1 if event.delta > 0 else 1)

    def _scroll(self, steps: int) -> str:
        if self._bar.winfo_manager():
            self._canvas.yview_scroll(steps * self._look.px(_STEP), "units")
        return "break"

    def _paint(self) -> None:
        self._canvas.configure(background=self._look.palette.page)
