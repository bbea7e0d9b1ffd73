"""Ends connections that do not sign in, or that have gone without a word."""

from collections.abc import Callable, Iterable

from server.network.connection import Connection
from server.settings.settings import TimeoutSettings

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_OF_A_STALL = 5.0
"""Who looks so much too late was asleep himself, and could hear nobody."""

End = Callable[[Connection, str], None]


class Patience:
    """Looks after all connections from time to time."""

    def __init__(self, timeouts: TimeoutSettings, ping: bytes, end: End) -> None:
        """Wait as the settings say; send `ping` to the silent, `end` the others."""
        self.timeouts = timeouts
        self._ping = ping
        self._end = end
        self.sent_away = 0
        self._oldest: object = None
        self.next_look = 0.0

    def look(
        self, connections: Iterable[Connection], now: float, oldest: object
    ) -> None:
        """End what has waited too long.

        A client that waits for the server, or is read more slowly on purpose, is not
        silent; one for which the next page of a reply waits may be. Time in which the
        server itself stood still counts for nobody.

        Args:
            connections: all of them.
            now: the monotonic time.
            oldest: the turn that waits first for the disk; None when none does.
        """
        lost = self._take_lost_time(now, oldest)
        for connection in connections:
            if lost:
                connection.opened_at = min(now, connection.opened_at + lost)
                connection.heard_at = min(now, connection.heard_at + lost)
            if not connection.session.is_registered:
                if now - connection.opened_at > self.timeouts.registration:
                    self._send_away(connection, "You did not sign in in time.")
            elif connection.next_page or not (
                connection.lines or connection.is_waiting
            ):
                self._look_at(connection, now)

    def _take_lost_time(self, now: float, oldest: object) -> float:
        """Give how long since the last look the server or its disk stood still.

        The disk is behind when the same turn waited for it at the last look: answers,
        PONG among them, wait for it too.
        """
        late = now - self.next_look
        self.next_look = now + SECONDS_BETWEEN_LOOKS
        is_disk_behind = oldest is not None and oldest is self._oldest
        self._oldest = oldest
        if is_disk_behind:
            return late + SECONDS_BETWEEN_LOOKS
        return late if late > SECONDS_OF_A_STALL else 0.0

    def _look_at(self, connection: Connection, now: float) -> None:
        if now - connection.heard_at < self.timeouts.ping:
            return
        if connection.is_pinged:
            reason = f"No answer for {self.timeouts.ping} seconds."
            self._send_away(connection, reason)
            return
        connection.is_pinged = True
        connection.heard_at = now
        connection.send(self._ping)

    def _send_away(self, connection: Connection, reason: str) -> None:
        self.sent_away += 1
        self._end(connection, reason)
