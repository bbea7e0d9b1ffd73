"""What turns the wheel of a mouse, or two fingers on a pad, on each system."""

import tkinter as tk
from collections.abc import Callable, Iterator
from contextlib import suppress

_NOTCH = 120
_NOTCH_ON_OLDER_MACS = 1
_NEW_TK = 8.7
_PIXELS_OF_A_TURN = 40
"""So far do fingers go on a pad for what is a notch of a wheel."""

Turn = Callable[[int], str | None]
"""Takes notches, down or with less than 0 up, and gives what a binding gives.

0 are some that are not whole yet: what was moved so far is kept.
"""


def bind_wheel(widget: tk.Misc, turn: Turn) -> None:
    """Have `turn` called for each movement of the wheel over a widget."""
    wheel = _Wheel(turn, _notch(widget))
    widget.bind("<MouseWheel>", wheel.scrolled, add="+")
    with suppress(tk.TclError):  # as Tk 9 has it
        widget.bind("<TouchpadScroll>", wheel.slid, add="+")
    # X11's wheel is made of buttons, until Tk 8.7 and in what other programs send.
    widget.bind("<Button-4>", lambda _event: turn(-1), add="+")
    widget.bind("<Button-5>", lambda _event: turn(1), add="+")


def with_all_in(widget: tk.Misc) -> Iterator[tk.Misc]:
    """Give a widget and everything that stands in it, at whatever depth."""
    yield widget
    for child in widget.winfo_children():
        yield from with_all_in(child)


class _Wheel:
    """Makes whole turns of movements that may be finer than a notch."""

    def __init__(self, turn: Turn, notch: int) -> None:
        self._turn = turn
        self._notch = notch
        self._rest = 0.0

    def scrolled(self, event: "tk.Event[tk.Misc]") -> str | None:
        """Take in how far a wheel was turned."""
        return self._move(-event.delta / self._notch)

    def slid(self, event: "tk.Event[tk.Misc]") -> str | None:
        """Take in how far fingers slid: pixels across and down, 16 bits of each.

        Source: https://www.tcl-lang.org/man/tcl9.0/TkCmd/bind.html
        """
        down = event.delta & 0xFFFF
        return self._move(-(down - 0x10000 * (down >> 15)) / _PIXELS_OF_A_TURN)

    def _move(self, turns: float) -> str | None:
        if turns * self._rest < 0:  # the other way
            self._rest = 0.0
        self._rest += turns
        whole = int(self._rest)
        self._rest -= whole
        return self._turn(whole)


def _notch(widget: tk.Misc) -> int:
    """Tell by how much a wheel's delta changes with a notch."""
    is_mac = str(widget.tk.call("tk", "windowingsystem")) == "aqua"
    return _NOTCH_ON_OLDER_MACS if is_mac and tk.TkVersion < _NEW_TK else _NOTCH
