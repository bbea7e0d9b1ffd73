"""Keeps all sizes in proportion to the screen and to the reader's zoom."""

import tkinter as tk
from collections.abc import Callable
from typing import Any

from chatapp.views.look.followers import Followers

ZOOMS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

Size = float | tuple[float, ...]


def nearest_zoom(zoom: float) -> float:
    """Give the step that is nearest to a zoom, whatever number that is."""
    return min(ZOOMS, key=lambda step: abs(step - zoom))


def next_zoom(zoom: float, steps: int) -> float:
    """Give the zoom so many steps larger, or smaller, as far as there are any."""
    wanted = ZOOMS.index(nearest_zoom(zoom)) + steps
    return ZOOMS[max(0, min(len(ZOOMS) - 1, wanted))]


class Scale:
    """How large things are; all sizes given are pixels of an ordinary screen.

    `factor` is what they are multiplied by.
    """

    def __init__(self, screen: float, zoom: float) -> None:
        self._screen = screen
        self._zoom = nearest_zoom(zoom)
        self.factor = screen * self._zoom
        self._followers = Followers()

    @property
    def zoom(self) -> float:
        """How much larger everything is than it would be."""
        return self._zoom

    def px(self, size: float) -> int:
        """Convert a size to pixels of this screen, at the zoom of the moment."""
        return round(size * self.factor)

    def unzoomed(self, size: float) -> int:
        """Convert a size to pixels of this screen, whatever the zoom is."""
        return round(size * self._screen)

    def change(self, zoom: float) -> None:
        """Take another zoom; sizes follow once `resize` is called."""
        self._zoom = nearest_zoom(zoom)
        self.factor = self._screen * self._zoom

    def resize(self) -> None:
        """Give everything that follows its new size."""
        self._followers.call()

    def follow(self, widget: tk.Misc, resize: Callable[[], None]) -> None:
        """Call `resize` now and after each zoom, while `widget` lives."""
        self._followers.add(widget, resize)

    def fit(self, widget: tk.Misc, **sizes: Size) -> None:
        """Set options of a widget that are sizes, now and after each zoom."""
        configure: Any = widget.configure
        self.follow(widget, lambda: configure(**self._scaled(sizes)))

    def space(self, widget: tk.Widget, **sizes: Size) -> None:
        """Set the distances round a widget that is already packed or in a grid.

        Of the two only a grid knows them still when the widget is shown again.
        """
        is_packed = widget.winfo_manager() == "pack"
        self.follow(widget, lambda: self._space(widget, sizes, is_packed=is_packed))

    def _space(
        self, widget: tk.Widget, sizes: dict[str, Size], *, is_packed: bool
    ) -> None:
        options: Any = self._scaled(sizes)
        is_shown = bool(widget.winfo_manager())
        if is_packed:
            if is_shown:
                widget.pack_configure(**options)
            return
        widget.grid_configure(**options)
        if not is_shown:  # it was taken out of its grid, and only for a while
            widget.grid_remove()

    def _scaled(self, sizes: dict[str, Size]) -> dict[str, Any]:
        return {
            name: tuple(map(self.px, size))
            if isinstance(size, tuple)
            else self.px(size)
            for name, size in sizes.items()
        }
