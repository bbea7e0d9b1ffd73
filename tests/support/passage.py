"""One connection through a proxy: its two sides, and its fate."""

import socket
import struct
from collections import deque
from contextlib import suppress

from tests.support.mischief import Ending, Fate

MOST_HELD = 65_536
RESET_AT_ONCE = struct.pack("ii", 1, 0)


class Pump:
    """Carries bytes one way, in pieces, each held back for a while."""

    def __init__(self, source: socket.socket, sink: socket.socket, fate: Fate) -> None:
        self.source = source
        self.sink = sink
        self.is_at_end = False
        self._fate = fate
        self._held: deque[tuple[float, bytes]] = deque()
        self._size = 0

    @property
    def may_read(self) -> bool:
        """Whether there is room for more."""
        return not self.is_at_end and self._size < MOST_HELD

    @property
    def due(self) -> float | None:
        """When the next piece may go on."""
        return self._held[0][0] if self._held else None

    @property
    def is_done(self) -> bool:
        """Whether everything arrived that ever came."""
        return self.is_at_end and not self._held

    def read(self, now: float) -> None:
        """Take in a piece."""
        try:
            piece = self.source.recv(self._fate.piece)
        except BlockingIOError:
            return
        if piece:
            self._held.append((now + self._fate.delay, piece))
            self._size += len(piece)
        else:
            self.is_at_end = True

    def write(self, now: float, most: int) -> int:
        """Let go on what is due, at most so many bytes; tells how many went."""
        written = 0
        while self._held and self._held[0][0] <= now and written < most:
            due, piece = self._held.popleft()
            try:
                count = self.sink.send(piece[: most - written])
            except BlockingIOError:
                count = 0
            written += count
            if count < len(piece):
                self._held.appendleft((due, piece[count:]))
                break
        self._size -= written
        return written

    def pass_on_the_end(self) -> None:
        """Close the sink's direction once all has arrived."""
        with suppress(OSError):
            self.sink.shutdown(socket.SHUT_WR)


class Passage:
    """A client's connection, the one to the server behind it, and what they suffer."""

    def __init__(
        self, client: socket.socket, server: socket.socket, fate: Fate
    ) -> None:
        self._client = client
        self._server = server
        self._fate = fate
        self._left = fate.after
        self._pumps = (Pump(client, server, fate), Pump(server, client, fate))
        self._swallowing = False
        self.sockets = [client, server]
        for each in self.sockets:
            each.setblocking(False)
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._end_if_due()

    @property
    def is_over(self) -> bool:
        """Whether both sides are closed."""
        return not self.sockets

    def due(self) -> float | None:
        """When something is to be done, whatever the sockets say."""
        dues = [] if self._swallowing else [pump.due for pump in self._pumps]
        return min((due for due in dues if due is not None), default=None)

    def wants(self) -> list[socket.socket]:
        """Give the sockets that are to be read when they can be."""
        if self._swallowing:
            return self.sockets
        return [pump.source for pump in self._pumps if pump.may_read]

    def advance(self, readable: set[socket.socket], now: float) -> None:
        """Read what can be read, and let go on what may."""
        try:
            if self._swallowing:
                self._swallow(readable)
            else:
                self._carry(readable, now)
        except OSError:
            self.reset()

    def reset(self) -> None:
        """End both sides, as a broken machine would."""
        for each in self.sockets:
            with suppress(OSError):
                each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_AT_ONCE)
        self.close()

    def close(self) -> None:
        """Close what is open."""
        for each in self.sockets:
            each.close()
        self.sockets = []

    def _carry(self, readable: set[socket.socket], now: float) -> None:
        for pump in self._pumps:
            if pump.source in readable and pump.may_read:
                pump.read(now)
            self._left -= pump.write(now, self._most())
            if pump.is_done:
                pump.pass_on_the_end()
        if all(pump.is_done for pump in self._pumps):
            self.close()
        self._end_if_due()

    def _most(self) -> int:
        return MOST_HELD if self._fate.ending is Ending.NONE else self._left

    def _swallow(self, readable: set[socket.socket]) -> None:
        for each in list(self.sockets):
            if each in readable and not _has_more(each):
                self._shut(each)

    def _end_if_due(self) -> None:
        """Let the fate come true once its bytes have been carried."""
        ending = self._fate.ending
        if ending is Ending.NONE or self._left > 0 or self.is_over:
            return
        if ending is Ending.CUT:
            self.close()
        elif ending is Ending.RESET:
            self.reset()
        else:
            self._swallowing = True
            if ending is Ending.CLIENT_LEFT_OPEN:
                self._shut(self._server)
            elif ending is Ending.SERVER_LEFT_OPEN:
                self._shut(self._client)

    def _shut(self, side: socket.socket) -> None:
        if side in self.sockets:
            side.close()
            self.sockets.remove(side)


def _has_more(swallowed: socket.socket) -> bool:
    """Read and forget; tells whether the other end may say more."""
    try:
        return bool(swallowed.recv(MOST_HELD))
    except BlockingIOError:
        return True
    except OSError:
        return False
