"""A connection as bytes under way; they arrive as far as the schedule lets them."""

from collections.abc import Callable
from typing import Protocol

from chatapp.models.connection.connection import (
    LinesArrived,
    LinkEnded,
    LinkEvent,
    LinkOpened,
)
from chatapp.models.events import Problem
from chatapp.models.session.urgency import Urgency
from chatapp.wire.lenient_lines import LenientLines
from chatapp.wire.line_buffer import MAX_CLIENT_TAGS_BYTES, MAX_LINE_BYTES, LineBuffer

Deliver = Callable[[LinkEvent], None]


class Visit(Protocol):
    """The server's end of a connection."""

    def receive(self, line: str) -> None:
        """Take in a line."""

    def end(self) -> None:
        """Learn that the client is gone."""


class PlayedWire:
    """Carries lines, as bytes, between a client and a server."""

    def __init__(self, deliver: Deliver) -> None:
        self.is_dialling = True
        self.is_over = False
        self.is_swallowed = False
        self._deliver = deliver
        self._visit: Visit | None = None
        self._up, self._down = bytearray(), bytearray()
        self._at_server = LineBuffer(MAX_LINE_BYTES, MAX_CLIENT_TAGS_BYTES)
        self._at_client = LenientLines()
        self._is_closed = False

    def overtaken_by(self, urgency: Urgency) -> int:
        return 0

    def hold_back(self) -> None:
        """Carry everything as it comes."""

    def send(self, line: str, _urgency: Urgency) -> None:
        """Put the client's line on its way."""
        self._up += line.encode() + b"\r\n"

    def send_down(self, line: str) -> None:
        """Put the server's line on its way."""
        self._down += line.encode() + b"\r\n"

    def close(self) -> None:
        """Let the client hear nothing more; what it sent still goes."""
        self._is_closed = True

    def wait_until_ended(self, seconds: float) -> None:
        """Wait for nothing: time is the schedule's."""

    def open(self, accept: Callable[["PlayedWire"], Visit]) -> None:
        """Let the connection stand."""
        self.is_dialling = False
        self._visit = accept(self)
        self._tell(LinkOpened())

    def refuse(self) -> None:
        """Let nobody answer."""
        self.is_dialling, self.is_over = False, True
        self._tell(LinkEnded(Problem.NO_ANSWER))

    def carry(self, up: int, down: int) -> None:
        """Let so many bytes arrive each way."""
        if self.is_dialling or self.is_over or self.is_swallowed:
            return
        self._carry_up(up)
        self._carry_down(down)
        if self._is_closed and not self._up:
            self.cut()

    def swallow(self) -> None:
        """Let nothing arrive any more, and nobody learn of it."""
        self.is_swallowed = not self.is_dialling

    def notice(self) -> None:
        """Let the server find that nobody is at the other end of what is swallowed."""
        if self.is_swallowed and not self.is_over:
            self.cut()

    def cut(self) -> None:
        """End it for both; what is under way is lost."""
        if self.is_dialling or self.is_over:
            return
        self.is_over = True
        if self._visit:
            self._visit.end()
        self._tell(LinkEnded(Problem.LOST))

    def _carry_up(self, count: int) -> None:
        arriving = bytes(self._up[:count])
        del self._up[:count]
        for line in self._at_server.feed(arriving):
            if self._visit and isinstance(line, str):
                self._visit.receive(line)

    def _carry_down(self, count: int) -> None:
        arriving = bytes(self._down[:count])
        del self._down[:count]
        lines = tuple(self._at_client.feed(arriving))
        if lines:
            self._tell(LinesArrived(lines))

    def _tell(self, event: LinkEvent) -> None:
        if not self._is_closed:
            self._deliver(event)
