"""Time and sockets in Tk's loop: what the rest of the program waits for."""

import gc
import select
import socket
import sys
import tkinter as tk
from collections.abc import Callable, Mapping

# Where Tk cannot watch a socket (Windows), it is looked at this often, in ms.
_BUSY_POLL, _IDLE_POLL, _BUSY_POLLS = 8, 40, 60
_WHOLE = 2
"""The generation whose collection looks through everything."""

_THRESHOLDS = 1_000, 5, 4
"""So that a whole collection comes after some 20,000 objects more, and is short."""


class Timer:
    """A callback that is still to come."""

    def __init__(self, root: tk.Misc) -> None:
        self._root = root
        self.key: str | None = None

    def cancel(self) -> None:
        """Let it not come; too late is no error."""
        if self.key is not None:
            self._root.after_cancel(self.key)
            self.key = None


class TkLoop:
    """Calls back after some time, or when there is something to read."""

    def __init__(self, root: tk.Tk) -> None:
        self.root = root
        self._timers: set[Timer] = set()
        self._polls: dict[socket.socket, Timer] = {}

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Timer:
        """Call back after so many seconds, unless the timer is cancelled."""
        timer = Timer(self.root)

        def run() -> None:
            timer.key = None
            self._timers.discard(timer)
            callback()

        timer.key = self.root.after(round(seconds * 1000), run)
        self._timers.add(timer)
        return timer

    def watch(self, readable: socket.socket, callback: Callable[[], None]) -> None:
        """Call back whenever there is something to read from a socket."""
        if sys.platform == "win32":
            self._poll(readable, callback, _BUSY_POLLS)
        else:
            self.root.createfilehandler(
                readable, tk.READABLE, lambda _file, _mask: callback()
            )

    def unwatch(self, readable: socket.socket) -> None:
        """Stop calling back for a socket; to be done before it is closed."""
        timer = self._polls.pop(readable, None)
        if timer:
            timer.cancel()
        elif sys.platform != "win32":
            self.root.deletefilehandler(readable)

    def _poll(
        self, readable: socket.socket, callback: Callable[[], None], patience: int
    ) -> None:
        ready, _, _ = select.select([readable], [], [], 0)
        patience = _BUSY_POLLS if ready else max(0, patience - 1)
        pause = (_BUSY_POLL if patience else _IDLE_POLL) / 1000
        self._polls[readable] = self.call_later(
            pause, lambda: self._poll(readable, callback, patience)
        )
        if ready:
            callback()

    def run(self) -> None:
        """Serve the windows until they are closed."""
        gc.freeze()  # what was loaded so far stays, and is not looked through again
        gc.set_threshold(*_THRESHOLDS)
        gc.callbacks.append(_pass_over_what_stays)
        try:
            self.root.mainloop()
        finally:
            gc.callbacks.remove(_pass_over_what_stays)

    def destroy(self) -> None:
        """Close everything; callbacks that are still to come do not come."""
        for timer in list(self._timers):
            timer.cancel()
        self._timers.clear()
        self.root.destroy()


def _pass_over_what_stays(phase: str, told: Mapping[str, int]) -> None:
    """Look never again through what a whole collection has left, such as the history.

    Each would take longer than the one before, and the window would stall.
    """
    if phase == "stop" and told["generation"] == _WHOLE:
        gc.freeze()
