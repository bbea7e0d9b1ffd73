"""Writes the log on a thread of its own, so that nobody waits for who reads it."""

import contextlib
import logging
import threading
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from typing import TextIO

from server.log_lines import FORMATTERS

log = logging.getLogger(__name__)

MOST_WAITING = 20_000
SECONDS_FOR_THE_REST = 1.0


class LogThread(logging.Handler):
    """Takes records from all threads and writes them in their order.

    Where nobody reads, what is too much is dropped, and a line says how much.
    """

    def __init__(self, stream: TextIO, formatter: logging.Formatter) -> None:
        """Begin to write to a stream."""
        super().__init__()
        self.setFormatter(formatter)
        self._stream = stream
        self._waiting: SimpleQueue[logging.LogRecord | None] = SimpleQueue()
        self._dropped = 0
        self._thread = threading.Thread(target=self._run, name="log", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Let a record be written soon."""
        if self._waiting.qsize() < MOST_WAITING:
            self._waiting.put(record)
        else:
            self._dropped += 1

    def stop(self, seconds: float) -> None:
        """Write what waits, within so many seconds, and end."""
        self._waiting.put(None)
        self._thread.join(seconds)

    def _run(self) -> None:
        while (record := self._next()) is not None:
            self._write(record)
            if self._dropped:
                lost, self._dropped = self._dropped, 0
                log.warning("%d lines of the log were dropped", lost)
        self._flush()

    def _write(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(OSError, ValueError):  # nobody reads any more
            self._stream.write(f"{self.format(record)}\n")

    def _next(self) -> logging.LogRecord | None:
        with contextlib.suppress(Empty):
            return self._waiting.get_nowait()
        self._flush()
        return self._waiting.get()

    def _flush(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()


@contextlib.contextmanager
def logging_to(stream: TextIO, log_format: str) -> Iterator[None]:
    """Write the log of this program to a stream, in one of the FORMATTERS' formats."""
    handler = LogThread(stream, FORMATTERS[log_format]())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.stop(SECONDS_FOR_THE_REST)
