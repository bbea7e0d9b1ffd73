"""Windows beside the chat window, which go when it goes."""

import tkinter as tk
from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.views.look.palette import Look
from chatapp.views.windows.keys import bind_keys
from chatapp.views.windows.window_size import Size

if TYPE_CHECKING:
    from chatapp.views.windows.plain_window import PlainWindow
    from chatapp.views.windows.wire_window import WireWindow

_SIZE = (960, 620)


class SideWindows:
    """Opens them; Escape closes each."""

    def __init__(self, look: Look, new_window: Callable[[Size], tk.Toplevel]) -> None:
        """`new_window` makes an empty window that is not on the screen yet."""
        self._look = look
        self._new_window = new_window
        self._windows: list[tk.Toplevel] = []

    def new_wire_window(self, title: str, *words: str) -> "WireWindow":
        """Open the window that shows what goes over the wire."""
        from chatapp.views.windows.wire_window import WireWindow  # noqa: PLC0415 - few open it

        window = self._new()
        window.title(title)
        view = WireWindow(window, self._look, *words)
        self._show(window, view, view.text)
        return view

    def new_plain_window(self) -> "PlainWindow":
        """Open a window for a conversation as plain text."""
        from chatapp.views.windows.plain_window import PlainWindow  # noqa: PLC0415 - as above

        window = self._new()
        view = PlainWindow(window, self._look)
        self._show(window, view, view.text)
        return view

    def close(self) -> None:
        """Close all of them."""
        for window in self._windows:
            window.destroy()
        self._windows.clear()

    def _new(self) -> tk.Toplevel:
        self._windows = [each for each in self._windows if each.winfo_exists()]
        width, height = map(self._look.scale.unzoomed, _SIZE)
        window = self._new_window((width, height))
        self._windows.append(window)
        window.protocol("WM_DELETE_WINDOW", window.destroy)
        bind_keys(window, {"Escape": window.destroy})
        return window

    def _show(self, window: tk.Toplevel, view: tk.Pack, focus: tk.Misc) -> None:
        view.pack_configure(fill="both", expand=True)
        window.deiconify()
        window.lift()
        focus.focus_set()
