"""Wakes a thread that waits in a selector, from any other thread."""

import contextlib
import socket


class Waker:
    """A pair of sockets: a byte on one wakes who waits for the other."""

    def __init__(self) -> None:
        """Make the pair; it works alike on every system."""
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._is_woken = False

    def fileno(self) -> int:
        """Give the number of the socket to wait for."""
        return self._reader.fileno()

    def wake(self) -> None:
        """Wake the thread, if nobody has since it last woke."""
        if not self._is_woken:
            self._is_woken = True
            with contextlib.suppress(OSError):
                self._writer.send(b"\0")

    def clear(self) -> None:
        """Be ready to wake again; call this before looking for what there is to do."""
        with contextlib.suppress(OSError):
            self._reader.recv(64)
        self._is_woken = False

    def close(self) -> None:
        """Let the sockets go."""
        self._reader.close()
        self._writer.close()
