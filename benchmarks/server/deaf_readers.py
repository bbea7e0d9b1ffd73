"""Measures what others notice of clients that never read, and how much these cost."""

from benchmarks.figures import Figure, Quantity, Target
from benchmarks.goals import at_least
from benchmarks.server.contest import Contest
from benchmarks.server.everybody import EVERYBODY
from benchmarks.server.ours import DEFAULT

SUBJECT = "one room of 100, a tenth never reads"
SHARE = Quantity(
    "of the messages a second that are said without", 2, more_is_better=True
)
MEMORY = Quantity("MB at most", 1, more_is_better=False)
LOAD = ("--room-size=100", "--senders=50")
CLIENTS = 100


def measure_deaf_readers(contest: Contest) -> list[Figure]:
    """Measure the same room with them and without."""
    load = (*LOAD, f"--seconds={contest.plan.seconds}")
    all_read = contest.run("one room of 100", EVERYBODY, *load, clients=CLIENTS)
    some = contest.run(SUBJECT, EVERYBODY, *load, "--deaf=0.1", clients=CLIENTS)
    before = all_read.medians(lambda report: report.messages_per_second)
    after = some.medians(lambda report: report.messages_per_second)
    shares = {name: after[name] / before[name] for name in after if before.get(name)}
    memory = some.medians(lambda report: report.memory_peak)
    target = Target(DEFAULT.name, at_least(0.9))
    return [
        Figure(SUBJECT, SHARE, shares, some.peers, (target,)),
        Figure(SUBJECT, MEMORY, memory, some.peers),
    ]
