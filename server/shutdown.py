"""Ends the server: at a signal, with the program that started it, or as it failed."""

import contextlib
import os
import signal
import sys
import threading

from server.app import Server
from server.exit_codes import EXIT_FAILURE, EXIT_INTERRUPTED, EXIT_OK
from server.systemd import STOPPING, notify

SECONDS_BETWEEN_LOOKS = 0.5
BYTES_OF_PARENT = 1024
STAY = b"stay\n"


class Shutdown:
    """Waits until the server shall end, stops it, and knows with which exit code."""

    def __init__(self, server: Server) -> None:
        """Wait for this server's end, when asked to."""
        self._server = server
        self._asked = threading.Event()
        self._code = EXIT_OK

    def listen_to_signals(self) -> None:
        """End at Ctrl+C and at SIGTERM; at SIGHUP read the settings anew.

        On Windows there is no SIGTERM from others: SIGBREAK comes with Ctrl+Break, from
        a program that ends others, and with a console that is closed.
        """
        signal.signal(signal.SIGINT, lambda *_: self._end(EXIT_INTERRUPTED))
        for name in ("SIGTERM", "SIGBREAK"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: self._end(EXIT_OK))
        if sys.platform != "win32":
            signal.signal(signal.SIGHUP, lambda *_: self._server.reload())

    def listen_to_parent(self) -> None:
        """End with standard input, unless the last that it said was to stay."""
        threading.Thread(target=self._read, name="parent", daemon=True).start()

    def wait(self) -> int:
        """Wait for the end, stop the server, and give the exit code."""
        # Windows delivers Ctrl+C only between waits.
        while not self._asked.wait(SECONDS_BETWEEN_LOOKS):
            if self._server.has_failed:
                self._code = EXIT_FAILURE
                break
            if self._server.is_to_end:
                break
        notify(os.environ, STOPPING)
        self._server.stop("The server ends. Please come back later.")
        return self._code

    def _end(self, code: int) -> None:
        self._code = code
        self._asked.set()

    def _read(self) -> None:
        # A thread that still reads sys.stdin itself would abort the process's end.
        number = sys.stdin.fileno()
        said = b""
        with contextlib.suppress(OSError):
            while heard := os.read(number, BYTES_OF_PARENT):
                said = (said + heard)[-len(STAY) :]
        if said != STAY:
            self._end(EXIT_OK)
