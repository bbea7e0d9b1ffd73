"""Serves each connection: reads what it says, has it decided, writes what it hears."""

import selectors
from collections.abc import Callable
from typing import TYPE_CHECKING

from server.dispatch import Dispatcher
from server.network.allowance import (
    FURTHER_EVENT,
    LINE_OF_ANSWER,
    LINE_OF_MESSAGE,
)
from server.network.clients import Clients
from server.network.connection import Connection
from server.network.later import Later
from server.network.slowed import Slowed
from server.settings.settings import Settings
from server.world.user import OPERATOR

if TYPE_CHECKING:
    from server.step import Step

LINES_A_TURN = 100
SECONDS_A_TURN = 0.005
"""Who has had so much of a turn has to wait for the next: others do, too."""

CLOSED_BY_CLIENT = "The connection was closed."


class Serving:
    """What one connection after the other does in a turn; the reactor says when."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        clients: Clients,
        later: Later,
        settings: Settings,
        lose: Callable[[Connection, str], None],
        monotonic: Callable[[], float],
    ) -> None:
        """Begin with nobody to serve.

        Args:
            dispatcher: decides what a line does.
            clients: who is here.
            later: begins what waits until a client has taken what it was sent.
            settings: those that hold now.
            lose: takes a connection out that cannot go on, and says why.
            monotonic: tells how long a turn has taken.
        """
        self._dispatcher = dispatcher
        self._clients = clients
        self._later = later
        self._lose = lose
        self._monotonic = monotonic
        self.settings = settings
        self.slowed = Slowed()
        self.ready: dict[Connection, None] = {}
        self.steps: list[Step] = []
        self.now = 0.0

    def move(self, connection: Connection, mask: int) -> None:
        """Read or write, as the selector has seen that one can."""
        if mask & selectors.EVENT_READ:
            self._read(connection)
        if mask & selectors.EVENT_WRITE:
            self._write(connection)

    def _read(self, connection: Connection) -> None:
        if not connection.wants_to_read:
            return
        data = connection.receive(self.settings.limits.recvq_bytes)
        if not data:
            if data is not None:
                self._lose(connection, CLOSED_BY_CLIENT)
            return
        connection.heard_at = self.now
        connection.is_pinged = False
        connection.hear(data)
        if not connection.lines:
            self._charge(connection)
        self.work(connection)

    def _charge(self, connection: Connection) -> None:
        """Let what was read and brings no line cost as much as one.

        Empty lines, parts of lines, and what WebSocket and TLS say among themselves
        are work as well.
        """
        pause = connection.allowance.charge(self.now)
        if pause > 0:
            connection.is_slowed = True
            self.slowed.add(connection, self.now + pause)

    def _charge_more(self, connection: Connection, events: int, answers: int) -> None:
        """Let a command cost more that does much, or that is answered at length."""
        is_more = events > 1 or answers
        if is_more and OPERATOR not in connection.session.user.modes:
            further = max(0, events - 1) * FURTHER_EVENT
            connection.allowance.charge(self.now, further + answers * LINE_OF_ANSWER)

    def _write(self, connection: Connection) -> None:
        connection.drain()
        self._later.look(connection, self.now)
        if connection.is_ending and not connection.wants_to_write:
            self._clients.close(connection)
        elif not connection.is_closed:
            self._clients.watch(connection)

    def work(self, connection: Connection) -> None:
        """Do what a connection's lines ask for: a share of them, as far as allowed."""
        session, lines = connection.session, connection.lines
        done, pause = 0, 0.0
        end = self._monotonic() + SECONDS_A_TURN
        for line in lines[:LINES_A_TURN]:
            if connection.is_waiting or not session.is_open:
                break
            batch = session.batch
            is_part = batch is not None and not batch.is_broken
            cost = LINE_OF_MESSAGE if is_part else 1.0
            pause = connection.allowance.take(self.now, cost)
            if pause > 0:
                self.slowed.add(connection, self.now + pause)
                break
            step = self._dispatcher.line(session, line)
            answers = step.answers
            self._charge_more(connection, step.events, answers)
            connection.is_waiting = step.job is not None
            self.steps.append(step)
            done += 1
            if answers or self._monotonic() > end:
                break  # others come first
        del lines[: done if session.is_open else len(lines)]
        if session.is_registered and not connection.is_counted_out:
            self._clients.note_sign_in(connection)
        if lines and not connection.is_waiting and pause <= 0:
            self.ready[connection] = None
        elif connection.has_left and not (lines or connection.is_waiting):
            self.end(connection, CLOSED_BY_CLIENT)
        self._clients.watch(connection)

    def go_on(self) -> None:
        """Serve those whose lines waited for a later turn, or for their allowance."""
        self.ready.update(dict.fromkeys(self.slowed.take(self.now)))
        ready, self.ready = self.ready, {}
        for connection in ready:
            connection.is_slowed = False
            if not connection.is_closed:
                self.work(connection)

    def end(self, connection: Connection, reason: str) -> None:
        """End a connection from our side, and let its client know why."""
        if connection.is_ending:
            self._lose(connection, reason)
            return
        self.steps.append(
            self._dispatcher.disconnect(connection.session, reason, tell=True)
        )

    def begin_to_close(self, connection: Connection) -> None:
        """Close a connection once its client has taken what waits for it."""
        if connection.wants_to_write:
            connection.is_ending = True
            connection.heard_at = self.now
            self._clients.watch(connection)
        else:
            self._clients.close(connection)

    def bury(self, connection: Connection, reason: str) -> None:
        """Let everybody know that a connection has gone, and forget it."""
        if not connection.is_closed:
            self.steps.append(self._dispatcher.disconnect(connection.session, reason))
            self._clients.remove(connection)
            connection.abort()
