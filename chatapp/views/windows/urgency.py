"""Lets a window stand out in the system's task bar until somebody looks at it."""

import ctypes
import sys
import tkinter as tk
from contextlib import suppress

_URGENT = 1 << 8
_FLASH_UNTIL_LOOKED_AT, _FLASH_STOP = 3 | 12, 0
_LIBRARY = "libX11.so.6"


class _Hints(ctypes.Structure):
    """XWMHints, as Xlib has it."""

    _fields_ = (
        ("flags", ctypes.c_long),
        ("input", ctypes.c_int),
        ("initial_state", ctypes.c_int),
        ("icon_pixmap", ctypes.c_ulong),
        ("icon_window", ctypes.c_ulong),
        ("icon_x", ctypes.c_int),
        ("icon_y", ctypes.c_int),
        ("icon_mask", ctypes.c_ulong),
        ("window_group", ctypes.c_ulong),
    )


class _Flash(ctypes.Structure):
    """FLASHWINFO, as Windows has it."""

    _fields_ = (
        ("size", ctypes.c_uint),
        ("window", ctypes.c_void_p),
        ("flags", ctypes.c_uint),
        ("count", ctypes.c_uint),
        ("timeout", ctypes.c_uint),
    )


def show_urgent(window: tk.Toplevel, *, is_urgent: bool) -> None:
    """Ask for somebody's attention, or no longer; where that cannot be, do nothing."""
    if sys.platform == "darwin":
        with suppress(tk.TclError):  # an older Tk cannot
            window.attributes("-notify", is_urgent)
    elif sys.platform == "win32":
        with suppress(OSError, AttributeError):
            _flash(int(window.frame(), 16), is_urgent=is_urgent)
    elif window.tk.call("tk", "windowingsystem") == "x11":
        with suppress(OSError, AttributeError):  # Tk is there without Xlib by that name
            _hint(window.winfo_id(), window.winfo_screen(), is_urgent=is_urgent)


def _flash(handle: int, *, is_urgent: bool) -> None:
    flags = _FLASH_UNTIL_LOOKED_AT if is_urgent else _FLASH_STOP
    flash = _Flash(ctypes.sizeof(_Flash), handle, flags, 0, 0)
    library: ctypes.CDLL = getattr(ctypes, "windll").user32  # noqa: B009 - mypy on other systems knows no windll
    library.FlashWindowEx(ctypes.byref(flash))


def _hint(window: int, screen: str, *, is_urgent: bool) -> None:
    """Set the hint of the window around Tk's own, which the window manager sees."""
    x = _xlib()
    display = x.XOpenDisplay(screen.encode())
    if not display:
        return
    try:
        around = _parent(x, display, window)
        hints = x.XGetWMHints(display, around) or x.XAllocWMHints()
        flags = hints.contents.flags
        hints.contents.flags = flags | _URGENT if is_urgent else flags & ~_URGENT
        x.XSetWMHints(display, around, hints)
        x.XFree(hints)
    finally:
        x.XCloseDisplay(display)


def _parent(x: ctypes.CDLL, display: int, window: int) -> int:
    root, parent = ctypes.c_ulong(), ctypes.c_ulong()
    children, count = ctypes.c_void_p(), ctypes.c_uint()
    x.XQueryTree(
        display,
        window,
        ctypes.byref(root),
        ctypes.byref(parent),
        ctypes.byref(children),
        ctypes.byref(count),
    )
    if children:
        x.XFree(children)
    return window if parent.value in (0, root.value) else parent.value


def _xlib() -> ctypes.CDLL:
    """Load what Tk has loaded already, and say which values its functions take.

    Raises:
        OSError: there is no such library.
    """
    x = ctypes.CDLL(_LIBRARY)
    display, window = ctypes.c_void_p, ctypes.c_ulong
    x.XOpenDisplay.argtypes, x.XOpenDisplay.restype = [ctypes.c_char_p], display
    x.XCloseDisplay.argtypes = [display]
    x.XGetWMHints.argtypes = [display, window]
    x.XGetWMHints.restype = x.XAllocWMHints.restype = ctypes.POINTER(_Hints)
    x.XSetWMHints.argtypes = [display, window, ctypes.POINTER(_Hints)]
    x.XQueryTree.argtypes = [display, window, *([ctypes.c_void_p] * 4)]
    x.XFree.argtypes = [ctypes.c_void_p]
    return x
