"""Tells a press on a row of a rail from a row that is dragged to another place."""

import tkinter as tk
from collections.abc import Callable

from chatapp.views.look.scale import Scale

_FAR = 6
_EDGE = 24
_SCROLL_MILLISECONDS = 60


class RailDragging:
    """Follows the mouse from a press to its release.

    `on_drag` is told which row is dragged and how far down the canvas it is now,
    `on_drop` where it was let go; None for a drag that was given up.
    """

    def __init__(
        self,
        canvas: tk.Canvas,
        scale: Scale,
        key_at: Callable[[int], str],
        on_press: Callable[[str], None],
        scroll: Callable[[int], object],
    ) -> None:
        self.can_drag: Callable[[str], bool] = lambda _key: False
        self.on_drag: Callable[[str, int], None] = lambda _key, _y: None
        self.on_drop: Callable[[str, int | None], None] = lambda _key, _y: None
        self._canvas = canvas
        self._scale = scale
        self._key_at = key_at
        self._on_press = on_press
        self._scroll = scroll
        self._key = ""
        self._began = self._y = 0
        self._is_dragged = False
        self._timer: str | None = None
        canvas.bind("<Button-1>", self._pressed)
        canvas.bind("<B1-Motion>", self._moved)
        canvas.bind("<ButtonRelease-1>", self._released)

    @property
    def key(self) -> str:
        """The row that is dragged, or ""."""
        return self._key if self._is_dragged else ""

    def give_up(self) -> bool:
        """Leave everything where it is; False when nothing is dragged."""
        was_dragged, key = self._is_dragged, self._key
        self._end()
        if was_dragged:
            self.on_drop(key, None)
        return was_dragged

    def _pressed(self, event: "tk.Event[tk.Misc]") -> None:
        self._end()
        self._key, self._began = self._key_at(event.y), event.y

    def _moved(self, event: "tk.Event[tk.Misc]") -> None:
        if not self._key or not self.can_drag(self._key):
            return
        self._y = event.y
        if abs(event.y - self._began) > self._scale.px(_FAR):
            self._is_dragged = True
        if self._is_dragged:
            self.on_drag(self._key, event.y)
            self._scroll_at_edge()

    def _released(self, event: "tk.Event[tk.Misc]") -> None:
        key, was_dragged = self._key, self._is_dragged
        self._end()
        if was_dragged:
            self.on_drop(key, event.y)
        elif key and key == self._key_at(event.y):
            self._on_press(key)

    def _scroll_at_edge(self) -> None:
        """Show more for as long as a row is held at the upper or the lower edge."""
        if self._timer is None:
            self._timer = self._canvas.after(_SCROLL_MILLISECONDS, self._scroll_on)

    def _scroll_on(self) -> None:
        self._timer = None
        edge = self._scale.px(_EDGE)
        step = -1 if self._y < edge else 1
        if edge <= self._y <= self._canvas.winfo_height() - edge:
            return
        self._scroll(step)
        self.on_drag(self._key, self._y)
        self._scroll_at_edge()

    def _end(self) -> None:
        self._key, self._is_dragged = "", False
        if self._timer is not None:
            self._canvas.after_cancel(self._timer)
            self._timer = None
