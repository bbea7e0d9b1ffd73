"""Measures how long a message takes while the server searches, prunes or is copied."""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure, Target
from benchmarks.goals import at_most
from benchmarks.server.contest import Contest
from benchmarks.server.distractions import backing_up, nothing_else, searching
from benchmarks.server.latency import BUSY_LOAD, P99
from benchmarks.server.ours import DEFAULT, Ours
from benchmarks.server.restart import fill
from tools.own_folders import own_environment
from tools.programs import running_server

MESSAGES, QUICK_MESSAGES = 1_000_000, 100_000
Distraction = Callable[[int, Path], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class HardTime:
    """What goes on while people talk, and how the server is set for it."""

    subject: str
    distraction: Distraction
    settings: Mapping[str, str] = field(default_factory=dict)


HARD_TIMES = (
    HardTime("10,000 deliveries/s, long history", nothing_else),
    HardTime("the same during SEARCH", searching),
    HardTime(
        "the same during pruning",
        nothing_else,
        {"CHATAPP_SERVER__HISTORY__MAX_MESSAGES": "10"},
    ),
    HardTime("the same during backup", backing_up),
)


def measure_hard_times(contest: Contest) -> list[Figure]:
    """Measure ours only, with a history in which there is something to do."""
    if contest.plan.servers and DEFAULT.name not in contest.plan.servers:
        return []
    with tempfile.TemporaryDirectory(dir=contest.plan.folder) as name:
        filled = _filled(
            Path(name), QUICK_MESSAGES if contest.plan.is_quick else MESSAGES
        )
        target = Target(DEFAULT.name, at_most(25))
        return [
            Figure(each.subject, P99, {DEFAULT.name: p99}, frozenset(), (target,))
            for each in HARD_TIMES
            for p99 in [_median_p99(contest, each, filled)]
        ]


def _filled(folder: Path, messages: int) -> Path:
    with running_server(own_environment(os.environ, folder)):
        pass
    fill(next(folder.rglob("history.db")), messages)
    return folder


def _median_p99(contest: Contest, hard: HardTime, filled: Path) -> float:
    once = partial(_p99, contest, hard, filled)
    return median(once() for _ in range(contest.plan.rounds))


def _p99(contest: Contest, hard: HardTime, filled: Path) -> float:
    contest.tell(hard.subject, DEFAULT.name)
    server = Ours(DEFAULT.name, hard.settings)
    load = (*BUSY_LOAD, f"--seconds={2 * contest.plan.seconds}")
    with tempfile.TemporaryDirectory(dir=contest.plan.folder) as name:
        folder = Path(name)
        shutil.copytree(filled, folder, dirs_exist_ok=True)
        with (
            server.running(folder) as serving,
            hard.distraction(serving.port, folder),
        ):
            return contest.program.run(serving.port, serving.processes, *load).p99
