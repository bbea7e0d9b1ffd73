"""A server's process, from its start to its end, and what it says of itself."""

import json
import logging
import os
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import IO, cast

from chatapp.language import gettext as _
from chatapp.models.hosting.running_server import (
    Started,
    find_running,
    forget_note,
    read_note,
    write_note,
)
from chatapp.models.hosting.server_log import ServerLog
from chatapp.models.program.folders import DATA_VARIABLE

log = logging.getLogger(__name__)

ANY_PORT = 0
STAY = b"stay\n"
"""Said last on its standard input, it lets the server go on without this program."""

_CREATION_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(
    subprocess, "CREATE_NEW_PROCESS_GROUP", 0
)
STOP_SECONDS = 3.0
ORDER_SECONDS = 20.0
ADDRESS = "address"
_STORAGE_IN_USE = "storage-in-use"
NO_REASON = _(
    "The chat could not be started on this computer, and gave no reason. Start"
    " chatapp-server in a terminal: there it says more."
)
RUNS_SOMEWHERE = _(
    "A chat runs on this computer already, started from another window. Look there how"
    " others join, or close that window and try again."
)


@dataclass(frozen=True, slots=True)
class RunsAlready:
    """A server has this folder's history already, which another window started."""

    started: Started


@dataclass(frozen=True, slots=True)
class Failed:
    """A server that did not start: why, for people and for this program."""

    sentence: str = NO_REASON
    fault: str = ""


Outcome = Started | RunsAlready | Failed


class HostedServer:
    """One server process, started by a thread that then waits for its words."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        ports: Sequence[int],
        username: str = "",
    ) -> None:
        """Start nothing yet.

        Args:
            command: the server's program.
            folder: where the server keeps its data, apart from any other's.
            ports: where it may listen; each is tried while those before are in use.
            username: as whom one is there, noted for who comes back to it.
        """
        self._command = tuple(command)
        self._folder = folder
        self._ports = tuple(ports)
        self._username = username
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._stopped = False
        self._started: Started | None = None

    @property
    def serves(self) -> bool:
        """Whether it listens and has not ended."""
        process = self._process
        return (
            self._started is not None and process is not None and process.poll() is None
        )

    def start(
        self, report: Callable[[Outcome], None], on_end: Callable[[int], None]
    ) -> None:
        """Start the process; both callbacks are called on another thread.

        Args:
            report: is told once what the start came to.
            on_end: is told the exit code when a server ends that listened.
        """
        run = partial(self._run, report, on_end)
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

    def leave(self) -> None:
        """Let the server go on without this program."""
        process, started = self._process, self._started
        if self.serves and started and process and process.stdin:
            write_note(self._folder, replace(started, stays=True))
            with suppress(OSError):
                process.stdin.write(STAY)
            _close_input(process)

    def _run(
        self, report: Callable[[Outcome], None], on_end: Callable[[int], None]
    ) -> None:
        try:
            outcome = self._try_ports(report)
        except OSError as error:
            reason = error.strerror or error
            outcome = Failed(
                _("The chat could not be started: {reason}.").format(reason=reason)
            )
        if isinstance(outcome, Failed):
            report(self._look_for_another(outcome))
        elif self._process:
            on_end(self._process.wait())

    def _try_ports(self, report: Callable[[Outcome], None]) -> Started | Failed:
        outcome: Started | Failed = Failed()
        for port in self._ports:
            outcome = self._try(port, report)
            if isinstance(outcome, Started) or outcome.fault != ADDRESS:
                break
        return outcome

    def _look_for_another(self, failed: Failed) -> Outcome:
        if failed.fault == ADDRESS:
            started = find_running(self._folder)
            return RunsAlready(started) if started else failed
        if failed.fault != _STORAGE_IN_USE:
            return failed
        started = read_note(self._folder)
        return RunsAlready(started) if started else Failed(RUNS_SOMEWHERE)

    def _try(self, port: int, report: Callable[[Outcome], None]) -> Started | Failed:
        """Start a server, and if it listens stay with it to its end."""
        process = self._spawn(port)
        if process is None:
            return Failed()
        server_log = ServerLog(cast("IO[bytes]", process.stderr))
        with cast("IO[bytes]", process.stdout) as stdout:
            outcome = _read_announcement(stdout)
            if isinstance(outcome, Started):
                outcome = self._started = replace(outcome, username=self._username)
                write_note(self._folder, outcome)
                report(outcome)
            while stdout.readline():  # else the server would wait for a reader
                pass
        exit_code = process.wait()
        _close_input(process)
        logged = server_log.end(STOP_SECONDS)
        said_why = isinstance(outcome, Failed) and outcome.fault
        if exit_code and not said_why:
            log.warning("Before it ended, the server logged:\n%s", logged)
        if isinstance(outcome, Started):
            forget_note(self._folder, outcome)
        return outcome

    def _spawn(self, port: int) -> "subprocess.Popen[bytes] | None":
        options = ("--port", str(port), "--speak-json", "--stop-with-parent")
        with self._lock:
            if self._stopped:
                return None
            # The server ends when its standard input does: at stop(), and also when
            # this program ends in whatever way.
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [*self._command, *options],
                env=_environment(self._folder),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=_CREATION_FLAGS,
                start_new_session=True,  # it may stay when this program's terminal goes
            )
            return self._process


def order_end(command: Sequence[str], folder: Path) -> threading.Thread:
    """Have the server end that keeps its data in a folder, whoever has started it.

    The server's own program orders it: so nothing else can be ended by mistake.
    """

    def order() -> None:
        try:
            ordering = subprocess.run(  # noqa: S603 - our own program
                [*command, "stop"],
                env=_environment(folder),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=ORDER_SECONDS,
                check=False,
                creationflags=_CREATION_FLAGS,
                start_new_session=True,  # it goes on when this program ends
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            log.warning("The server was not told to end: %s", type(error).__name__)
            return
        if ordering.returncode:
            log.warning("The server did not end; code %d", ordering.returncode)

    ending = threading.Thread(target=order, name="chatapp-hosting-end", daemon=True)
    ending.start()
    return ending


def _environment(folder: Path) -> dict[str, str]:
    """Let the server find its data, and this very program, installed or not."""
    places = [str(Path(__file__).parents[3])]
    if os.environ.get("PYTHONPATH"):
        places.append(os.environ["PYTHONPATH"])
    path = os.pathsep.join(places)
    return {**os.environ, DATA_VARIABLE: str(folder), "PYTHONPATH": path}


def _read_announcement(stream: IO[bytes]) -> Started | Failed:
    """Read what a server says with --speak-json, and pass over anything else."""
    for line in stream:
        try:
            said = json.loads(line)
            if "fault" in said:
                return Failed(str(said["sentence"]), str(said["fault"]))
            return Started.read(said)
        except (ValueError, TypeError, KeyError):
            log.warning("The server said %d bytes that are no news", len(line))
    return Failed()


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
