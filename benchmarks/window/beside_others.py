"""Measures the window's start beside other chat programs, where they are installed."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
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
    """Make a figure of each thing that starts tell.

    The system counts a processor's time in long steps, so there the mean says more.
    """
    peers = frozenset(starts) - {OURS}

    def figure(
        subject: str, unit: str, digits: int, values: dict[str, float]
    ) -> Figure:
        quantity = Quantity(unit, digits, more_is_better=False)
        targets = SOONER if unit == "ms" and "HexChat" in peers else ()
        return Figure(subject, quantity, values, peers, targets)

    every = starts.items()
    return [
        figure(
            "from start to first window",
            "ms",
            0,
            {name: median(it.milliseconds for it in of) for name, of in every},
        ),
        figure(
            "the same, work of the processor",
            "ms of processor",
            0,
            {name: fmean(it.processor_milliseconds for it in of) for name, of in every},
        ),
        figure(
            "memory a few seconds later",
            "MB",
            1,
            {name: median(it.megabytes for it in of) for name, of in every},
        ),
        figure(
            "work of the processor while nobody is there",
            "% of a processor",
            2,
            {name: fmean(it.idle_percent for it in of) for name, of in every},
        ),
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
