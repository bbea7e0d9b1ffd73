"""Has those let in who need no waiting for, on the thread that serves them.

Two threads that work at once hand the interpreter's lock to each other at each call of
the system, and that costs more than to let somebody in. So the reactor itself watches
the sockets that listen, and a door's thread sleeps until somebody has to be waited for.
"""

import selectors
import socket
import threading
from collections.abc import Callable

from server.network.calls import Calls

SECONDS_TO_LET_GO = 2.0
"""A reactor with much to do may take so long to let go of a socket that listens."""


class Watched:
    """A socket that listens, and what is done when somebody has come."""

    def __init__(self, listening: socket.socket, let_in: Callable[[], bool]) -> None:
        """Watch nothing yet.

        Args:
            listening: the socket.
            let_in: is called when somebody has come; False: nobody is let in after
                that, for somebody has to be waited for.
        """
        self._listening = listening
        self._let_in = let_in
        self._ended = threading.Event()
        self._news = threading.Event()
        self._watching: tuple[selectors.BaseSelector, Calls] | None = None

    def fileno(self) -> int:
        """Give the socket's number, for the selector."""
        return self._listening.fileno()

    def begin(self, selector: selectors.BaseSelector, calls: Calls) -> None:
        """Watch from now on; here as below, on the reactor's thread."""
        self._watching = selector, calls
        selector.register(self, selectors.EVENT_READ)

    def run(self) -> None:
        """Let some in, as soon as it is the turn of those who come."""
        if self._watching is not None:
            selector, calls = self._watching
            selector.unregister(self)
            calls.add_newcomer(self._let_some_in)

    def end(self) -> None:
        """Watch no longer."""
        if self._watching is not None:
            selector, _ = self._watching
            if self in selector.get_map():
                selector.unregister(self)
        self._watching = None
        self._ended.set()
        self._news.set()

    def has_ended(self, seconds: float = 0.0) -> bool:
        """Tell whether all is over, and wait so many seconds for it; on any thread."""
        return self._ended.wait(seconds)

    def look_again(self) -> None:
        """Let go on who waits for news; on any thread."""
        self._news.set()

    def wait_for_news(self) -> None:
        """Wait until it has ended, or somebody has to look again."""
        self._news.wait()
        self._news.clear()

    def _let_some_in(self) -> None:
        goes_on = False
        try:
            goes_on = self._watching is not None and self._let_in()
        finally:
            if goes_on and self._watching is not None:
                selector, _ = self._watching
                selector.register(self, selectors.EVENT_READ)
            else:
                self.end()


class Usher:
    """Lets the reactor do the quick part of a door's work."""

    def __init__(
        self,
        begin: Callable[[Watched], bool],
        ask: Callable[[Callable[[], None]], bool],
    ) -> None:
        """Ask the reactor so, on any thread; False: it has ended.

        Args:
            begin: has the reactor watch.
            ask: has it do something else.
        """
        self._begin = begin
        self._ask = ask
        self._watched: set[Watched] = set()

    def look_again(self) -> None:
        """Ask all who run whether it is over; on any thread."""
        for watched in tuple(self._watched):
            watched.look_again()

    def run(
        self,
        listening: socket.socket,
        let_in: Callable[[], bool],
        is_over: Callable[[], bool],
    ) -> bool:
        """Have people let in until somebody has to be waited for, or all is over.

        False: the reactor, held up by something, has not let go of the socket. It has
        to stay open then, as a selector may fail at one that is closed.

        Args:
            listening: where they come.
            let_in: lets some in, on the reactor's thread, and does not wait for
                anything; False: somebody has to be waited for.
            is_over: tells whether to wait no longer; is asked at `look_again`.
        """
        watched = Watched(listening, let_in)
        if not self._begin(watched):
            return True
        self._watched.add(watched)  # from here on it is found: only now ask
        while not (watched.has_ended() or is_over()):
            watched.wait_for_news()
        self._watched.discard(watched)
        if watched.has_ended() or not self._ask(watched.end):
            return True
        return watched.has_ended(SECONDS_TO_LET_GO)
