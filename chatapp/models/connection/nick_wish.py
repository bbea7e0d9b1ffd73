"""Tries now and then to take the nick one wanted, as long as one has another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.models.program.scheduler import Scheduler
from chatapp.models.session.login import reclaim_nick
from chatapp.models.session.session import Session

if TYPE_CHECKING:
    from chatapp.models.program.scheduler import Timer

NICK_SECONDS = 15.0
SOON_TRIES = 20
"""By then a server has noticed that one's own last connection is gone."""

SELDOM_SECONDS = 300.0
"""After that somebody else has the nick, perhaps for days."""


class NickWish:
    """Asks for the nick again and again, until one has it or the link is lost."""

    def __init__(
        self, scheduler: Scheduler, online_session: Callable[[], Session | None]
    ) -> None:
        self._scheduler = scheduler
        self._online_session = online_session
        self._timer: Timer | None = None
        self._tries = 0

    def try_again(self) -> None:
        """Ask for it now, and later if that does not help."""
        self._timer = None
        session = self._online_session()
        if session is None or session.nick == session.wanted_nick:
            return
        reclaim_nick(session)
        self._tries += 1
        pause = NICK_SECONDS if self._tries < SOON_TRIES else SELDOM_SECONDS
        self._timer = self._scheduler.call_later(pause, self.try_again)

    def stop(self) -> None:
        """Ask no more."""
        self._tries = 0
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
