"""A server as users start it, which a test can kill and start again."""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Self, cast

from tests.support.ports import held_port
from tools.own_folders import own_environment
from tools.process_group import end_group
from tools.programs import LISTENING, SERVER


class ServerProcess:
    """One server with its folder and its port, running or not."""

    def __init__(self, folder: Path) -> None:
        self._environment = own_environment(os.environ, folder)
        self._process: subprocess.Popen[bytes] | None = None
        self._ending = ExitStack()
        self.port = self._ending.enter_context(held_port())
        self.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._ending.close()

    def start(self, password: str = "") -> None:
        """Start the server, on the port that it had before; it may ask for a word."""
        self._environment["CHATAPP_SERVER__SERVER__PASSWORD"] = password
        self._process = subprocess.Popen(
            [*SERVER, "--port", str(self.port)],
            env=self._environment,
            stdout=subprocess.PIPE,
            process_group=0,
        )
        greeting = cast(IO[bytes], self._process.stdout).readline()
        assert LISTENING.search(greeting), f"The server did not start: {greeting!r}"

    def order(self, *verbs: str, words: str = "") -> None:
        """Have somebody at its computer give it an order, and these words with it."""
        subprocess.run(
            [sys.executable, "-m", "server", *verbs],
            env=self._environment,
            input=f"{words}\n" if words else "",
            stdout=subprocess.DEVNULL,
            text=True,
            check=True,
        )

    def stop(self) -> None:
        """Let the server do nothing any more, as a machine that hangs."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        """End the server without a word."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        end_group(process)
        cast(IO[bytes], process.stdout).close()
