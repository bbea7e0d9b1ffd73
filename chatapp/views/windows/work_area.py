"""What of the screen windows may have: all but the task bar, the Dock and the like."""

import sys
import tkinter as tk
from contextlib import suppress
from dataclasses import dataclass

_WORK_AREA = 0x30
"""SPI_GETWORKAREA: what Windows' task bar leaves free of the first screen."""

_MENU_BAR, _DOCK = 25, 80
"""About how high they are on macOS, which tells nothing of it to Tk."""


@dataclass(frozen=True, slots=True)
class WorkArea:
    """A part of the screen, in pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where it ends."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.top + self.height


def work_area(window: tk.Misc) -> WorkArea:
    """Tell what windows may have of the screen; window managers of X11 see to it."""
    width, height = window.winfo_screenwidth(), window.winfo_screenheight()
    if sys.platform == "darwin":
        return WorkArea(0, _MENU_BAR, width, height - _MENU_BAR - _DOCK)
    if sys.platform == "win32":
        with suppress(OSError, AttributeError):
            return _area_of_windows() or WorkArea(0, 0, width, height)
    return WorkArea(0, 0, width, height)


def _area_of_windows() -> WorkArea | None:
    """Ask Windows; None if it does not say."""
    import ctypes  # noqa: PLC0415 - other systems have no need of it

    edges = (ctypes.c_long * 4)()
    user = getattr(ctypes, "windll").user32  # noqa: B009 - mypy on other systems knows none
    if not user.SystemParametersInfoW(_WORK_AREA, 0, ctypes.byref(edges), 0):
        return None
    left, top, right, bottom = edges
    return WorkArea(left, top, right - left, bottom - top)
