"""Measures the window's start beside other chat programs, where they are installed."""

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median

from benchmarks.figures import Figure, Quantity, Target
from benchmarks.goals import at_most
from benchmarks.plan import Plan
from benchmarks.window.other_clients import CLIENTS, Client, desk
from benchmarks.window.program import Program, Start, measure_start
from tools.own_folders import own_environment
from tools.virtual_screen import virtual_screen

OURS = "chatapp"
STARTS, QUICK_STARTS = 7, 3
NO_XDOTOOL = "Windows are not measured beside others' without xdotool."
SOONER = (Target(OURS, at_most(1.5), "HexChat"),)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of all programs, and what the reader of them has to know besides."""

    figures: Sequence[Figure]
    notes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that starts of a program tell."""

    subject: str
    unit: str
    digits: int
    value_of: Callable[[Sequence[Start]], float]


MEASURES = (
    Measure(
        "from start to first window",
        "ms",
        0,
        lambda starts: median(it.milliseconds for it in starts),
    ),
    Measure(
        "the same, work of the processor",
        "ms of processor",
        0,
        lambda starts: fmean(it.processor_milliseconds for it in starts),
    ),
    Measure(
        "memory a few seconds later",
        "MB",
        1,
        lambda starts: median(it.megabytes for it in starts),
    ),
    Measure(
        "work of the processor while nobody is there",
        "% of a processor",
        2,
        lambda starts: fmean(it.idle_percent for it in starts),
    ),
)
"""The system counts a processor's time in long steps, so there the mean says more."""


def measure_beside_others(plan: Plan) -> Comparison:
    """Start all of them in turn, several times; who is missing is named."""
    if not shutil.which("xdotool"):
        return Comparison([], [NO_XDOTOOL])
    notes = [note for client in CLIENTS if (note := client.missing())]
    able = [client for client in CLIENTS if not client.missing()]
    count = QUICK_STARTS if plan.is_quick else STARTS
    starts = _starts(plan.folder / "clients", able, count)
    return Comparison(figures_of(starts), notes)


def figures_of(starts: Mapping[str, Sequence[Start]]) -> list[Figure]:
    """Make a figure of each thing that starts tell."""
    peers = frozenset(starts) - {OURS}

    sooner = SOONER if "HexChat" in peers else ()
    return [
        Figure(
            each.subject,
            Quantity(each.unit, each.digits, more_is_better=False),
            {name: each.value_of(some) for name, some in starts.items()},
            peers,
            sooner if each.unit == "ms" else (),
        )
        for each in MEASURES
    ]


def _starts(
    folder: Path, clients: Sequence[Client], count: int
) -> dict[str, list[Start]]:
    """Start each once to warm up, and then so many times, in turn."""
    with virtual_screen() as display, desk(folder / "others", display) as others:
        programs = [_ours(folder / "own", display), *map(others.program, clients)]
        taken: dict[str, list[Start]] = {each.name: [] for each in programs}
        for turn in range(1 + count):
            for each in programs:
                print(f"start {turn}: {each.name}", file=sys.stderr, flush=True)
                start = measure_start(each)
                if turn:
                    taken[each.name].append(start)
    return taken


def _ours(folder: Path, display: str) -> Program:
    environment = {**own_environment(os.environ, folder), "DISPLAY": display}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has its own
    return Program(OURS, OURS, (sys.executable, "-m", "chatapp"), environment)
