"""The lines that wait to be sent, and when each may leave.

Many servers end a connection that sends them much at once ("Excess Flood"). RFC 1459,
8.10: each line costs a client two seconds, and it may be ten seconds ahead.
"""

import threading
import time
from collections import deque
from collections.abc import Callable

from chatapp.models.session.urgency import Urgency

MOST_SECONDS_AHEAD = 10.0
SECONDS_AHEAD_AT_FIRST = 5.0
"""What was sent to sign in counts as well."""

SECONDS_A_LINE = 2.0
SECONDS_OF_WORDS = 1.0
"""Servers ask less for what is said than for what makes them work."""

_WORDS = frozenset((b"PRIVMSG", b"NOTICE", b"TAGMSG", b"PING", b"PONG"))


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
                self._changed.wait(self._seconds_left())
            return b"".join(lines)

    def _take(self) -> list[bytes]:
        now = self._clock()
        self._ahead = max(0.0, self._ahead - (now - self._counted_at))
        self._counted_at = now
        taken = []
        for urgency, waiting in self._lines.items():
            while waiting and (urgency is Urgency.AT_ONCE or self._may_go(waiting[0])):
                self._ahead += _seconds_for(waiting[0])
                taken.append(waiting.popleft())
        return taken

    def _may_go(self, line: bytes) -> bool:
        is_soon = self._ahead + _seconds_for(line) <= MOST_SECONDS_AHEAD
        return is_soon or not self._is_paced

    def _seconds_left(self) -> float | None:
        """Tell after how long the next line may leave; None: none waits."""
        first = next((waiting[0] for waiting in self._lines.values() if waiting), None)
        if first is None:
            return None
        return self._ahead + _seconds_for(first) - MOST_SECONDS_AHEAD


def _seconds_for(line: bytes) -> float:
    """Tell what a line costs where lines are held back."""
    has_tags = line.startswith(b"@")
    command = line.split(b" ", 2)[has_tags].rstrip()
    return SECONDS_OF_WORDS if command in _WORDS else SECONDS_A_LINE
