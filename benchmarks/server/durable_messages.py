"""Measures how many messages are on the disk, before their echo, in a second."""

from benchmarks.figures import Figure, Quantity, Target
from benchmarks.goals import at_least
from benchmarks.server.contest import Contest
from benchmarks.server.ours import DEFAULT, PROCESS_ONLY

SUBJECT = "100 senders, each waits for echoes"
SENDERS = 100
MESSAGES = Quantity("messages a second", 0, more_is_better=True)
# A room for each, so that an echo is all that there is to hear.
LOAD = ("--room-size=1", "--capabilities=echo-message")


def measure_durable_messages(contest: Contest) -> list[Figure]:
    """Measure ours only: the peers record nothing."""
    load = (*LOAD, f"--seconds={contest.plan.seconds}")
    ways = (DEFAULT, PROCESS_ONLY)
    results = contest.run(SUBJECT, ways, *load, clients=SENDERS)
    rates = results.medians(lambda report: report.messages_per_second)
    target = Target(DEFAULT.name, at_least(20_000))
    return [Figure(SUBJECT, MESSAGES, rates, frozenset(), (target,))]
