"""Starts a server on this computer as a child process, and stops it."""

import logging
import os
import re
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Protocol, cast

from chatapp.models.folders import DATA_VARIABLE
from chatapp.wire.ports import PLAIN_PORT

log = logging.getLogger(__name__)

# Without -P a server.py in the folder one works in would run instead.
SERVER_COMMAND = (sys.executable, "-P", "-m", "server")
ANY_PORT = 0
STOP_SECONDS = 3.0
_UNAVAILABLE = 69
_EXPLAINED = (_UNAVAILABLE, 77, 78)
"""The server ends with these after a last line that is a sentence for a person."""

_KEPT_LINES = 20
_LISTENING = re.compile(
    r"Listening on \S+:(?P<port>\d+)\.(?: Join from this network with: (?P<hint>.+))?"
)
_NO_REASON = "The chat could not be started on this computer, and gave no reason."


class Postbox(Protocol):
    """Runs callbacks on the main thread, such as a Mailbox."""

    def post(self, callback: Callable[[], None]) -> None:
        """Have `callback` run on the main thread; any thread may call this."""


@dataclass(frozen=True, slots=True)
class Started:
    """A server that listens: its port, and what others type to join."""

    port: int
    join_command: str


class Hosting:
    """At most one server of this program's own; it ends when this program does."""

    def __init__(
        self,
        mailbox: Postbox,
        folder: Path,
        command: Sequence[str] = SERVER_COMMAND,
        usual_port: int = PLAIN_PORT,
    ) -> None:
        """Have the server keep its data in `folder`, apart from any other's."""
        self.join_command = ""
        self._mailbox = mailbox
        self._command = tuple(command)
        self._usual_port = usual_port
        self._environment = _environment(folder)
        self._child: _Child | None = None
        self._ending: threading.Thread | None = None

    @property
    def running(self) -> bool:
        """Whether a server of ours serves now."""
        return self._child is not None and self._child.serves

    def start(
        self, on_ready: Callable[[int], None], on_failed: Callable[[str], None]
    ) -> None:
        """Start a server; one callback follows, with its port or with why not."""
        self.stop()
        child = self._child = _Child(self._command, self._environment, self._usual_port)

        def tell(outcome: Started | str) -> None:
            if child is not self._child:
                return
            if isinstance(outcome, Started):
                self.join_command = outcome.join_command
                on_ready(outcome.port)
            else:
                on_failed(outcome)

        child.start(lambda outcome: self._mailbox.post(partial(tell, outcome)))

    def stop(self) -> None:
        """End the server, if there is one; does not wait for it."""
        if self._child:
            self._ending = self._child.stop() or self._ending
            self._child = None

    def wait_until_ended(self, seconds: float) -> None:
        """After stop(), when the main loop is over: let the server say goodbye."""
        if self._ending:
            self._ending.join(seconds)


class _Child:
    """One server process, started by a thread that then waits for its words."""

    def __init__(
        self, command: tuple[str, ...], environment: Mapping[str, str], usual_port: int
    ) -> None:
        self._command = command
        self._environment = environment
        self._usual_port = usual_port
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._stopped = False
        self._listens = False
        self._is_explained = False
        self._last_words: deque[str] = deque(maxlen=_KEPT_LINES)

    @property
    def serves(self) -> bool:
        """Whether it listens and has not ended."""
        process = self._process
        return self._listens and process is not None and process.poll() is None

    def start(self, report: Callable[[Started | str], None]) -> None:
        """Start the process; `report` is called on another thread, once."""
        run = partial(self._run, report)
        threading.Thread(target=run, name="chatapp-hosting", daemon=True).start()

    def stop(self) -> threading.Thread | None:
        """End the process; the thread that sees to it, if there is one."""
        with self._lock:
            self._stopped = True
            process = self._process
        if process is None:
            return None
        end = partial(_end, process)
        ending = threading.Thread(target=end, name="chatapp-hosting-end", daemon=True)
        ending.start()
        return ending

    def _run(self, report: Callable[[Started | str], None]) -> None:
        try:
            outcome = self._try(self._usual_port, report) or self._try(ANY_PORT, report)
        except OSError as error:
            outcome = f"The chat could not be started: {error.strerror or error}."
        if not isinstance(outcome, Started):
            report(outcome or self._reason())

    def _try(
        self, port: int, report: Callable[[Started | str], None]
    ) -> Started | str | None:
        """Start a server and stay with it to its end; None when its port is in use."""
        process = self._spawn(port)
        if process is None:
            return _NO_REASON
        collect = partial(self._collect, cast("IO[bytes]", process.stderr))
        collecting = threading.Thread(target=collect, name="chatapp-hosting-log")
        collecting.daemon = True
        collecting.start()
        with cast("IO[bytes]", process.stdout) as stdout:
            started = _read_greeting(stdout)
            if started:
                self._listens = True
                report(started)
            while stdout.readline():  # else the server would wait for a reader
                pass
        code = process.wait()
        _close_input(process)
        collecting.join(STOP_SECONDS)
        if started:
            return started
        self._is_explained = code in _EXPLAINED
        return None if code == _UNAVAILABLE else self._reason()

    def _spawn(self, port: int) -> "subprocess.Popen[bytes] | None":
        with self._lock:
            if self._stopped:
                return None
            # The server ends when its standard input does: at stop(), and also when
            # this program ends in whatever way.
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [*self._command, "--port", str(port), "--stop-with-parent"],
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            return self._process

    def _collect(self, stream: IO[bytes]) -> None:
        """Read what the server logs, so that it never waits for a reader."""
        with stream:
            for line in stream:
                if line.strip():
                    self._last_words.append(line.decode(errors="replace").strip())

    def _reason(self) -> str:
        if self._is_explained and self._last_words:
            return self._last_words[-1]
        return _NO_REASON


def _environment(folder: Path) -> dict[str, str]:
    """Let the server find its data, and this very program, installed or not."""
    places = [str(Path(__file__).parents[2])]
    if os.environ.get("PYTHONPATH"):
        places.append(os.environ["PYTHONPATH"])
    path = os.pathsep.join(places)
    return {**os.environ, DATA_VARIABLE: str(folder), "PYTHONPATH": path}


def _read_greeting(stream: IO[bytes]) -> Started | None:
    for line in stream:
        found = _LISTENING.search(line.decode(errors="replace"))
        if found:
            return Started(int(found["port"]), (found["hint"] or "").strip())
    return None


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ask a server to end, and make it end if it does not."""
    _close_input(process)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        log.warning("The server did not end by itself")
        process.kill()
        process.wait()


def _close_input(process: "subprocess.Popen[bytes]") -> None:
    if process.stdin:
        with suppress(OSError):
            process.stdin.close()
