"""The ordeals there are, in one table, with their share of the time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from torture import (
    ailing_server,
    fuzzed_world,
    killed_client,
    killed_server,
    killed_window,
    long_history,
    neighbours,
    networks,
    simulated_server,
    soak,
)
from torture.play import Play


@dataclass(frozen=True, slots=True)
class Ordeal:
    """One kind of torture.

    `run` plays at least one round, then goes on while time remains, and says in one
    sentence, with counts, what it did. `share` is its part of the time, beside the
    others' parts. What is played `by_name_only` is left out unless it is asked for.
    In fewer seconds than `full` it has a shorter form, which promises less.
    """

    name: str
    run: Callable[[Play], str]
    share: float = 1.0
    by_name_only: bool = False
    full: float = 0.0


ORDEALS = (
    Ordeal("killed-server", killed_server.run, 15),
    Ordeal("ailing-server", ailing_server.run, 4),
    Ordeal("long-history", long_history.run, 3.5, full=long_history.SECONDS_FOR_ALL),
    Ordeal("killed-client", killed_client.run, 4),
    Ordeal("killed-window", killed_window.run, 3),
    Ordeal("simulated-server", simulated_server.run, 1.5),
    Ordeal("fuzzed-world", fuzzed_world.run, 2),
    Ordeal("networks", networks.run, 3),
    Ordeal("neighbours", neighbours.run, 24, full=neighbours.FULL_SECONDS),
    Ordeal("soak", soak.run, 2, by_name_only=True, full=soak.FULL_SECONDS),
)


def chosen(names: Iterable[str], without: Iterable[str] = ()) -> list[Ordeal]:
    """Give the ordeals of these names; without names, all but those by name only.

    Args:
        names: what is to be played.
        without: what is left out all the same.
    """
    wanted, unwanted = set(names), set(without)
    return [
        each
        for each in ORDEALS
        if (each.name in wanted if wanted else not each.by_name_only)
        if each.name not in unwanted
    ]


def seconds_of(ordeal: Ordeal, among: Sequence[Ordeal], seconds: float) -> float:
    """Tell how long one of several ordeals takes, of the time for all of them."""
    return seconds * (ordeal.share / sum(each.share for each in among))
