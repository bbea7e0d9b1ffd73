"""A program with a window: how it is started, and what it takes until it rests."""

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import psutil

from tools.process_group import end_group

SECONDS_BETWEEN_LOOKS = 0.005
SECONDS_TO_WAIT = 30.0
SETTLING_SECONDS = 3.0
IDLE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Program:
    """How and as whom it is started, and a part of the class of its windows."""

    name: str
    window_class: str
    command: Sequence[str]
    environment: Mapping[str, str]
    user: int | None = None
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """What one start took."""

    milliseconds: float
    """From the start until a window is mapped."""
    processor_milliseconds: float
    """What the processor did for it meanwhile, in steps of ten."""
    megabytes: float
    """What it has resident when it has settled."""
    idle_percent: float
    """The share of one processor that it takes after that, with nobody at it."""


def measure_start(program: Program) -> Start:
    """Start it, wait for its first window, look at it for a while, and end it.

    Raises:
        TimeoutError: it shows no window.
    """
    began = time.monotonic()
    process = subprocess.Popen(
        program.command,
        env=program.environment,
        cwd=program.environment.get("HOME"),
        user=program.user,
        group=program.group,
        extra_groups=None if program.user is None else [],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0,
    )
    try:
        while not _is_seen(program):
            if time.monotonic() - began > SECONDS_TO_WAIT:
                raise TimeoutError(f"{program.name} shows no window.")
            time.sleep(SECONDS_BETWEEN_LOOKS)
        seconds, worked = time.monotonic() - began, _processor_seconds(process.pid)
        time.sleep(SETTLING_SECONDS)
        before = _processor_seconds(process.pid)
        time.sleep(IDLE_SECONDS)
        idle = (_processor_seconds(process.pid) - before) / IDLE_SECONDS
        megabytes = sum(it.memory_info().rss for it in _family(process.pid)) / 1e6
        return Start(seconds * 1000, worked * 1000, megabytes, idle * 100)
    finally:
        end_group(process)


def _is_seen(program: Program) -> bool:
    look = ("xdotool", "search", "--onlyvisible", "--class", program.window_class)
    found = subprocess.run(
        look, env=program.environment, capture_output=True, check=False
    )
    return bool(found.stdout.strip())


def _family(pid: int) -> list[psutil.Process]:
    first = psutil.Process(pid)
    return [first, *first.children(recursive=True)]


def _processor_seconds(pid: int) -> float:
    times = [each.cpu_times() for each in _family(pid)]
    return float(sum(it.user + it.system for it in times))
