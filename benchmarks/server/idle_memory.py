"""Measures the memory of connections over which nothing is said."""

from benchmarks.figures import Figure, Quantity, Target
from benchmarks.goals import at_most
from benchmarks.server.contest import Contest
from benchmarks.server.everybody import EVERYBODY
from benchmarks.server.ours import DEFAULT

KILOBYTES = 1e3
IN_ALL = Quantity("MB in all", 1, more_is_better=False)
FOR_EACH = Quantity("KB for each connection", 1, more_is_better=False)
CROWDS = {1_000: (), 10_000: (Target(DEFAULT.name, at_most(64)),)}


def measure_idle_memory(contest: Contest) -> list[Figure]:
    """Measure all of the server's memory, and by how much it grew."""
    crowds = [1_000] if contest.plan.is_quick else CROWDS
    return [figure for count in crowds for figure in _measure(contest, count)]


def _measure(contest: Contest, count: int) -> list[Figure]:
    subject = f"{count:,} idle connections"
    results = contest.run(subject, EVERYBODY, "--purpose=stay", clients=count)
    grown = results.medians(lambda each: each.memory_inside - each.memory_before)
    for_each = {name: value * KILOBYTES / count for name, value in grown.items()}
    in_all = results.medians(lambda report: report.memory_inside)
    return [
        Figure(subject, IN_ALL, in_all, results.peers, CROWDS[count]),
        Figure(subject, FOR_EACH, for_each, results.peers),
    ]
