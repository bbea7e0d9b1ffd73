"""Measures how fast people come: to the end of the welcome, and into their rooms."""

from benchmarks.figures import Figure, Quantity, Target
from benchmarks.goals import at_least
from benchmarks.server.contest import Contest
from benchmarks.server.everybody import EVERYBODY
from benchmarks.server.ours import DEFAULT

NEWCOMERS = 3_000
JOINING = 1_000
A_SECOND = Quantity("a second", 0, more_is_better=True)
CONNECTIONS = "connections to the end of MOTD"
JOINS = "joins of rooms of ten"


def measure_arrivals(contest: Contest) -> list[Figure]:
    """Let people come and go, and others join."""
    visits = contest.run(CONNECTIONS, EVERYBODY, "--purpose=visit", clients=NEWCOMERS)
    stays = ("--purpose=stay", "--room-size=10")
    joins = contest.run(JOINS, EVERYBODY, *stays, clients=JOINING)
    come = visits.medians(lambda report: report.arrivals_per_second)
    joined = joins.medians(lambda report: report.joins_per_second)
    target = Target(DEFAULT.name, at_least(5_000))
    return [
        Figure(CONNECTIONS, A_SECOND, come, visits.peers, (target,)),
        Figure(JOINS, A_SECOND, joined, joins.peers),
    ]
