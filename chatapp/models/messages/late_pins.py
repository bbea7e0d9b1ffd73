"""Knows of which channels the pins were not told yet, and asks for them."""

from dataclasses import dataclass

from chatapp.models.connection.link import Link
from chatapp.models.program.scheduler import Scheduler, Timer
from chatapp.models.session import metadata
from chatapp.models.session.session import Session

LEAST_SECONDS, MOST_SECONDS = 1, 60
MOST_ASKED = 5
"""So often a server may put one off; then it is asked only when one wants to pin."""


@dataclass(slots=True)
class _Wait:
    """A channel whose pins are not known yet."""

    channel: str
    asked: int = 0
    timer: Timer | None = None


class LatePins:
    """Knows of which channels the pins are still to be told, by their keys."""

    def __init__(self, link: Link, scheduler: Scheduler) -> None:
        self._link = link
        self._scheduler = scheduler
        self._waits: dict[str, _Wait] = {}

    def __contains__(self, key: str) -> bool:
        """Tell whether the pins of a channel are still to be told."""
        return key in self._waits

    def expect(self, key: str, channel: str) -> None:
        """Know nothing of a channel's pins until they are told."""
        self._waits.setdefault(key, _Wait(channel))

    def put_off(self, key: str, channel: str, seconds: int) -> None:
        """Ask for all of a channel's metadata after so many seconds."""
        wait = self._waits.setdefault(key, _Wait(channel))
        if wait.timer:
            wait.timer.cancel()
            wait.timer = None
        session = self._link.online_session
        if session is None or wait.asked >= MOST_ASKED:
            return
        wait.asked += 1
        wait.timer = self._scheduler.call_later(
            min(max(seconds, LEAST_SECONDS), MOST_SECONDS),
            lambda: self._ask(session, channel, "SYNC"),
        )

    def ask_for_all(self) -> None:
        """Ask what is pinned in all channels that the server has not put off."""
        for wait in list(self._waits.values()):
            if wait.timer is None:
                self.ask_now(wait.channel)

    def ask_now(self, channel: str) -> None:
        """Ask what is pinned in a channel, now that somebody wants to know."""
        session = self._link.online_session
        if session:
            self._ask(session, channel, "GET", metadata.PINS)

    def told(self, key: str) -> None:
        """Wait no more for a channel's pins."""
        wait = self._waits.pop(key, None)
        if wait and wait.timer:
            wait.timer.cancel()

    def clear(self) -> None:
        """Wait for nothing."""
        for key in list(self._waits):
            self.told(key)

    def _ask(self, session: Session, channel: str, *words: str) -> None:
        if session is self._link.online_session:
            session.send(metadata.COMMAND, channel, *words)
