"""Measures the memory of a chat window that nobody drives, with 300 messages in it."""

import os
import time
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import psutil

from benchmarks.goals import under
from benchmarks.table import Row
from tools.own_folders import own_environment
from tools.programs import running_server, running_window
from tools.virtual_screen import virtual_screen
from tools.visitor import Visitor, is_join_of

MESSAGES = 300
READER = "reader"
SECONDS_BETWEEN_MESSAGES = 0.01
SECONDS_BETWEEN_LOOKS = 1.0
LOOKS_ALIKE = 3
SECONDS_TO_SETTLE = 60.0


class NeverQuiet(Exception):
    """The memory of a program does not stay as it is."""


def measure_memory(folder: Path) -> list[Row]:
    """Let somebody talk to a window, and see what it holds when that is done."""
    with ExitStack() as stack:
        screen = stack.enter_context(virtual_screen())
        reader = {**own_environment(os.environ, folder / READER), "DISPLAY": screen}
        unhurried = {**os.environ, "CHATAPP_SERVER__FLOOD__ENABLED": "false"}
        server = own_environment(unhurried, folder / "memory-server")
        port = stack.enter_context(running_server(server))
        visitor = stack.enter_context(Visitor(port, "visitor"))
        window = stack.enter_context(running_window(reader, port, READER))
        visitor.wait_for(partial(is_join_of, READER))
        before = settled_memory(window)
        for number in range(MESSAGES):
            visitor.say(f"message {number} of {MESSAGES}, as people write them")
            time.sleep(SECONDS_BETWEEN_MESSAGES)
        return [
            Row("chat window after the sign-in", before, "MB"),
            Row("the same with 300 messages", settled_memory(window), "MB", under(80)),
        ]


def settled_memory(pid: int) -> float:
    """Give what a program has resident, in MB, once that stays the same.

    Raises:
        NeverQuiet: it does not.
    """
    program, looks = psutil.Process(pid), [0] * LOOKS_ALIKE
    deadline = time.monotonic() + SECONDS_TO_SETTLE
    while time.monotonic() < deadline:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        looks = [*looks[1:], program.memory_info().rss]
        if min(looks) == max(looks):
            return looks[0] / 1e6
    raise NeverQuiet(f"It had {looks} bytes in the end.")
