"""Runs one load on every server in turn, several times, and keeps what was told."""

import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.plan import Plan
from benchmarks.server.contender import Contender, Serving
from benchmarks.server.load_program import LoadFailed, LoadProgram
from benchmarks.server.report import Report

BUSY_LOAD = 0.9


@dataclass(frozen=True, slots=True)
class Results:
    """The reports of all runs under one load, by the servers' names."""

    reports: Mapping[str, Sequence[Report]]
    peers: frozenset[str]

    def medians(self, measure: Callable[[Report], float]) -> dict[str, float]:
        """The median of one number for each server."""
        return {
            name: median(map(measure, reports))
            for name, reports in self.reports.items()
            if reports
        }


@dataclass(frozen=True, slots=True)
class Contest:
    """Measures servers beside each other, with one load program."""

    plan: Plan
    program: LoadProgram
    notes: list[str] = field(default_factory=list)
    """What the reader of the tables has to know besides."""

    def run(
        self, subject: str, contenders: Iterable[Contender], *load: str, clients: int
    ) -> Results:
        """Run the load on each, round by round, so that all have the same weather."""
        able = [each for each in contenders if self._takes_part(each, clients)]
        reports: dict[str, list[Report]] = {each.name: [] for each in able}
        for turn in range(self.plan.rounds):
            for each in _rotated(able, turn):
                try:
                    report = self._run_once(
                        subject, each, f"--clients={clients}", *load
                    )
                except LoadFailed as problem:
                    self.note(f"{subject}, {each.name}: {problem}")
                else:
                    reports[each.name].append(report)
        peers = frozenset(each.name for each in able if each.is_peer)
        return Results(reports, peers)

    def note(self, words: str) -> None:
        """Remember, once, what stands below the tables."""
        if words not in self.notes:
            self.notes.append(words)

    def tell(self, subject: str, name: str) -> None:
        """Say on standard error what is measured now."""
        print(f"{subject}: {name}", file=sys.stderr, flush=True)

    def _takes_part(self, contender: Contender, clients: int) -> bool:
        wanted = self.plan.servers
        if wanted and contender.name not in wanted:
            return False
        if missing := contender.missing():
            self.note(missing)
            return False
        if "--tls" in contender.load_options and not self.program.speaks_tls:
            self.note("TLS is not measured without OpenSSL's headers (libssl-dev).")
            return False
        return clients <= contender.most_clients

    def _run_once(self, subject: str, contender: Contender, *load: str) -> Report:
        self.tell(subject, contender.name)
        with tempfile.TemporaryDirectory(dir=self.plan.folder) as name:
            folder = Path(name)
            folder.chmod(0o755)  # a server may change to a user of its own
            with contender.running(folder) as serving:
                report = self._load(contender, serving, *load)
        for fault in report.faults():
            self.note(f"{subject}, {contender.name}: {fault}.")
        if report.load_share > BUSY_LOAD:
            self.note(f"{subject}, {contender.name}: the load program was the limit.")
        return report

    def _load(self, contender: Contender, serving: Serving, *load: str) -> Report:
        at_once = f"--at-once={contender.at_once}"
        options = (at_once, *load, *contender.load_options)
        return self.program.run(serving.port, serving.processes, *options)


def _rotated(contenders: list[Contender], turn: int) -> list[Contender]:
    first = turn % len(contenders) if contenders else 0
    return contenders[first:] + contenders[:first]
