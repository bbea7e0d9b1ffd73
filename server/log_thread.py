"""Writes the log on a thread of its own, so that nobody waits for who reads it."""

import contextlib
import logging
import threading
from collections import deque
from collections.abc import Iterator
from typing import TextIO

from server.log_lines import FORMATTERS

log = logging.getLogger(__name__)

MOST_WAITING = 20_000
SECONDS_TO_GATHER = 0.1
"""To wake a thread for each line would cost a busy server a third of its time."""

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
        self._waiting: deque[logging.LogRecord] = deque()
        self._is_wanted = threading.Event()
        self._is_ending = threading.Event()
        self._dropped = 0
        self._thread = threading.Thread(target=self._run, name="log", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Let a record be written soon."""
        if len(self._waiting) >= MOST_WAITING:
            self._dropped += 1
            return
        self._waiting.append(record)
        if not self._is_wanted.is_set():
            self._is_wanted.set()

    def stop(self, seconds: float) -> None:
        """Write what waits, within so many seconds, and end."""
        self._is_ending.set()
        self._is_wanted.set()
        self._thread.join(seconds)

    def _run(self) -> None:
        while not self._is_ending.is_set():
            self._is_wanted.wait()
            self._is_ending.wait(SECONDS_TO_GATHER)
            self._is_wanted.clear()
            self._write_what_waits()
        self._write_what_waits()

    def _write_what_waits(self) -> None:
        if self._dropped:
            lost, self._dropped = self._dropped, 0
            log.warning("%d lines of the log were dropped", lost)
        waiting = self._waiting
        lines = [f"{self.format(waiting.popleft())}\n" for _ in range(len(waiting))]
        with contextlib.suppress(OSError, ValueError):  # nobody reads any more
            self._stream.write("".join(lines))
            self._stream.flush()


@contextlib.contextmanager
def logging_to(stream: TextIO, log_format: str) -> Iterator[None]:
    """Write the log of this program to a stream, in one of the FORMATTERS' formats."""
    # No line tells of threads and processes, and to ask for them takes its time.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    handler = LogThread(stream, FORMATTERS[log_format]())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.stop(SECONDS_FOR_THE_REST)
