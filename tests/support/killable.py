"""A client as a process of its own, which can be killed and started again."""

import json
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any, Protocol, cast

from tests.support.headless import database_of
from tests.support.verdict import Witness

SECONDS_TO_ANSWER = 30.0
PROGRAM = (sys.executable, "-m", "tests.support.driven_client")


class KillableServer(Protocol):
    """A server as a process of its own."""

    port: int

    def start(self) -> None:
        """Start it, on the port that it had before."""

    def kill(self) -> None:
        """End it without a word."""


class KillableClient:
    """One person, through all the lives of his program."""

    def __init__(self, folder: Path, port: int, nick: str) -> None:
        """Start the program; it goes on trying to sign in on this machine."""
        self.nick = nick
        self.database = database_of(folder, nick)
        self._command = (*PROGRAM, str(folder), str(port), nick)
        self._told = Witness(nick)
        self._answers: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._start()

    def write(self, text: str) -> None:
        """Have a message written that is like no other; it may be killed before."""
        self._told.written.append(text)
        self._order({"write": text})

    def kill(self) -> None:
        """End the program without a word, and start it again."""
        self._process.kill()
        self._clear_up()
        self._start()

    def close(self) -> None:
        """Let the program end."""
        with suppress(BrokenPipeError):
            self._orders.close()
        try:
            self._process.wait(SECONDS_TO_ANSWER)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._clear_up()

    def ask(self) -> tuple[Witness, str]:
        """Give what all its lives have told, and what is still to come, if anything."""
        self._order({})
        try:
            answer = self._answers.get(timeout=SECONDS_TO_ANSWER)
        except Empty:
            raise AssertionError(f"{self.nick} does not answer") from None
        told = self._told
        witness = Witness(
            self.nick,
            told.written,
            list(told.shown),
            list(told.heard),
            answer["history"],
            answer["outbox"],
        )
        return witness, answer["unsettled"]

    def _start(self) -> None:
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._orders = cast(IO[bytes], self._process.stdin)
        output = cast(IO[bytes], self._process.stdout)
        self._reader = threading.Thread(
            target=self._read, args=(output,), name=f"told-by-{self.nick}"
        )
        self._reader.start()

    def _order(self, order: dict[str, str]) -> None:
        self._orders.write(json.dumps(order).encode() + b"\n")
        self._orders.flush()

    def _read(self, output: IO[bytes]) -> None:
        with output:
            for line in output:
                if line.endswith(b"\n"):
                    self._take(**json.loads(line))

    def _take(self, kind: str, told: Any) -> None:
        if kind == "witness":
            self._answers.put(told)
        else:
            getattr(self._told, kind).append(told)

    def _clear_up(self) -> None:
        self._process.wait()
        self._reader.join()
        with suppress(BrokenPipeError):
            self._orders.close()
