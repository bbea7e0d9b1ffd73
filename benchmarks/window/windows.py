"""Measures windows: their start, and how soon others see a key press."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from benchmarks.goals import at_most, under
from benchmarks.table import Row
from tools.own_folders import own_environment
from tools.programs import running_server
from tools.virtual_screen import virtual_screen
from tools.window import Window

STARTS = 7
KEY_PRESSES = 300
ONLOOKERS = 2
PLAIN_TK = "import tkinter as t; r = t.Tk(); r.update(); print(1, flush=True)"
SETTLE_SECONDS = 0.02
# Nobody types as fast as this program presses keys.
NO_FLOOD_LIMIT = {"CHATAPP_SERVER__FLOOD__ENABLED": "false"}


def measure_windows(folder: Path) -> list[Row]:
    """Measure all of it with real windows on virtual screens and a real server."""
    with ExitStack() as stack:
        environments = []
        for number in range(1 + ONLOOKERS):
            own = own_environment(os.environ, folder / f"person{number}")
            environments.append(
                {**own, "DISPLAY": stack.enter_context(virtual_screen())}
            )
        rows = measure_starts(environments[0])
        server_environment = own_environment(
            {**os.environ, **NO_FLOOD_LIMIT}, folder / "server"
        )
        port = stack.enter_context(running_server(server_environment))
        windows = [
            stack.enter_context(Window(environment, *_options(port, number)))
            for number, environment in enumerate(environments)
        ]
        return rows + measure_conversation(windows)


def measure_starts(environment: Mapping[str, str]) -> list[Row]:
    """From the start of the program to a window one can use, beside plain Tk."""
    ours, plain = [], []
    for _ in range(STARTS):
        plain.append(_seconds_of_plain_tk(environment))
        began = time.monotonic()
        with Window(environment):
            ours.append(time.monotonic() - began)
    first, beside = median(ours) * 1000, median(plain) * 1000
    return [
        Row("sign-in window, from start to use", first, "ms", at_most(1_000)),
        Row("the same beside a bare Tk window", first / beside, "times"),
    ]


def measure_conversation(windows: list[Window]) -> list[Row]:
    """From Enter in one window to the drawn message in every other one."""
    writer, *onlookers = windows
    for window in windows:
        window.wait_for("Message #lobby")
        window.order("note_when_drawn")
    delays = []
    for number in range(KEY_PRESSES):
        text = f"key press {number} of {KEY_PRESSES}"
        pressed = writer.write(text)
        delays += [(_drawn(onlooker, text) - pressed) * 1000 for onlooker in onlookers]
        time.sleep(SETTLE_SECONDS)
    return [
        Row("key press to other window, median", median(delays), "ms", under(20)),
        Row(
            "key press to other window, p99",
            quantiles(delays, n=100)[98],
            "ms",
            at_most(50),
        ),
    ]


def _drawn(window: Window, text: str) -> float:
    while True:
        drawn = window.order("drawn", text=text)
        if drawn is not None:
            return float(drawn)
        time.sleep(SETTLE_SECONDS)


def _options(port: int, number: int) -> list[str]:
    address = ["--server", "127.0.0.1", "--port", str(port)]
    return [*address, "--username", f"person{number}", "--connect"]


def _seconds_of_plain_tk(environment: Mapping[str, str]) -> float:
    began = time.monotonic()
    subprocess.run(
        [sys.executable, "-c", PLAIN_TK],
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.monotonic() - began
