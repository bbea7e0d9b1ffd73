"""Asks the server now and then whether it is there, and how fast it answers."""

from collections.abc import Callable
from datetime import datetime, timedelta

from chatapp.models.program.scheduler import Scheduler, Timer

ASK_EVERY = 15.0
GIVE_UP_AFTER = 12.0
PROBE_SECONDS = 1.0
PROBE_ROUNDS = 4
"""How long a probe waits: so long, and for so many ways there and back besides."""

LATE_SECONDS = 4.0
MOST_SECONDS = 24.0
"""How long no question may be answered, although other things arrive."""
MOMENT_SECONDS = 2.0
"""So long an answer holds, whatever is said of the server meanwhile."""
SECONDS_A_LINE = 2.0
"""How long a server may take for each line that stands before a question."""
MOST_BEFORE = 3
"""So many lines take no time that would be seen."""
_FIRST_ASK = 0.5


class Keepalive:
    """Sends PING while a link stands; a dead one is noticed within 30 seconds."""

    def __init__(
        self,
        scheduler: Scheduler,
        clock: Callable[[], datetime],
        ask: Callable[[str], None],
        on_latency: Callable[[float], None],
        on_silent: Callable[[], None],
    ) -> None:
        self._scheduler = scheduler
        self._clock = clock
        self._ask = ask
        self._on_latency = on_latency
        self._on_silent = on_silent
        self._timer: Timer | None = None
        self._count = 0
        self._asked: dict[str, datetime] = {}
        self._round_seconds = 0.0
        self._due = self._answered_at = clock()

    def start(self) -> None:
        """Begin to ask; the first time soon, to know how fast the server is."""
        self.stop()
        self._timer = self._scheduler.call_later(_FIRST_ASK, self._send)

    def stop(self) -> None:
        """Ask no more."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
        self._asked.clear()

    def probe(self) -> None:
        """Ask now, and give up soon: something happened that may have cut the link."""
        if self._timer is not None:
            self._send(PROBE_SECONDS + PROBE_ROUNDS * self._round_seconds)

    def doubt(self, seconds: float) -> None:
        """Ask soon, and give up after so long: somebody says that it is elsewhere.

        Anybody can say so: it is asked seldom, and never given more time for that.
        """
        if self._timer is None:
            return
        now = self._clock()
        seconds += PROBE_ROUNDS * self._round_seconds
        rests = timedelta(seconds=MOMENT_SECONDS) - (now - self._answered_at)
        wait = max(0.0, rests.total_seconds())
        is_asked_anyway = bool(self._asked) or wait > 0
        if is_asked_anyway and self._due <= now + timedelta(seconds=wait + seconds):
            return
        if wait > 0:
            self._restart(wait, lambda: self._send(seconds))
        else:
            self._send(seconds)

    def ask_again(self, lines: int) -> bool:
        """Give the server more time, as other things arrive; False: it had enough.

        What arrives does not tell whether the way there still stands.

        Args:
            lines: how many others were sent that it may have to work through first.
        """
        waited = self._clock() - min(self._asked.values(), default=self._clock())
        left = MOST_SECONDS + lines * SECONDS_A_LINE - waited.total_seconds()
        if left <= 0:
            return False
        self._send(min(GIVE_UP_AFTER, left))
        return True

    def answered(self, token: str, behind: int = 0) -> None:
        """Take in the answer to a question.

        Args:
            token: which one.
            behind: how many lines of one's own stood before it. With many it tells
                how long the server worked, and of the way to it only that it is not
                longer.
        """
        asked_at = self._asked.get(token)
        if asked_at is None:
            return
        self._answered_at = self._clock()
        self._asked.clear()
        self._restart(ASK_EVERY, self._send)
        passed = max(0.0, (self._answered_at - asked_at).total_seconds())
        known = self._round_seconds
        if behind <= MOST_BEFORE or not known or passed < known:
            self._round_seconds = passed
            self._on_latency(passed * 1000)

    def _send(self, patience: float = GIVE_UP_AFTER) -> None:
        self._count += 1
        token = f"chatapp-{self._count}"
        self._asked[token] = self._clock()
        self._restart(patience, self._give_up)
        self._ask(token)

    def _give_up(self) -> None:
        if self._clock() - self._due > timedelta(seconds=LATE_SECONDS):
            self._asked.clear()
            self.probe()  # this computer slept: the server is not to blame yet
            return
        self._timer = None
        self._on_silent()

    def _restart(self, seconds: float, callback: Callable[[], None]) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._due = self._clock() + timedelta(seconds=seconds)
        self._timer = self._scheduler.call_later(seconds, callback)
