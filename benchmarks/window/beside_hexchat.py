"""Measures how soon the first window is there, beside HexChat where it is installed."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

import psutil

from benchmarks.goals import at_most
from benchmarks.table import Row
from tools.own_folders import own_environment
from tools.process_group import end_group
from tools.virtual_screen import virtual_screen

STARTS = 7
SECONDS_BETWEEN_LOOKS = 0.005
SECONDS_TO_WAIT = 30.0
SETTLING_SECONDS = 1.0


def measure_beside_hexchat(folder: Path) -> list[Row]:
    """Start both in turn; nothing is measured where HexChat or xdotool is missing."""
    if not (shutil.which("hexchat") and shutil.which("xdotool")):
        return []
    commands: dict[str, Sequence[str]] = {
        "chatapp": (sys.executable, "-m", "chatapp"),
        "hexchat": ("hexchat", "--cfgdir", str(folder / "hexchat")),
    }
    (folder / "hexchat").mkdir(parents=True)
    starts: dict[str, list[float]] = {name: [] for name in commands}
    memory: dict[str, float] = {}
    with virtual_screen() as display:
        environment = {
            **own_environment(os.environ, folder / "own"),
            "DISPLAY": display,
        }
        for _ in range(STARTS):
            for name, command in commands.items():
                seconds, memory[name] = _start(command, name, environment)
                starts[name].append(seconds * 1000)
    ours, theirs = median(starts["chatapp"]), median(starts["hexchat"])
    return [
        Row("first window of HexChat", theirs, "ms"),
        Row("first window of chatapp beside it", ours / theirs, "times", at_most(1.5)),
        Row("HexChat with its first window", memory["hexchat"], "MB"),
        Row("chatapp with its first window", memory["chatapp"], "MB"),
    ]


def _start(
    command: Sequence[str], name: str, environment: Mapping[str, str]
) -> tuple[float, float]:
    """Give the seconds until a window is seen, and the memory a while later, in MB."""
    began = time.monotonic()
    program = subprocess.Popen(
        command, env=environment, stderr=subprocess.DEVNULL, process_group=0
    )
    try:
        while not _is_seen(name, environment):
            if time.monotonic() - began > SECONDS_TO_WAIT:
                raise TimeoutError(f"{name} shows no window.")
            time.sleep(SECONDS_BETWEEN_LOOKS)
        seconds = time.monotonic() - began
        time.sleep(SETTLING_SECONDS)
        return seconds, psutil.Process(program.pid).memory_info().rss / 1e6
    finally:
        end_group(program)


def _is_seen(name: str, environment: Mapping[str, str]) -> bool:
    look = ("xdotool", "search", "--onlyvisible", "--class", name)
    found = subprocess.run(look, env=environment, capture_output=True, check=False)
    return bool(found.stdout.strip())
