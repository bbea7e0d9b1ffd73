"""Torture that is told to end leaves no program behind."""

import subprocess
import sys
import time
from collections.abc import Callable

import psutil

SECONDS = 60.0
COMMAND = (sys.executable, "-m", "torture", "--only", "networks", "--seconds", "60")


def wait_until(is_true: Callable[[], object]) -> bool:
    deadline = time.monotonic() + SECONDS
    while not is_true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return bool(is_true())


def test_torture_that_is_asked_to_end_ends_what_it_has_started() -> None:
    with subprocess.Popen(
        COMMAND, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as torture:
        watched = psutil.Process(torture.pid)
        assert wait_until(lambda: watched.num_threads() > 3)  # the server listens
        started = watched.children(recursive=True)

        torture.terminate()
        torture.wait(SECONDS)

    assert wait_until(lambda: not any(each.is_running() for each in started))
