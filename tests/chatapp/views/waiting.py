"""Waits, with a deadline, for what Tk does in its own time."""

import time
import tkinter as tk
from collections.abc import Callable

SECONDS = 30.0


def wait_until(widget: tk.Misc, condition: Callable[[], bool]) -> None:
    """Let Tk work until something is so."""
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it did not come in time"
        widget.update()
