"""Tries now and then to take the nick one wanted, as long as one has another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.models.program.scheduler import Scheduler
from chatapp.models.session.login import reclaim_nick
from chatapp.models.session.session import Session

if TYPE_CHECKING:
    from chatapp.models.program.scheduler import Timer

NICK_SECONDS = 15.0


class NickWish:
    """Asks for the nick again and again, until one has it or the link is lost."""

    def __init__(
        self, scheduler: Scheduler, online_session: Callable[[], Session | None]
    ) -> None:
        self._scheduler = scheduler
        self._online_session = online_session
        self._timer: Timer | None = None

    def try_again(self) -> None:
        """Ask for it now, and later if that does not help."""
        self._timer = None
        session = self._online_session()
        if session is None or session.nick == session.wanted_nick:
            return
        reclaim_nick(session)
        self._timer = self._scheduler.call_later(NICK_SECONDS, self.try_again)

    def stop(self) -> None:
        """Ask no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
