"""The connections that the reactor serves, and what it waits for on each."""

import logging
import selectors
from collections.abc import Iterable

from server.log_lines import log_event
from server.network.connection import Connection
from server.network.door_limits import DoorLimits
from server.world.session import Session

log = logging.getLogger(__name__)


class Clients:
    """Every connection by its session, watched by the selector, counted in limits."""

    def __init__(self, selector: selectors.BaseSelector, limits: DoorLimits) -> None:
        """Begin with nobody."""
        self._selector = selector
        self._limits = limits
        self._connections: dict[Session, Connection] = {}

    def add(self, connection: Connection) -> None:
        """Serve a connection from now on."""
        self._connections[connection.session] = connection

    def of(self, session: Session) -> Connection | None:
        """Give a session's connection, if it is still served."""
        return self._connections.get(session)

    def everybody(self) -> Iterable[Connection]:
        """Give all connections, as they are now."""
        return list(self._connections.values())

    def watch(self, connection: Connection) -> None:
        """Wait for what a connection wants to do next."""
        wanted = selectors.EVENT_READ if connection.wants_to_read else 0
        if connection.wants_to_write:
            wanted |= selectors.EVENT_WRITE
        watched = connection.watched
        if wanted == watched:
            return
        connection.watched = wanted
        if not wanted:
            self._selector.unregister(connection)
        elif watched:
            self._selector.modify(connection, wanted, connection)
        else:
            self._selector.register(connection, wanted, connection)

    def note_sign_in(self, connection: Connection) -> None:
        """Count a connection no longer against its address."""
        if not connection.is_counted_out:
            connection.is_counted_out = True
            self._limits.signed_in(connection.address)
            user = connection.session.user
            log_event(
                log,
                "signed-in",
                nick=user.nick,
                account=user.account,
                address=connection.address,
            )

    def close(self, connection: Connection) -> None:
        """End a connection; what its socket has taken still arrives."""
        if not connection.is_closed:
            self.remove(connection)
            connection.close()

    def close_all(self, farewell: bytes) -> None:
        """End all connections with these last words."""
        for connection in self.everybody():
            connection.send(farewell)
            self.close(connection)

    def ignore(self, connection: Connection) -> None:
        """Wait for nothing on a connection, until it is watched again."""
        if connection.watched:
            self._selector.unregister(connection)
            connection.watched = 0

    def remove(self, connection: Connection) -> None:
        """Serve a connection no longer; call this before it is closed."""
        self.ignore(connection)
        if self._connections.pop(connection.session, None) is not None:
            self._limits.closed(
                connection.address, had_signed_in=connection.is_counted_out
            )
            nick = connection.session.user.nick or None
            log_event(log, "left", nick=nick, address=connection.address)
