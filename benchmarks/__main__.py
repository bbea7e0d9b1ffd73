"""Makes the measurements that are asked for, and prints their tables.

Usage: python -m benchmarks [NAME...] [--quick] [--rounds N] [--server NAME]
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.machine import describe_machine
from benchmarks.measurements import (
    ALONE,
    BESIDE_CLIENTS,
    BESIDE_PEERS,
    GROUPS,
    UnknownMeasurement,
    chosen,
)
from benchmarks.plan import QUICK_ROUNDS, ROUNDS, Plan
from benchmarks.readme import CLIENTS, SERVERS, write_readme
from benchmarks.server.contest import Contest
from benchmarks.server.load_program import compile_load_program, missing_for_load
from benchmarks.table import is_table, render
from benchmarks.tables import render_figures, render_side_by_side
from tools.process_group import ToldToEnd, signals_as_exceptions

README = Path("README.md")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print; give the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.write_readme and options.server:
        parser.error(
            "--write-readme puts servers beside each other: leave out --server"
        )
    try:
        names = chosen(options.names)
    except UnknownMeasurement as unknown:
        parser.error(f"there is no measurement {unknown}")
    with (
        signals_as_exceptions(),
        tempfile.TemporaryDirectory(prefix="chatapp-benchmark-") as name,
    ):
        folder = Path(name)
        folder.chmod(0o755)  # a peer may change to a user of its own
        rounds = options.rounds or (QUICK_ROUNDS if options.quick else ROUNDS)
        plan = Plan(folder, options.quick, rounds, tuple(options.server))
        parts = {
            SERVERS: _beside_peers(plan, names),
            CLIENTS: _beside_clients(plan, names),
            "": _alone(plan, names),
        }
    everything = [text for texts in parts.values() for text in texts]
    print(_page(everything))
    for part, measurements in ((SERVERS, BESIDE_PEERS), (CLIENTS, BESIDE_CLIENTS)):
        if options.write_readme and any(map(is_table, parts[part])):
            is_whole = set(measurements) <= set(names)
            write_readme(README, part, _page(parts[part]), is_whole=is_whole)
    return 0


def _page(texts: Sequence[str]) -> str:
    return "\n\n".join([describe_machine(), *filter(None, texts)])


def _beside_peers(plan: Plan, names: Sequence[str]) -> list[str]:
    wanted = [BESIDE_PEERS[name] for name in names if name in BESIDE_PEERS]
    if not wanted or missing_for_load():
        return [missing_for_load()] if wanted else []
    contest = Contest(plan, compile_load_program(plan.folder))
    figures = [figure for measure in wanted for figure in measure(contest)]
    notes = "\n".join(f"* {note}" for note in contest.notes)
    return [render_figures(figures), notes]


def _beside_clients(plan: Plan, names: Sequence[str]) -> list[str]:
    wanted = [BESIDE_CLIENTS[name] for name in names if name in BESIDE_CLIENTS]
    texts = []
    for measure in wanted:
        compared = measure(plan)
        if compared.figures:
            texts.append(render_side_by_side(compared.figures))
        texts.append("\n".join(f"* {note}" for note in compared.notes))
    return texts


def _alone(plan: Plan, names: Sequence[str]) -> list[str]:
    wanted = [name for name in names if name in ALONE]
    rows = [row for name in wanted for row in ALONE[name](plan.folder / name)]
    return [render(rows)] if rows else []


def _parser() -> argparse.ArgumentParser:
    groups = "; ".join(f"{name}: {', '.join(of)}" for name, of in GROUPS.items())
    parser = argparse.ArgumentParser(
        prog="benchmarks", description="Measures speed and memory.", epilog=groups
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="what to measure")
    parser.add_argument("--quick", action="store_true", help="once, and briefly")
    parser.add_argument("--rounds", type=int, help=f"how often; else {ROUNDS}")
    parser.add_argument(
        "--server", action="append", default=[], help="only this one; can be repeated"
    )
    parser.add_argument(
        "--write-readme",
        action="store_true",
        help="put what was measured beside others into the tables of README.md",
    )
    return parser


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ToldToEnd as told:
        sys.exit(told.exit_code)
