"""Measures talk as fast as it is heard: in rooms of many sizes, and in pairs."""

from dataclasses import dataclass

from benchmarks.figures import BEST_PEER, Figure, Quantity, Target
from benchmarks.goals import at_least, at_most
from benchmarks.server.contest import Contest
from benchmarks.server.everybody import EVERYBODY
from benchmarks.server.ngircd import NGIRCD
from benchmarks.server.ours import DEFAULT, PROCESS_ONLY, WITHOUT_HISTORY

DELIVERIES = Quantity("deliveries a second", 0, more_is_better=True)
GROWTH = Quantity("times the µs for each delivery", 2, more_is_better=False)
COST = Quantity("µs of processor for each delivery", 2, more_is_better=False)
SENDERS = 50
FLAT = 1.25
"""How much more a delivery may cost and still be called as cheap."""


@dataclass(frozen=True, slots=True)
class Talk:
    """Some clients in rooms of one size, and what is to be reached there."""

    subject: str
    clients: int
    options: tuple[str, ...]
    rate: tuple[Target, ...] = ()
    cost: tuple[Target, ...] = ()


def _one_room(
    size: int, rate: tuple[Target, ...] = (), cost: tuple[Target, ...] = ()
) -> Talk:
    options = (f"--room-size={size}", f"--senders={SENDERS}")
    return Talk(f"one room of {size:,}", size, options, rate, cost)


SMALL_ROOM = _one_room(100)
ROOM = _one_room(
    1_000,
    rate=(
        Target(DEFAULT.name, at_least(2), NGIRCD.name),
        Target(DEFAULT.name, at_least(1.5), BEST_PEER),
    ),
    cost=(Target(DEFAULT.name, at_most(0.7), BEST_PEER),),
)
LARGE_ROOM = _one_room(5_000)
ROOMS_OF_TEN = Talk(
    "1,000 in rooms of ten",
    1_000,
    ("--room-size=10",),
    rate=(
        Target(PROCESS_ONLY.name, at_least(0.8), BEST_PEER),
        Target(WITHOUT_HISTORY.name, at_least(1), BEST_PEER),
    ),
)
PAIRS = Talk(
    "500 pairs",
    1_000,
    ("--room-size=2", "--direct"),
    rate=(
        Target(PROCESS_ONLY.name, at_least(0.5), BEST_PEER),
        Target(WITHOUT_HISTORY.name, at_least(0.8), BEST_PEER),
    ),
)


def measure_talk(contest: Contest, talk: Talk) -> list[Figure]:
    """Let everybody serve it; give how much was heard, and what it cost."""
    options = (*talk.options, f"--seconds={contest.plan.seconds}")
    results = contest.run(talk.subject, EVERYBODY, *options, clients=talk.clients)
    rates = results.medians(lambda report: report.deliveries_per_second)
    costs = results.medians(lambda report: report.cost)
    return [
        Figure(talk.subject, DELIVERIES, rates, results.peers, talk.rate),
        Figure(talk.subject, COST, costs, results.peers, talk.cost),
    ]


def measure_room_sizes(contest: Contest) -> list[Figure]:
    """Measure a small room and a large one; each delivery is to cost the same there."""
    small, large = measure_talk(contest, SMALL_ROOM), measure_talk(contest, LARGE_ROOM)
    before, after = small[-1].values, large[-1].values
    grown = {name: after[name] / before[name] for name in after if before.get(name)}
    target = Target(DEFAULT.name, at_most(FLAT))
    subject = f"{LARGE_ROOM.subject} instead of {SMALL_ROOM.clients}"
    growth = Figure(subject, GROWTH, grown, large[-1].peers, (target,))
    return [*small, *large, growth]
