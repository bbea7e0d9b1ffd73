"""Finds by which address others reach a server that one reaches on this computer."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from chatapp.models.connection.round_trip import round_trips
from chatapp.system.interfaces import Interface, for_others

SECONDS_TO_ANSWER = 2.0

Place = tuple[str, int]
Knock = Callable[[Sequence[Place], float], Iterator[tuple[Place, float]]]


def seek_outward(
    port: int,
    interfaces: Callable[[], Sequence[Interface]],
    then: Callable[[str], None],
    knock: Knock = round_trips,
) -> None:
    """Look whether something answers at this port by the addresses others use, too.

    Whoever listens there need not be the same server: a link says by its certificate
    whom it means.

    Args:
        port: where the server is on this computer.
        interfaces: lists the addresses that this computer has now.
        then: hears the address, "" for none, on a thread of the search's own.
        knock: connects to places for so many seconds, and tells which answer.
    """

    def run() -> None:
        found = ""
        with suppress(OSError):
            others = [str(it.address.ip) for it in for_others(interfaces())]
            places = [(address, port) for address in others]
            answers = {host for (host, _), _ in knock(places, SECONDS_TO_ANSWER)}
            found = next((it for it in others if it in answers), "")
        then(found)

    threading.Thread(target=run, name="chatapp-outward", daemon=True).start()
