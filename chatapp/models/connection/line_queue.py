"""The lines that wait to be sent, and when each may leave.

Many servers end a connection that sends them much at once ("Excess Flood"). RFC 1459,
8.10: each line costs a client two seconds, and it may be ten seconds ahead.
"""

import math
import threading
import time
from collections import deque
from collections.abc import Callable

from chatapp.models.session.urgency import Urgency

MOST_SECONDS_AHEAD = {
    Urgency.AT_ONCE: math.inf,
    Urgency.IN_TURN: 10.0,
    Urgency.ASIDE: 5.0,  # so that one can say something at once all the same
}
SECONDS_AHEAD_AT_FIRST = 5.0
"""What was sent to sign in counts as well."""

SECONDS_A_LINE = 2.0
SECONDS_OF_WORDS = 1.0
"""Servers ask less for what is said than for what makes them work."""

_WORDS = frozenset((b"PRIVMSG", b"NOTICE", b"TAGMSG"))
_FREE = frozenset((b"PING", b"PONG"))
"""A server that takes its time for these makes one wait for its answer anyway."""


class LineQueue:
    """Takes lines from any thread, and gives them to the one that writes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Let lines go as they come, until hold_back() is called.

        Args:
            clock: counts seconds.
        """
        self._clock = clock
        self._changed = threading.Condition()
        self._lines: dict[Urgency, deque[bytes]] = {it: deque() for it in Urgency}
        self._is_paced = self._is_over = False
        self._ahead, self._counted_at = 0.0, clock()

    def __len__(self) -> int:
        return sum(map(len, self._lines.values()))

    def overtaken_by(self, urgency: Urgency) -> int:
        """Tell how many lines that wait leave behind one of this urgency."""
        waiting = self._lines.items()
        return sum(len(lines) for each, lines in waiting if each > urgency)

    def put(self, line: bytes, urgency: Urgency = Urgency.IN_TURN) -> None:
        """Queue a line, with its end."""
        with self._changed:
            self._lines[urgency].append(line)
            self._changed.notify()

    def hold_back(self) -> None:
        """From now on let no more go at a time than any server takes."""
        with self._changed:
            self._is_paced = True
            self._ahead, self._counted_at = SECONDS_AHEAD_AT_FIRST, self._clock()

    def end(self) -> None:
        """Let what waits go at once, but for what nobody waits for, and end."""
        with self._changed:
            self._is_over, self._is_paced = True, False
            self._lines[Urgency.ASIDE].clear()
            self._changed.notify()

    def get(self) -> bytes | None:
        """Wait for lines that may leave, and give them together; None at the end."""
        with self._changed:
            while not (lines := self._take()):
                if self._is_over:
                    return None
                self._changed.wait(self._next_seconds())
            return b"".join(lines)

    def _take(self) -> list[bytes]:
        now = self._clock()
        self._ahead = max(0.0, self._ahead - (now - self._counted_at))
        self._counted_at = now
        taken = []
        for urgency, waiting in self._lines.items():
            while waiting and self._seconds_left(urgency) <= 0:
                self._ahead += _seconds_for(waiting[0])
                taken.append(waiting.popleft())
        return taken

    def _next_seconds(self) -> float | None:
        """Tell after how long the next line may leave; None: none waits."""
        left = (
            self._seconds_left(it) for it, waiting in self._lines.items() if waiting
        )
        return min(left, default=None)

    def _seconds_left(self, urgency: Urgency) -> float:
        """Tell how long the first of these lines has to wait; 0 or less: not at all."""
        if not self._is_paced:
            return 0
        cost = _seconds_for(self._lines[urgency][0])
        return self._ahead + cost - MOST_SECONDS_AHEAD[urgency]


def _seconds_for(line: bytes) -> float:
    """Tell what a line costs where lines are held back."""
    has_tags = line.startswith(b"@")
    command = line.split(b" ", 2)[has_tags].rstrip()
    if command in _FREE:
        return 0.0
    return SECONDS_OF_WORDS if command in _WORDS else SECONDS_A_LINE
