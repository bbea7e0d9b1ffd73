"""Asks about the people whom one sees in rooms too large to ask about as a whole."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from chatapp.models.connection.link import Link
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.session import rooms

if TYPE_CHECKING:
    from chatapp.models.program.scheduler import Timer

PAUSE_SECONDS = 1.0


class SeenPeople:
    """One after the other, and each once: whether they are away, and who they are."""

    def __init__(self, link: Link, scheduler: Scheduler) -> None:
        self._link = link
        self._scheduler = scheduler
        self._wanted: list[str] = []
        self._timer: Timer | None = None

    def see(self, room: str, nicks: Sequence[str]) -> None:
        """Take in who is on the screen now; who was there before may wait."""
        session = self._link.online_session
        channel = session.roster.channel(room) if session else None
        is_large = channel and len(channel.members) > rooms.MOST_ASKED_ABOUT
        self._wanted = list(nicks) if is_large else []
        if self._timer is None:
            self._ask()

    def _ask(self) -> None:
        """Ask about the next one of whom nothing is known."""
        self._timer = None
        session = self._link.online_session
        while session and self._wanted:
            nick = self._wanted.pop(0)
            person = session.roster.person(nick)
            if person and not person.is_asked_about:
                person.is_asked_about = True
                session.inquiries.ask_who(session, person.nick)
                self._timer = self._scheduler.call_later(PAUSE_SECONDS, self._ask)
                return
