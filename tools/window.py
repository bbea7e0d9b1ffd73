"""A chatapp window as a process of its own, driven from a test or a script."""

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import IO, Any, Self, cast

import psutil

from tools.process_group import end_group

SECONDS_TO_WAIT = 30.0
SECONDS_BETWEEN_LOOKS = 0.02
DRIVEN = (sys.executable, "-m", "tools.driven_program")


class NotSeen(AssertionError):
    """A window did not show in time what it should."""


class Window:
    """One person's window."""

    def __init__(
        self, environment: Mapping[str, str], *options: str, within: Sequence[str] = ()
    ) -> None:
        """Open it; `within` begins a command that runs programs somewhere else."""
        self._process = subprocess.Popen(
            [*within, *DRIVEN, *options],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0,
        )
        self._orders = cast(IO[bytes], self._process.stdin)
        self._answers = cast(IO[bytes], self._process.stdout)
        self._read_answer()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.end()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def memory(self) -> float:
        """The memory that the program has resident, in MB."""
        return float(psutil.Process(self.pid).memory_info().rss / 1e6)

    @property
    def processor_seconds(self) -> float:
        """How long the processor has worked for the program."""
        times = psutil.Process(self.pid).cpu_times()
        return float(times.user + times.system)

    def order(self, do: str, **details: Any) -> Any:
        """Have something done, and return the answer."""
        self._send({"do": do, **details})
        return self._read_answer()

    def write(self, text: str) -> float:
        """Type a text where the cursor is and press Enter; gives when, in seconds."""
        return float(self.order("type", text=text, key="Return"))

    def say(self, text: str) -> None:
        """Write a text, and wait until the server has it.

        Raises:
            NotSeen: It was not shown, or not confirmed, in time.
        """
        self.write(text)
        self.wait_for(text)
        deadline = time.monotonic() + SECONDS_TO_WAIT
        while any(text in waiting for waiting in self.order("tagged", tag="pending")):
            if time.monotonic() > deadline:
                raise NotSeen(f"{text!r} was not confirmed.")
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def press(self, text: str) -> None:
        """Press the button with this text.

        Raises:
            NotSeen: There is none to be seen.
        """
        if not self.order("press", text=text):
            raise NotSeen(f"No button {text!r} in {self.order('texts')}")

    def shows(self, text: str) -> bool:
        """Tell whether a text can be read anywhere in the window."""
        return any(text in seen for seen in self.order("texts"))

    def wait_for(self, *texts: str, seconds: float = SECONDS_TO_WAIT) -> None:
        """Wait until all these texts can be read.

        Raises:
            NotSeen: They could not in time; it tells what could be read.
        """
        deadline = time.monotonic() + seconds
        while True:
            seen = self.order("texts")
            missing = [text for text in texts if not any(text in one for one in seen)]
            if not missing:
                return
            if time.monotonic() > deadline:
                raise NotSeen(f"{missing} not in {seen}")
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def wait_until_gone(self, text: str) -> None:
        """Wait until a text can be read nowhere any more.

        Raises:
            NotSeen: It still could, in the end.
        """
        deadline = time.monotonic() + SECONDS_TO_WAIT
        while self.shows(text):
            if time.monotonic() > deadline:
                raise NotSeen(f"{text!r} stays.")
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def close(self, seconds: float = SECONDS_TO_WAIT) -> int:
        """Close the window by its title bar; returns the program's exit code."""
        self._send({"do": "close"})
        return self._process.wait(seconds)

    def kill(self) -> None:
        """End the program without a word, as a power cut would."""
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        """End the program if it has not ended yet."""
        end_group(self._process)
        with suppress(BrokenPipeError):
            self._orders.close()
        self._answers.close()

    def _send(self, order: Mapping[str, Any]) -> None:
        self._orders.write(json.dumps(order).encode() + b"\n")
        self._orders.flush()

    def _read_answer(self) -> Any:
        line = self._answers.readline()
        if not line:
            raise NotSeen("The window's program has ended.")
        reply = json.loads(line)
        if "error" in reply:
            raise NotSeen(reply["error"])
        return reply["answer"]
