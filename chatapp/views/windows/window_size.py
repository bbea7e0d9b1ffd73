"""Tells which size a person gives a window, once it has come to rest."""

import tkinter as tk
from collections.abc import Callable

from chatapp.views.windows.work_area import WorkArea

_REST_MS = 400

Size = tuple[int, int]


class WindowSize:
    """Watches one window; the size of a maximised one is not its own."""

    def __init__(
        self, window: tk.Toplevel, on_resized: Callable[[int, int], None]
    ) -> None:
        self._window = window
        self._size: Size = (0, 0)
        # What it opens with is the program's choice, or that of the window manager.
        self._known: Size | None = None
        self._on_resized = on_resized
        self._due: str | None = None
        window.bind("<Configure>", self._configured, add="+")

    def finish(self) -> None:
        """Tell what is not told yet, as the window is about to go."""
        if self._due is not None:
            self._window.after_cancel(self._due)
            self._tell()

    def _configured(self, event: "tk.Event[tk.Misc]") -> None:
        if event.widget is not self._window:
            return
        self._size = (event.width, event.height)
        if self._due is not None:
            self._window.after_cancel(self._due)
        self._due = self._window.after(_REST_MS, self._tell)

    def _tell(self) -> None:
        self._due = None
        if _fills_the_screen(self._window):
            return
        before, self._known = self._known, self._size
        if before not in (None, self._size):
            self._on_resized(*self._size)


def _fills_the_screen(window: tk.Toplevel) -> bool:
    if window.state() != "normal":
        return True
    known = window.tk.splitlist(window.tk.call("wm", "attributes", window))[::2]
    names = {"-zoomed", "-fullscreen"} & {str(name) for name in known}
    return any(int(window.tk.call("wm", "attributes", window, it)) for it in names)


def start_place(area: WorkArea, wanted: Size, bar: int) -> str:
    """Give where a window of a size opens, as Tk writes it; it is no larger than fits.

    Args:
        area: what windows may have of the screen.
        wanted: its size without the title bar.
        bar: how high that is.
    """
    width, height = min(wanted[0], area.width), min(wanted[1], area.height - bar)
    left = area.left + (area.width - width) // 2
    top = area.top + (area.height - bar - height) // 3
    return f"{width}x{height}+{left}+{top}"
