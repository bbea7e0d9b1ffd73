"""Where the sheet of a form stands: in the middle, and moved where it is too high."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.widgets.wheel import bind_wheel, with_all_in
from chatapp.views.windows.work_area import work_area

TITLE_BAR = 40
"""How much of the screen's height is left for the title bar of a window."""
_LEAST = (480, 400)
_AROUND, _STEP = 24, 40
_BESIDE, _LESS_BESIDE = 32, 16
"""What the sheet leaves free within its edges, and where its page is narrow."""


class SheetPlace:
    """Has the window as tall as the sheet needs, as far as the screen has room.
    It is no wider than its page.

    Where it has none, the wheel moves the sheet, and so do the focus and a bar.
    """

    def __init__(
        self, page: ttk.Frame, sheet: ttk.Frame, look: Look, width: int
    ) -> None:
        """Show the sheet on its page, so many pixels wide at no zoom."""
        self._page, self._sheet, self._look = page, sheet, look
        self._width = width
        self._moved = 0
        self._has_grown = False
        self._bar = ttk.Scrollbar(
            page, style="Page.Vertical.TScrollbar", command=self._drag
        )
        look.scale.follow(sheet, self._put)
        sheet.bind("<Configure>", self._resized)
        page.bind("<Configure>", lambda _event: self._page_resized())

    def follow(self, *stops: tk.Misc) -> None:
        """From now on, move with the focus on one of these, and by the wheel."""
        for stop in stops:
            stop.bind("<FocusIn>", lambda event: self.show(event.widget), add="+")
        for part in with_all_in(self._sheet):
            bind_wheel(part, self._turn)

    def show_focus(self) -> None:
        """Have in sight what has the focus, if that is on the sheet."""
        widget = self._page.focus_get()
        if widget is not None and str(widget).startswith(f"{self._sheet}."):
            self.show(widget)
        else:
            self._settle()

    def show(self, widget: tk.Misc) -> None:
        """Have a part of the sheet in sight."""
        half = widget.winfo_height() // 2
        middle = widget.winfo_rooty() - self._sheet.winfo_rooty() + half
        self._moved = self._sheet.winfo_reqheight() // 2 - middle
        self._settle()

    def _put(self) -> None:
        px, room = self._look.px, self._page.winfo_width()
        width = min(px(self._width), room if room > 1 else 10_000)
        is_narrow = width < px(self._width)
        wide = _LESS_BESIDE if is_narrow else _BESIDE
        self._sheet.configure(padding=tuple(map(px, (wide, 26, wide, 24))))
        self._sheet.place(relx=0.5, rely=0.5, anchor="center", width=width)

    def _turn(self, steps: int) -> None:
        self._moved -= steps * self._look.px(_STEP)
        self._settle()

    def _drag(self, how: str, amount: str, _unit: str = "") -> None:
        """Move as the bar is moved: to a share of the sheet, or by steps."""
        if how == "moveto":
            height = self._sheet.winfo_reqheight()
            self._moved = self._most() - round(float(amount) * height)
            self._settle()
        else:
            self._turn(int(amount))

    def _most(self) -> int:
        """Tell how far the sheet can be moved up, or down: it stands in the middle."""
        return max(0, self._sheet.winfo_reqheight() - self._page.winfo_height()) // 2

    def _settle(self) -> None:
        """Stand where it is wanted, with nothing free above it or below."""
        most, height = self._most(), self._sheet.winfo_reqheight()
        self._moved = max(-most, min(most, self._moved))
        self._sheet.place_configure(y=self._moved)
        if most and self._page.winfo_height() > 1:
            above = most - self._moved
            self._bar.set(above / height, 1 - (2 * most - above) / height)
            self._bar.place(relx=1, relheight=1, anchor="ne")
            self._bar.lift()
        else:
            self._bar.place_forget()

    def _resized(self, event: "tk.Event[tk.Misc]") -> None:
        """Keep the window tall enough for whatever has to be said."""
        window, px = self._page.winfo_toplevel(), self._look.px
        if self._page.master is window:
            width, height = self._room()
            needed = max(px(_LEAST[1]), event.height + px(_AROUND))
            window.minsize(min(px(_LEAST[0]), width), min(needed, height))
            self._has_grown = True
        self.show_focus()

    def _page_resized(self) -> None:
        if self._has_grown:
            self._has_grown = False
            self._stay_on_screen()
        self._put()
        self.show_focus()

    def _room(self) -> tuple[int, int]:
        window = self._page.winfo_toplevel()
        bar = self._look.scale.unzoomed(TITLE_BAR)
        area = work_area(window)
        return area.width, area.height - bar

    def _stay_on_screen(self) -> None:
        """Move a window that has grown below the screen up, or to the left."""
        window = self._page.winfo_toplevel()
        area = work_area(window)
        right = window.winfo_rootx() + window.winfo_width()
        bottom = window.winfo_rooty() + window.winfo_height()
        beyond_x = max(0, right - area.right)
        beyond_y = max(0, bottom - area.bottom)
        if beyond_x or beyond_y:
            x, y = window.winfo_x() - beyond_x, window.winfo_y() - beyond_y
            window.geometry(f"+{max(area.left, x)}+{max(area.top, y)}")
