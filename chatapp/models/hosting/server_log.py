"""Reads what a hosted server logs, so that it never waits, and keeps the last lines."""

import threading
from collections import deque
from typing import IO

MOST_LINES = 20
_MOST_CHARACTERS = 500
"""So much of a line is kept; of a longer one, the end."""


class ServerLog:
    """Reads what a server logs, on a thread of its own."""

    def __init__(self, stream: IO[bytes]) -> None:
        """Read this to its end, and close it then."""
        self._stream = stream
        self._last: deque[bytes] = deque(maxlen=MOST_LINES)
        self._reading = threading.Thread(
            target=self._read, name="chatapp-hosting-log", daemon=True
        )
        self._reading.start()

    def end(self, seconds: float) -> str:
        """Give the last lines of a server that has ended.

        Args:
            seconds: how long to wait for them at most.
        """
        self._reading.join(seconds)
        lines = [line.decode(errors="replace") for line in self._last.copy()]
        return "".join(line[-_MOST_CHARACTERS:] for line in lines)

    def _read(self) -> None:
        with self._stream:
            self._last.extend(self._stream)
