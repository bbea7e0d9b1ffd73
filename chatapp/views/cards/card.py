"""A card lies over its window, and has the keyboard as long as it does."""

import tkinter as tk
from collections.abc import Iterator, Sequence

import ttkbootstrap as ttk


class Card(ttk.Frame):
    """Goes when it is answered or given up; the focus is then where it was before.

    Tab goes round in it as one reads: by lines, and in each from left to right. What
    stands in a frame of its own is read as a whole.
    """

    def __init__(self, window: tk.Toplevel) -> None:
        super().__init__(window, style="Dialog.TFrame")
        self._window = window
        self._focus_before: tk.Misc | None = None
        self._focus: tk.Misc | None = None

    def close(self) -> None:
        """Take the card away, and give the focus back."""
        if not self.winfo_exists():
            return
        before = self._focus_before
        self.destroy()
        if before is not None and before.winfo_exists():
            before.focus_set()

    def give_up(self) -> None:
        """Do what the key Escape is for."""
        self.close()

    def focused(self, widget: tk.Misc) -> None:
        """Note what in the card has the focus now."""
        self._focus = widget

    def take_focus(self) -> None:
        """Have the focus where it last was in the card, or else at its begin."""
        last = self._focus
        if last is not None and last.winfo_exists() and last.winfo_viewable():
            last.focus_set()
            return
        self.tk.call("focus", self.next_stop(str(self), 1))

    def next_stop(self, path: str, step: int) -> str:
        """Give the path of where Tab leads from a widget, or with -1 Shift+Tab."""
        stops = list(map(str, _stops_in(self)))
        if path not in stops:
            return stops[0 if step > 0 else -1] if stops else path
        return stops[(stops.index(path) + step) % len(stops)]

    def _keep_focus(self) -> None:
        """Remember where the focus is to be when the card is gone."""
        self._focus_before = self._window.focus_lastfor()


def open_card(root: tk.Misc, path: str) -> Card | None:
    """Give the card that lies over the window of a widget, if one does.

    By its path, as Tk's own dialogs have widgets that are none of Python's. The widget
    may be gone: the same key has closed its window.
    """
    try:
        window = str(root.tk.call("winfo", "toplevel", path))
        children = root.nametowidget(window).winfo_children()
    except (KeyError, tk.TclError):
        return None
    cards = [it for it in children if isinstance(it, Card) and it.winfo_manager()]
    return cards[-1] if cards else None


def _stops_in(widget: tk.Misc) -> Iterator[tk.Misc]:
    seen = [child for child in widget.winfo_children() if child.winfo_viewable()]
    for child in _as_read(seen):
        if child.tk.getboolean(child.tk.call("tk::FocusOK", child)):
            yield child
        yield from _stops_in(child)


def _as_read(widgets: Sequence[tk.Misc]) -> Iterator[tk.Misc]:
    """Order what stands side by side from left to right, and lines from the top."""
    lines: list[list[tk.Misc]] = []
    for widget in sorted(widgets, key=lambda it: it.winfo_y()):
        middle = widget.winfo_y() + widget.winfo_height() / 2
        first = lines[-1][0] if lines else None
        if first is None or middle >= first.winfo_y() + first.winfo_height():
            lines.append([])
        lines[-1].append(widget)
    for line in lines:
        yield from sorted(line, key=lambda it: it.winfo_x())
