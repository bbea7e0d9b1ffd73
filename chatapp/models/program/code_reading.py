"""Has code in messages read by a process of its own, which holds up nobody.

See `chatapp/code_reader.py` for what is said between the two.
"""

import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import IO, cast

log = logging.getLogger(__name__)

CODE_READER = (sys.executable, "-P", "-m", "chatapp.code_reader")
LONGEST_CODE = 20_000
SECONDS_FOR_A_BLOCK = 5.0
_CREATION_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0)

Parts = Sequence[tuple[str, str]]
Do = Callable[[Callable[[], Parts], Callable[[Parts], None]], None]


class CodeReading:
    """Asks the process, and ends it where it takes too long."""

    def __init__(
        self,
        do: Do,
        command: Sequence[str] = CODE_READER,
        patience: float = SECONDS_FOR_A_BLOCK,
    ) -> None:
        """Begin without a process; `do` works on another thread, and tells then."""
        self._do = do
        self._command = tuple(command)
        self._patience = patience
        self._process: subprocess.Popen[str] | None = None

    def read(self, language: str, source: str, then: Callable[[Parts], None]) -> None:
        """Tell `then` the parts of some code, each with its kind: "" for plain ones."""
        if len(source) > LONGEST_CODE or not language:
            then([("", source)])
            return
        self._do(partial(self._read, language, source), then)

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process:
            _end(process)

    def _read(self, language: str, source: str) -> Parts:
        asked = json.dumps({"language": language, "source": source})
        try:
            answer = self._ask(asked)
        except OSError as error:
            log.warning("Code is shown without colours: %s", error.strerror)
            answer = ""
        if not answer:
            return [("", source)]
        return [(kind, text) for kind, text in json.loads(answer)]

    def _ask(self, asked: str) -> str:
        process = self._running()
        ending = threading.Timer(self._patience, process.kill)
        ending.daemon = True
        ending.start()
        try:
            cast(IO[str], process.stdin).write(f"{asked}\n")
            cast(IO[str], process.stdin).flush()
            return cast(IO[str], process.stdout).readline()
        finally:
            ending.cancel()

    def _running(self) -> "subprocess.Popen[str]":
        """Give the process; one that has ended is replaced by another."""
        process = self._process
        if process and process.poll() is None:
            return process
        if process:
            _end(process)
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            creationflags=_CREATION_FLAGS,
        )
        return self._process


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with suppress(OSError):
                pipe.close()
