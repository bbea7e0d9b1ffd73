"""Ends connections that do not sign in, or that have gone without a word."""

from collections.abc import Callable, Iterable

from server.network.connection import Connection
from server.settings import TimeoutSettings

SECONDS_BETWEEN_LOOKS = 1.0

End = Callable[[Connection, str], None]


class Patience:
    """Looks after all connections from time to time."""

    def __init__(self, timeouts: TimeoutSettings, ping: bytes, end: End) -> None:
        """Wait as the settings say; send `ping` to the silent, `end` the others."""
        self._timeouts = timeouts
        self._ping = ping
        self._end = end
        self.next_look = 0.0

    def look(
        self, connections: Iterable[Connection], now: float, *, is_disk_behind: bool
    ) -> None:
        """End what has waited too long.

        A client that waits for the server, or is read more slowly on purpose, is not
        silent; neither is anybody while the disk is behind, for PONG waits for it.
        """
        self.next_look = now + SECONDS_BETWEEN_LOOKS
        for connection in connections:
            if not connection.session.is_registered:
                if now - connection.opened_at > self._timeouts.registration:
                    self._end(connection, "You did not sign in in time.")
            elif not (is_disk_behind or connection.lines or connection.is_waiting):
                self._look_at(connection, now)

    def _look_at(self, connection: Connection, now: float) -> None:
        silent = now - connection.heard_at
        if silent < self._timeouts.ping:
            connection.is_pinged = False
        elif not connection.is_pinged:
            connection.is_pinged = True
            connection.heard_at = now
            connection.send(self._ping)
        else:
            self._end(connection, f"No answer for {self._timeouts.ping} seconds.")
