"""Bounds what waits for all slow readers together: each has a bound of his own."""

from collections.abc import Iterable
from operator import attrgetter

from server.network.connection import TOO_SLOW, Connection


def bound_backlogs(connections: Iterable[Connection], most_bytes: int) -> None:
    """Give up those for whom most is waiting, until no more than this waits in all."""
    slow = [each for each in connections if each.backlog_bytes]
    waiting = sum(each.backlog_bytes for each in slow)
    for each in sorted(slow, key=attrgetter("backlog_bytes"), reverse=True):
        if waiting <= most_bytes:
            return
        waiting -= each.backlog_bytes
        each.give_up(TOO_SLOW)
