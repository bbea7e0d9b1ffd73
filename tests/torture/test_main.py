"""Torture that is told to end leaves no program behind."""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress

import psutil

SECONDS = 60.0
COMMAND = (sys.executable, "-m", "torture", "--only", "networks", "--seconds", "60")


def wait_until(is_true: Callable[[], object]) -> bool:
    deadline = time.monotonic() + SECONDS
    while not is_true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return bool(is_true())


def listening_below(process: psutil.Process) -> bool:
    """Whether a program that it has started, such as its server, listens by now."""
    with suppress(psutil.Error):  # some end while they are looked at
        return any(
            connection.status == psutil.CONN_LISTEN
            for child in process.children(recursive=True)
            for connection in child.net_connections("tcp")
        )
    return False


def test_torture_that_is_asked_to_end_ends_what_it_has_started() -> None:
    with subprocess.Popen(
        COMMAND, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as torture:
        watched = psutil.Process(torture.pid)
        assert wait_until(lambda: listening_below(watched))
        started = watched.children(recursive=True)

        torture.terminate()
        torture.wait(SECONDS)

    assert started
    assert wait_until(lambda: not any(each.is_running() for each in started))
