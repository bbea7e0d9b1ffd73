"""The only door into the main thread: callbacks posted by others, run in frames."""

import logging
import math
import signal
import socket
import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

from chatapp.models.program.failures import log_failure
from chatapp.models.program.scheduler import Scheduler

log = logging.getLogger(__name__)

FRAME_SECONDS = 0.008
FRAME_SPACING = 0.016
FRAMES_IN_A_ROW = 3
"""So many frames may follow each other at once, after as many were left out.

What is written goes to the disk, from there to the server and back: each step ends
in a frame, and none of them shall wait for the one before to have been drawn.
"""

_WAKE_BYTES = 4096


class FileWatcher(Protocol):
    """Calls back on the main thread when a socket can be read."""

    def watch(self, readable: socket.socket, callback: Callable[[], None]) -> None:
        """Call `callback` whenever there is something to read."""

    def unwatch(self, readable: socket.socket) -> None:
        """Stop calling back for this socket."""


class Mailbox:
    """A queue that any thread fills and that the main thread empties bit by bit."""

    def __init__(
        self,
        scheduler: Scheduler,
        watcher: FileWatcher,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._scheduler = scheduler
        self._watcher = watcher
        self._clock = clock
        self._posted: deque[Callable[[], None]] = deque()
        self._hooks: list[Callable[[], None]] = []
        self._awake = False
        self._frame_is_due = False
        self._closed = False
        self._hears_signals = False
        self._frames_are_full = False
        self._frames = deque([-math.inf] * FRAMES_IN_A_ROW, maxlen=FRAMES_IN_A_ROW)
        self._ear, self._bell = socket.socketpair()
        self._ear.setblocking(False)
        self._bell.setblocking(False)
        watcher.watch(self._ear, self._hear)

    def post(self, callback: Callable[[], None]) -> None:
        """Have `callback` run on the main thread; may be called from any thread."""
        if self._closed:
            return
        self._posted.append(callback)
        if not self._awake:
            self._awake = True
            self._ring()

    def after_frame(self, callback: Callable[[], None]) -> None:
        """Call back at the end of every frame, for as long as the mailbox is open."""
        self._hooks.append(callback)

    def request_frame(self) -> None:
        """Have a frame soon, even with nothing posted; for the main thread only."""
        if self._frame_is_due or self._closed:
            return
        self._frame_is_due = True
        self._scheduler.call_later(self._pause(), self._frame)

    def ring_at_signals(self) -> None:
        """Let signals wake the main thread, so that their handlers run at once."""
        signal.set_wakeup_fd(self._bell.fileno(), warn_on_full_buffer=False)
        self._hears_signals = True

    def close(self) -> None:
        """Run nothing more, and let go of the sockets."""
        if self._closed:
            return
        self._closed = True
        if self._hears_signals:
            signal.set_wakeup_fd(-1)
        self._watcher.unwatch(self._ear)
        self._ear.close()
        self._bell.close()
        self._posted.clear()

    def _pause(self) -> float:
        """Say how many seconds the window needs for itself before the next frame."""
        if self._frames_are_full:
            due = self._frames[-1] + FRAME_SPACING
        else:
            due = self._frames[0] + FRAMES_IN_A_ROW * FRAME_SPACING
        return min(FRAME_SPACING, max(0.0, due - self._clock()))

    def _ring(self) -> None:
        try:
            self._bell.send(b"!")
        except OSError:  # full: it has been rung; closed: nobody listens any more
            return

    def _hear(self) -> None:
        if self._closed:
            return
        try:
            self._ear.recv(_WAKE_BYTES)
        except OSError:  # a watcher that polls also calls when nothing came
            if not self._posted:
                return
        self._awake = False  # heard: who posts from here on rings again
        self.request_frame()

    def _frame(self) -> None:
        if self._closed:
            return
        began = self._clock()
        self._frames.append(began)
        self._awake = False  # before emptying: who posts from here on rings again
        self._empty(began + FRAME_SECONDS)
        self._frames_are_full = bool(self._posted)
        self._frame_is_due = False  # after emptying: the hooks below still come
        if self._closed:  # by one of the callbacks: there is nothing to draw on
            return
        for hook in tuple(self._hooks):
            _run(hook)
        if self._posted and not self._closed:
            self._awake = True
            self.request_frame()

    def _empty(self, deadline: float) -> None:
        while self._posted:
            _run(self._posted.popleft())
            if self._clock() >= deadline or self._closed:
                return


def _run(callback: Callable[[], None]) -> None:
    try:
        callback()
    except Exception as error:  # noqa: BLE001 - the others shall run
        log_failure(log, "A callback on the main thread failed", error)
