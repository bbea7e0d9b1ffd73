"""Calls back those who asked for it, each for as long as its widget lives."""

import itertools
import tkinter as tk
from collections.abc import Callable


class Followers:
    """Who wants to know of a change: to wear other colours, or to take another size."""

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._callbacks: dict[int, tuple[tk.Misc, Callable[[], None]]] = {}

    def add(self, widget: tk.Misc, callback: Callable[[], None]) -> None:
        """Call back now and after each change, until `widget` is destroyed."""
        key = next(self._numbers)
        self._callbacks[key] = (widget, callback)

        def gone(event: "tk.Event[tk.Misc]") -> None:
            if event.widget is widget:
                self._callbacks.pop(key, None)

        widget.bind("<Destroy>", gone, add="+")
        callback()

    def call(self) -> None:
        """Tell everybody that there was a change, but nobody who has gone."""
        for key, (widget, callback) in list(self._callbacks.items()):
            if widget.winfo_exists():
                callback()
            else:
                self._callbacks.pop(key, None)
