"""The window as the system shows it: its sign with a count, and whether one looks."""

import sys
import tkinter as tk
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from chatapp.views.look.palette import Look

if TYPE_CHECKING:
    from chatapp.views.look.pictures import Photo

_ICON_SIZES = (64, 32)
_MOST = 99
_PROGRAM = "chatapp.chatapp"
"""The program as the task bar of Windows knows it: its AppUserModelID."""


def be_a_program_of_its_own() -> None:
    """Have Windows show the windows as one program's, and not among all of Python's.

    To be called behind ttkbootstrap's start, which gives all its programs one name, and
    before a window is shown. Other systems go by the class of the windows.
    """
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - other systems have no need of it

        with suppress(OSError, AttributeError):
            shell = ctypes.windll.shell32
            shell.SetCurrentProcessExplicitAppUserModelID(_PROGRAM)


class TaskBar:
    """Knows the window in front, and calls back when somebody looks at it, or away."""

    def __init__(
        self, root: tk.Tk, look: Look, front: Callable[[], tk.Toplevel | None]
    ) -> None:
        be_a_program_of_its_own()
        self.on_focus: Callable[[], None] = lambda: None
        self.on_blur: Callable[[], None] = lambda: None
        self._root = root
        self._look = look
        self._front = front
        self._count = 0
        self._is_urgent = False
        self._is_looked_at = False
        self._icons: list[Photo] = []
        look.follow(root, self._paint)

    def watch(self, window: tk.Toplevel) -> None:
        """Tell when somebody looks at a window."""
        window.bind("<FocusIn>", lambda _event: self._focused(), add="+")
        window.bind("<FocusOut>", lambda _event: self._left_soon(), add="+")

    def has_focus(self) -> bool:
        """Tell whether somebody looks at the window."""
        return bool(self._root.tk.call("focus"))

    def bring_up(self) -> None:
        """Stand in front of all other windows, with the keyboard where it was."""
        window = self._front()
        if window:
            window.deiconify()
            window.lift()
            (window.focus_lastfor() or window).focus_force()

    def ask_for_attention(self) -> None:
        """Stand out in the task bar until somebody looks."""
        self._show_urgent(is_urgent=True)

    def show_badge(self, count: int) -> None:
        """Show on the program's sign how much waits; 0 shows nothing."""
        if count != self._count:
            self._count = count
            self._paint()

    def _focused(self) -> None:
        if self._is_looked_at or not self.has_focus():
            return
        self._is_looked_at = True
        self._show_urgent(is_urgent=False)
        self.on_focus()

    def _left_soon(self) -> None:
        """Look, once it is settled whether the keyboard only goes to another part."""
        if self._is_looked_at:
            self._root.after_idle(self._left)

    def _left(self) -> None:
        if self._is_looked_at and not self.has_focus():
            self._is_looked_at = False
            self.on_blur()

    def _show_urgent(self, *, is_urgent: bool) -> None:
        window = self._front()
        if window is None or is_urgent == self._is_urgent:
            return
        # Few windows ever need it, and the first one is to be there soon.
        from chatapp.views.windows.urgency import show_urgent  # noqa: PLC0415

        self._is_urgent = is_urgent
        show_urgent(window, is_urgent=is_urgent)

    def _paint(self) -> None:
        palette, pictures = self._look.palette, self._look.pictures
        words = str(min(self._count, _MOST)) if self._count else ""
        self._icons = [
            pictures.emblem(
                size,
                palette.primary,
                palette.on_accent,
                badge=(words, palette.danger, palette.on_accent),
            )
            for size in _ICON_SIZES
        ]
        self._root.iconphoto(True, *(str(icon) for icon in self._icons))
