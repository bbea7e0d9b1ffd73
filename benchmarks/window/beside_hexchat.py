"""Measures how soon the first window is there, beside HexChat where it is installed."""

import os
import pwd
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
ORDINARY_USER = "nobody"


@dataclass(frozen=True, slots=True)
class Program:
    """A program with a window: how and as whom it is started."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    user: int | None = None
    group: int | None = None


def measure_beside_hexchat(folder: Path) -> list[Row]:
    """Start both in turn; nothing is measured where HexChat or xdotool is missing.

    To root HexChat shows no more than that it refuses to run, so it is another's then.
    """
    if not (shutil.which("hexchat") and shutil.which("xdotool")):
        return []
    starts: dict[str, list[float]] = {"chatapp": [], "hexchat": []}
    memory: dict[str, float] = {}
    with virtual_screen() as display:
        programs = (_chatapp(folder / "own", display), hexchat(folder, display))
        for _ in range(STARTS):
            for each in programs:
                seconds, memory[each.name] = _start(each)
                starts[each.name].append(seconds * 1000)
    ours, theirs = median(starts["chatapp"]), median(starts["hexchat"])
    return [
        Row("first window of HexChat", theirs, "ms"),
        Row("first window of chatapp beside it", ours / theirs, "times", at_most(1.5)),
        Row("HexChat with its first window", memory["hexchat"], "MB"),
        Row("chatapp with its first window", memory["chatapp"], "MB"),
    ]


def _chatapp(folder: Path, display: str) -> Program:
    environment = {**own_environment(os.environ, folder), "DISPLAY": display}
    return Program("chatapp", (sys.executable, "-m", "chatapp"), environment)


def hexchat(folder: Path, display: str) -> Program:
    """HexChat with a home of its own, as somebody who is not root."""
    home = folder / "home"
    home.mkdir(parents=True)
    environment = {**os.environ, "DISPLAY": display, "HOME": str(home)}
    command = ("hexchat", "--cfgdir", str(home / "hexchat"))
    if os.geteuid() != 0:
        return Program("hexchat", command, environment)
    ordinary = pwd.getpwnam(ORDINARY_USER)
    os.chown(home, ordinary.pw_uid, ordinary.pw_gid)
    return Program("hexchat", command, environment, ordinary.pw_uid, ordinary.pw_gid)


def _start(program: Program) -> tuple[float, float]:
    """Give the seconds until a window is mapped, and the megabytes a while later."""
    began = time.monotonic()
    process = subprocess.Popen(
        program.command,
        env=program.environment,
        user=program.user,
        group=program.group,
        extra_groups=None if program.user is None else [],
        stderr=subprocess.DEVNULL,
        process_group=0,
    )
    try:
        while not _is_seen(program):
            if time.monotonic() - began > SECONDS_TO_WAIT:
                raise TimeoutError(f"{program.name} shows no window.")
            time.sleep(SECONDS_BETWEEN_LOOKS)
        seconds = time.monotonic() - began
        time.sleep(SETTLING_SECONDS)
        return seconds, psutil.Process(process.pid).memory_info().rss / 1e6
    finally:
        end_group(process)


def _is_seen(program: Program) -> bool:
    look = ("xdotool", "search", "--onlyvisible", "--class", program.name)
    found = subprocess.run(
        look, env=program.environment, capture_output=True, check=False
    )
    return bool(found.stdout.strip())
