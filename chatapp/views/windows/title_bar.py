"""Has the title bar, which the system draws, be dark where the window is dark."""

import sys
import tkinter as tk
from contextlib import suppress

from chatapp.views.look.palette import Look

_DARK_MODE = 20
"""DWMWA_USE_IMMERSIVE_DARK_MODE, as Windows 11 and Windows 10 since 2020 have it."""

_LOOK_AGAIN = 0x1 | 0x2 | 0x4 | 0x10 | 0x20
"""SetWindowPos: same size, place and order, no activation, but a frame drawn anew."""

_MAC_NAMES = (("aqua", "light"), ("darkaqua", "dark"))
"""What light and dark are called by Tk up to 9.0, and from 9.1 on."""


def match_title_bar(window: tk.Toplevel, look: Look) -> None:
    """Have the title bar go with the colours, now and whenever they change.

    Other systems choose it by themselves.
    """
    if sys.platform not in ("win32", "darwin"):
        return

    def paint() -> None:
        if not window.winfo_viewable():
            return  # there is no title bar yet: Tk makes it when the window is shown
        if sys.platform == "win32":
            with suppress(OSError, AttributeError):  # an old Windows cannot
                _paint_on_windows(int(window.frame(), 16), is_dark=look.palette.dark)
        else:
            _paint_on_mac(window, *_MAC_NAMES[look.palette.dark])

    def shown(event: "tk.Event[tk.Misc]") -> None:
        if event.widget is window:  # and not one of all those in it
            paint()

    look.follow(window, paint)
    window.bind("<Map>", shown, add="+")


def _paint_on_windows(handle: int, *, is_dark: bool) -> None:
    import ctypes  # noqa: PLC0415 - other systems have no need of it

    windll = getattr(ctypes, "windll")  # noqa: B009 - mypy on other systems knows none
    window, wanted = ctypes.c_void_p(handle), ctypes.c_int(is_dark)
    windll.dwmapi.DwmSetWindowAttribute(
        window, _DARK_MODE, ctypes.byref(wanted), ctypes.sizeof(wanted)
    )
    windll.user32.SetWindowPos(window, None, 0, 0, 0, 0, _LOOK_AGAIN)


def _paint_on_mac(window: tk.Toplevel, name: str, later_name: str) -> None:
    for words in (
        ("wm", "attributes", window, "-appearance", name),
        ("wm", "attributes", window, "-appearance", later_name),
        ("::tk::unsupported::MacWindowStyle", "appearance", window, name),
    ):
        with suppress(tk.TclError):  # another version of Tk has other words
            window.tk.call(*words)
            return
