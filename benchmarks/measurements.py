"""Everything that can be measured, by name."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.plan import Plan
from benchmarks.server.arrivals import measure_arrivals
from benchmarks.server.contest import Contest
from benchmarks.server.deaf_readers import measure_deaf_readers
from benchmarks.server.durable_messages import measure_durable_messages
from benchmarks.server.hard_times import measure_hard_times
from benchmarks.server.idle_memory import measure_idle_memory
from benchmarks.server.latency import measure_latency
from benchmarks.server.restart import measure_restart
from benchmarks.server.talk import (
    PAIRS,
    ROOM,
    ROOMS_OF_TEN,
    Talk,
    measure_room_sizes,
    measure_talk,
)
from benchmarks.table import Row
from benchmarks.window.beside_others import Comparison, measure_beside_others
from benchmarks.window.busy_window import measure_busy_window
from benchmarks.window.hostile_text import measure_hostile_text
from benchmarks.window.long_history import measure_long_history
from benchmarks.window.many_rooms import measure_many_rooms
from benchmarks.window.memory import measure_memory
from benchmarks.window.ten_rooms import measure_ten_rooms
from benchmarks.window.windows import measure_windows


class UnknownMeasurement(Exception):
    """A name that is neither a measurement's nor a group's."""


def _talk(talk: Talk) -> Callable[[Contest], list[Figure]]:
    return partial(measure_talk, talk=talk)


BESIDE_PEERS: Mapping[str, Callable[[Contest], list[Figure]]] = {
    "room": _talk(ROOM),
    "room-sizes": measure_room_sizes,
    "rooms": _talk(ROOMS_OF_TEN),
    "pairs": _talk(PAIRS),
    "latency": measure_latency,
    "arrivals": measure_arrivals,
    "idle": measure_idle_memory,
    "deaf": measure_deaf_readers,
    "durable": measure_durable_messages,
    "hard-times": measure_hard_times,
}
BESIDE_CLIENTS: Mapping[str, Callable[[Plan], Comparison]] = {
    "clients": measure_beside_others,
}
ALONE: Mapping[str, Callable[[Path], list[Row]]] = {
    "restart": measure_restart,
    "starts": measure_windows,
    "memory": measure_memory,
    "busy": measure_busy_window,
    "history": measure_long_history,
    "rooms-read": measure_ten_rooms,
    "rooms-heard": measure_many_rooms,
    "hostile": measure_hostile_text,
}
GROUPS: Mapping[str, tuple[str, ...]] = {
    "server": (*BESIDE_PEERS, "restart"),
    "window": (
        "starts",
        "memory",
        "clients",
        "busy",
        "history",
        "rooms-read",
        "rooms-heard",
        "hostile",
    ),
}


def chosen(names: Iterable[str]) -> list[str]:
    """The measurements of these names and groups, in order; of no names: all.

    Raises:
        UnknownMeasurement: there is nothing of that name.
    """
    everything = [*BESIDE_PEERS, *BESIDE_CLIENTS, *ALONE]
    wanted: set[str] = set()
    for name in names:
        if name not in (*GROUPS, *everything):
            raise UnknownMeasurement(name)
        wanted.update(GROUPS.get(name, (name,)))
    return [name for name in everything if name in wanted or not wanted]
