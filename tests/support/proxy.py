"""A TCP proxy on this machine that carries connections well or badly, as it is told."""

import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

from tests.support.mischief import Fate
from tests.support.passage import Passage

LOCALHOST = "127.0.0.1"
DIALLING_SECONDS = 5.0
ENDING_SECONDS = 30.0


class Proxy:
    """Listens on a port of its own; each connection takes the next fate."""

    def __init__(self, target_port: int, fates: Iterator[Fate]) -> None:
        """Begin to listen.

        Args:
            target_port: where the server listens on this machine.
            fates: for each connection, in the order in which they come.
        """
        self._target = (LOCALHOST, target_port)
        self._fates = fates
        self._passages: list[Passage] = []
        self._calls: deque[Callable[[], None]] = deque()
        self._is_stopping = False
        self._listener = socket.create_server((LOCALHOST, 0))
        self._listener.setblocking(False)
        self._ear, self._bell = socket.socketpair()
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._run, name=f"proxy-{self.port}")
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def reset_all(self) -> None:
        """Reset the connections that stand now; those that come fare as before."""
        self._call(self._reset_all)

    def stop(self) -> None:
        """Close everything and end."""
        self._call(self._note_the_end)
        self._thread.join(ENDING_SECONDS)
        assert not self._thread.is_alive(), "The proxy did not end."
        self._bell.close()

    def _call(self, callback: Callable[[], None]) -> None:
        self._calls.append(callback)
        self._bell.send(b"!")

    def _note_the_end(self) -> None:
        self._is_stopping = True

    def _reset_all(self) -> None:
        for passage in self._passages:
            passage.reset()

    def _run(self) -> None:
        with self._listener, self._ear:
            while not self._is_stopping:
                self._turn(self._wait())
            self._reset_all()

    def _wait(self) -> set[socket.socket]:
        """Wait until something can be read or is due; give what can be read."""
        watched = [self._listener, self._ear]
        for passage in self._passages:
            watched += passage.wants()
        with selectors.DefaultSelector() as selector:
            for each in watched:
                selector.register(each, selectors.EVENT_READ, each)
            return {key.data for key, _ in selector.select(self._pause())}

    def _pause(self) -> float | None:
        dues = (passage.due() for passage in self._passages)
        next_due = min((due for due in dues if due is not None), default=None)
        # What is due and does not go waits for its sink: look again, a little later.
        return None if next_due is None else max(0.001, next_due - time.monotonic())

    def _turn(self, readable: set[socket.socket]) -> None:
        if self._ear in readable:
            self._ear.recv(1)
            self._calls.popleft()()
        if self._listener in readable:
            self._accept()
        now = time.monotonic()
        for passage in self._passages:
            passage.advance(readable, now)
        self._passages = [each for each in self._passages if not each.is_over]

    def _accept(self) -> None:
        try:
            client, _ = self._listener.accept()
        except OSError:
            return
        try:
            server = socket.create_connection(self._target, DIALLING_SECONDS)
        except OSError:
            client.close()
            return
        self._passages.append(Passage(client, server, next(self._fates)))
