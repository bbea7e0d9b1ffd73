"""The last lines that went over the wire, both ways, for whoever looks at them."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chatapp.wire.secrets import without_secrets

MOST_LINES = 1_000


@dataclass(frozen=True, slots=True)
class WireLine:
    """A line without its end; it was `sent`, or else came from the server."""

    number: int
    time: datetime
    sent: bool
    text: str


class WireLog:
    """Keeps lines in memory only, and none of the secrets in them."""

    def __init__(self) -> None:
        self._lines: deque[WireLine] = deque(maxlen=MOST_LINES)
        self._count = 0

    def sent(self, time: datetime, line: str) -> None:
        """Keep a line that went to the server."""
        self._note(time, line, sent=True)

    def received(self, time: datetime, line: str) -> None:
        """Keep a line that came from the server, also one that is no message."""
        self._note(time, line, sent=False)

    def after(self, number: int) -> Sequence[WireLine]:
        """List the lines behind the one of this number; -1: all that are kept."""
        if self._count - 1 <= number:
            return ()
        return [line for line in self._lines if line.number > number]

    def _note(self, time: datetime, text: str, *, sent: bool) -> None:
        """Keep a line; the oldest one goes for it."""
        self._lines.append(WireLine(self._count, time, sent, without_secrets(text)))
        self._count += 1
