"""The server as a program of its own, which can be killed and started again."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, Self, cast

from tests.support.ports import held_port
from tools.own_folders import own_environment
from tools.process_group import end_group
from tools.programs import LISTENING, SERVER
from torture.play import Loss

HERE = "127.0.0.1"
SECONDS_TO_END = 20.0
SECONDS_TO_START = 60.0
SETTINGS = {
    "CHATAPP_SERVER__FLOOD__ENABLED": "false",
    "CHATAPP_SERVER__ACCOUNTS__SCRAM_ITERATIONS": "4096",
    "CHATAPP_SERVER__HISTORY__PAGE_LENGTH": "1000",
    "CHATAPP_SERVER__TLS__PORT": "0",
}


class ServerProgram:
    """One server with its folder and its port, running or not."""

    def __init__(
        self,
        folder: Path,
        settings: Mapping[str, str] = {},
        clear_up: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Start it.

        Args:
            folder: keeps its data; what it says of its work stands beside it.
            settings: variables of its environment, beside the usual ones.
            clear_up: is told the number of each process that has ended.
        """
        folder.mkdir(exist_ok=True)
        self.path = folder / "data" / "server" / "history.db"
        self.log = folder.with_name(f"{folder.name}.log")
        self.start_seconds: list[float] = []
        own = own_environment(os.environ, folder)
        self._environment = {**own, **SETTINGS, **settings}
        self._clear_up = clear_up
        self._process: subprocess.Popen[bytes] | None = None
        self._ending = ExitStack()
        self.port = self._ending.enter_context(held_port())
        self.start()

    def __enter__(self) -> Self:
        """Begin the block at whose end it is killed."""
        return self

    def __exit__(self, *_: object) -> None:
        """Kill it, if it runs."""
        self.kill()
        self._ending.close()

    def start(self) -> None:
        """Start it, on the port that it had before, and note how long that took.

        Raises:
            Loss: it did not start, or not in time.
        """
        began = time.monotonic()
        command = [*SERVER, "--port", str(self.port)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                env=self._environment,
                stdout=subprocess.PIPE,
                stderr=log,
                process_group=None if sys.platform == "win32" else 0,
            )
        try:
            self._wait_until_it_listens(self._process)
        except BaseException:
            self.kill()
            raise
        self.start_seconds.append(time.monotonic() - began)

    def _wait_until_it_listens(self, process: subprocess.Popen[bytes]) -> None:
        """Wait for the line that says where it listens; who is late is killed."""
        is_late = threading.Event()

        def end_waiting() -> None:
            is_late.set()
            process.kill()

        deadline = threading.Timer(SECONDS_TO_START, end_waiting)
        deadline.start()
        try:
            greeting = cast(IO[bytes], process.stdout).readline()
        finally:
            deadline.cancel()
        if LISTENING.search(greeting):
            return
        with suppress(subprocess.TimeoutExpired):  # who has ended is told by its code
            process.wait(0 if greeting else SECONDS_TO_END)
        why = f"it said {greeting!r}"
        if is_late.is_set():
            why = f"it said nothing for {SECONDS_TO_START:g} seconds"
        raise Loss(
            f"The server did not start: {why}. {self.state} {self._last_words()}"
        )

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self._process is not None
        return self._process.pid

    @property
    def state(self) -> str:
        """Say whether it runs, for who looks for what is wrong."""
        code = None if self._process is None else self._process.poll()
        return "It runs." if code is None else f"It has ended, with {code}."

    def kill(self) -> None:
        """End it without a word, if it runs."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        self._let_go(process)

    def end(self) -> None:
        """Ask it to end, and wait for that."""
        process, self._process = self._process, None
        assert process is not None
        process.terminate()
        try:
            process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            raise Loss("The server was asked to end, and did not.") from None
        finally:
            process.kill()
            self._let_go(process)

    def _let_go(self, process: subprocess.Popen[bytes]) -> None:
        if sys.platform == "win32":
            process.wait()
        else:
            end_group(process)
        cast(IO[bytes], process.stdout).close()
        self._clear_up(process.pid)

    def _last_words(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")[-2000:]
