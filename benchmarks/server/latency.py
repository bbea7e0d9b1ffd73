"""Measures how long a message takes at a rate that every server can keep up with."""

from benchmarks.figures import BEST_PEER, Figure, Quantity, Target
from benchmarks.goals import at_most
from benchmarks.server.contest import Contest
from benchmarks.server.everybody import EVERYBODY
from benchmarks.server.ours import DEFAULT
from benchmarks.server.talk import COST

MEDIAN = Quantity("ms until a message is heard, median", 1, more_is_better=False)
P99 = Quantity("ms until a message is heard, p99", 1, more_is_better=False)

CALM = "1,000 in a room, 20 messages/s"
BUSY = "100 in a room, 10,000 deliveries/s"
CALM_LOAD = ("--clients=1000", "--room-size=1000", "--senders=20", "--rate=20")
BUSY_LOAD = ("--clients=100", "--room-size=100", "--senders=20", "--rate=101")


def measure_latency(contest: Contest) -> list[Figure]:
    """Measure the delay, and what a delivery costs who is not busy."""
    calm_cost = (Target(DEFAULT.name, at_most(1), BEST_PEER),)
    calm_p99 = (Target(DEFAULT.name, at_most(20)),)
    return [
        *_measure(contest, CALM, CALM_LOAD, calm_p99, calm_cost),
        *_measure(contest, BUSY, BUSY_LOAD),
    ]


def _measure(
    contest: Contest,
    subject: str,
    load: tuple[str, ...],
    p99: tuple[Target, ...] = (),
    cost: tuple[Target, ...] = (),
) -> list[Figure]:
    options = (*load[1:], f"--seconds={2 * contest.plan.seconds}")
    clients = int(load[0].partition("=")[2])
    results = contest.run(subject, EVERYBODY, *options, clients=clients)
    peers = results.peers
    medians = results.medians(lambda report: report.p50)
    longest = results.medians(lambda report: report.p99)
    costs = results.medians(lambda report: report.cost)
    return [
        Figure(subject, MEDIAN, medians, peers),
        Figure(subject, P99, longest, peers, p99),
        Figure(subject, COST, costs, peers, cost),
    ]
