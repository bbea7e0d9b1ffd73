"""What one thread does at the door: it waits for the first words of one connection."""

import logging
import socket
import socketserver
import time
from typing import TYPE_CHECKING

from server.network.doorway import Doorway, Gone
from server.network.first_words import farewell
from server.network.newcomer import Arrival, Newcomer
from server.network.threshold import Settled, TurnedAway

if TYPE_CHECKING:
    from server.network.listener import Door

log = logging.getLogger(__name__)


class DoorHandler(socketserver.BaseRequestHandler):
    """Finds out what one connection speaks, and hands it over with its first lines."""

    request: socket.socket
    client_address: Arrival
    server: "Door"

    def setup(self) -> None:
        """Begin outside."""
        self.is_inside = False

    def handle(self) -> None:
        """Settle what has to be, and hand over; who is too slow is sent away."""
        server, arrival = self.server, self.client_address
        deadline = time.monotonic() + server.patience
        doorway = Doorway(self.request, arrival.data, deadline, time.monotonic)
        server.limits.standing.add(doorway)
        try:
            settled = server.threshold.settle(doorway)
            server.limits.standing.remove(doorway)  # it has said what it had to
            host_name = self._look_up(deadline)
        except TimeoutError:
            server.limits.turn_away()
            doorway.say_last(farewell("You said nothing for too long."))
        except TurnedAway as reason:
            server.limits.turn_away()
            log.debug("%s was not let in: %s", arrival.address, reason)
        except (Gone, OSError) as reason:
            log.debug("%s has left at the door: %s", arrival.address, reason)
        else:
            self._go_inside(settled, host_name)
        finally:
            server.limits.standing.remove(doorway)

    def _look_up(self, deadline: float) -> str | None:
        names, address = self.server.host_names, self.client_address.address
        if names is None:
            return None
        return names.name_of(address, deadline - time.monotonic())

    def _go_inside(self, settled: Settled, host_name: str | None) -> None:
        server, arrival = self.server, self.client_address
        newcomer = Newcomer(
            self.request,
            arrival.address,
            settled.data,
            settled.codec,
            settled.is_secure,
            host_name,
        )
        server.keep_open(self.request)
        try:
            server.hand_over(self.request, newcomer)
        except BaseException:
            server.keep_no_longer(self.request)
            raise
        self.is_inside = True

    def finish(self) -> None:
        """Count a connection no longer that nobody has taken over."""
        if not self.is_inside:
            self.server.limits.closed(self.client_address.address, had_signed_in=False)
