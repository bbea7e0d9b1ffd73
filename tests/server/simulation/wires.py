"""Wires that carry bytes late, in pieces, and not always to their end."""

from collections.abc import Callable
from errno import EBADF
from itertools import count
from random import Random

from tests.server.simulation.time_line import TimeLine

WINDOW_BYTES = 3000
_numbers = count(100)

Check = Callable[[bytes], None]


class Pipe:
    """Carries bytes one way: in order, in pieces, as late as the network likes."""

    def __init__(
        self,
        time: TimeLine,
        random: Random,
        deliver: Callable[[bytes], None],
        end: Callable[[bool], None],
    ) -> None:
        self._time = time
        self._random = random
        self._deliver = deliver
        self._end = end
        self._is_moving = False
        self._ending: bool | None = None
        self._is_dead = False
        self.waiting = bytearray()
        self.is_stalled = False

    def put(self, data: bytes) -> None:
        """Take bytes to the other side."""
        self.waiting += data
        self._go_on()

    def finish(self, *, is_reset: bool) -> None:
        """Tell the other side, behind all bytes, that there will be no more."""
        if is_reset:
            del self.waiting[self._random.randint(0, len(self.waiting)) :]
        self._ending = is_reset
        self.is_stalled = False
        self._go_on()

    def lose_everything(self) -> None:
        """Carry nothing more, and tell nobody."""
        self._is_dead = True

    def resume(self) -> None:
        """Go on after a stall."""
        self.is_stalled = False
        self._go_on()

    def _go_on(self) -> None:
        if not self._is_moving:
            self._is_moving = True
            self._time.after(self._random.random() ** 3 * 0.2, self._arrive)

    def _arrive(self) -> None:
        self._is_moving = False
        if self.is_stalled or self._is_dead:
            return
        size = len(self.waiting)
        if size and self._random.random() < 0.3:
            size = self._random.randint(1, size)
        piece = bytes(self.waiting[:size])
        del self.waiting[:size]
        if piece:
            self._deliver(piece)
        if self.waiting:
            self._go_on()
        elif self._ending is not None:
            self._is_dead = True
            self._end(self._ending)


class ServerEnd:
    """What the server holds of a wire: a socket as non-blocking ones are."""

    def __init__(
        self, wire: "Wire", random: Random, note: Callable[[], None], check: Check
    ) -> None:
        self._wire = wire
        self._check = check
        self._random = random
        self._note = note
        self._number = next(_numbers)
        self._is_aborted = False
        self.inbox = bytearray()
        self.is_closed = False
        self.is_reset = False
        self.is_at_end = False
        self.when_heard: Callable[[], None] | None = None

    def fileno(self) -> int:
        return -1 if self.is_closed else self._number

    def setblocking(self, flag: bool) -> None:
        assert not flag

    def recv(self, most: int) -> bytes:
        self._require_open()
        if self.is_reset:
            self._note()
            raise ConnectionResetError("reset")
        if not self.inbox and not self.is_at_end:
            raise BlockingIOError
        self._note()
        data = bytes(self.inbox[:most])
        del self.inbox[:most]
        return data

    def send(self, data: bytes) -> int:
        if self.is_closed:  # what was said before it closed is offered to it, too
            raise OSError(EBADF, "closed")
        if self.is_reset:
            raise BrokenPipeError("reset")
        if self._random.random() < 0.02:
            raise self._random.choice((BlockingIOError, InterruptedError))
        space = self._wire.space
        if space <= 0:
            raise BlockingIOError
        taken = min(space, len(data))
        if self._random.random() < 0.05:
            taken = self._random.randint(1, taken)
        self._note()
        self._check(data[:taken])
        self._wire.to_client.put(data[:taken])
        return taken

    def shutdown(self, _how: int) -> None:
        self._require_open()

    def setsockopt(self, *_values: object) -> None:
        self._require_open()
        self._is_aborted = True

    def close(self) -> None:
        self._note()
        self.is_closed = True
        self._wire.to_client.finish(is_reset=self._is_aborted)

    @property
    def is_readable(self) -> bool:
        return bool(self.inbox) or self.is_at_end or self.is_reset

    @property
    def is_writable(self) -> bool:
        return self._wire.space > 0 or self.is_reset

    def hear(self, data: bytes) -> None:
        """Take what has come over the wire."""
        if not self.is_closed:
            self.inbox += data
            self._tell()

    def hear_the_end(self, is_reset: bool) -> None:
        """Learn that nothing more comes; a reset takes unread bytes along."""
        self.is_reset = is_reset
        self.is_at_end = True
        self._tell()

    def _tell(self) -> None:
        if self.when_heard is not None:
            self.when_heard()

    def _require_open(self) -> None:
        assert not self.is_closed, "The server uses a socket that it has closed."


class Wire:
    """A connection: what one side sends, the other one hears, if nothing happens."""

    def __init__(
        self,
        time: TimeLine,
        random: Random,
        note: Callable[[], None],
        check: Check,
        hear: Callable[[bytes], None],
        hear_the_end: Callable[[], None],
    ) -> None:
        self._random = random
        self._hear_the_end = hear_the_end
        self.is_cut = False
        self.server_end = ServerEnd(self, random, note, check)
        self.to_server = Pipe(
            time, random, self.server_end.hear, self.server_end.hear_the_end
        )
        self.to_client = Pipe(time, random, hear, lambda _: hear_the_end())

    @property
    def space(self) -> int:
        """How many bytes the server can send now."""
        return WINDOW_BYTES - len(self.to_client.waiting)

    def cut(self, *, is_noticed: bool) -> None:
        """End it on the client's side at any byte; the server may notice, or never."""
        self.is_cut = True
        self.to_client.lose_everything()
        if is_noticed:
            pending = self.to_server.waiting
            del pending[self._random.randint(0, len(pending)) :]
            self.to_server.finish(is_reset=self._random.random() < 0.5)
        else:
            self.to_server.lose_everything()

    def lose_server(self) -> None:
        """Let the server's end vanish with its process."""
        self.server_end.is_closed = True
        self.to_server.lose_everything()
        self.to_client.finish(is_reset=True)
