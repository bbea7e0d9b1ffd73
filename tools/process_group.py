"""Runs a command in a process group of its own and ends all that it leaves behind.

For the systems that have process groups, which are also those where `make` runs.
"""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType

SECONDS_TO_END = 5.0
_ENDING_SIGNALS = tuple(
    each for each in signal.Signals if each.name in ("SIGINT", "SIGTERM", "SIGHUP")
)  # Windows has no SIGHUP, and imports this nevertheless


class ToldToEnd(Exception):
    """This process was asked to end, by Ctrl+C or by a signal."""

    def __init__(self, number: int) -> None:
        super().__init__(f"signal {number}")
        self.exit_code = 128 + number


class EndingSignals:
    """Notes the first signal that would end this process, and raises it when told to.

    An exception out of the middle of Popen would leave a child that nobody knows.
    """

    def __init__(self) -> None:
        self._noted: int | None = None
        self._may_raise = False

    def take(self, number: int, _frame: FrameType | None) -> None:
        """Be told of a signal.

        Raises:
            ToldToEnd: it may be raised, as `raise_from_now_on` says.
        """
        if self._may_raise:
            raise ToldToEnd(number)
        self._noted = self._noted or number

    def raise_from_now_on(self) -> None:
        """Let signals end this process: one that was noted, and those that come.

        Raises:
            ToldToEnd: a signal was noted.
        """
        self._may_raise = True
        if self._noted is not None:
            raise ToldToEnd(self._noted)


@contextmanager
def ending_signals() -> Iterator[EndingSignals]:
    """Gives the signals that would end this process to an EndingSignals."""
    signals = EndingSignals()
    before = {number: signal.signal(number, signals.take) for number in _ENDING_SIGNALS}
    try:
        yield signals
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def signals_as_exceptions() -> Iterator[None]:
    """Raises ToldToEnd in the main thread where a signal would end the process."""
    with ending_signals() as signals:
        signals.raise_from_now_on()
        yield


def run_in_group(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Runs the command to its end, or until a signal; tells the exit code."""
    with ending_signals() as signals:
        process = subprocess.Popen(command, env=environment, process_group=0)
        try:
            signals.raise_from_now_on()
            return _exit_code(process.wait())
        except ToldToEnd as told:
            return told.exit_code
        finally:
            end_group(process)


def _exit_code(status: int) -> int:
    return status if status >= 0 else 128 - status


def end_group(process: subprocess.Popen[bytes]) -> None:
    """Asks every process of the group to end, and after a while makes it."""
    _signal_group(process, signal.SIGTERM)
    deadline = time.monotonic() + SECONDS_TO_END
    while _group_lives(process) and time.monotonic() < deadline:
        time.sleep(0.02)
    _signal_group(process, signal.SIGKILL)
    process.wait()


def _group_lives(process: subprocess.Popen[bytes]) -> bool:
    process.poll()  # a child that nobody waited for still counts as living
    return _signal_group(process, 0)


def _signal_group(process: subprocess.Popen[bytes], number: int) -> bool:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return False
    return True
