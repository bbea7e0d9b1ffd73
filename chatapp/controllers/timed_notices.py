"""Shows notices that go by themselves once there was time to read them."""

from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import NoticeAction, Tone
from chatapp.models.program.scheduler import Scheduler, Timer

SECONDS_TO_NOTICE = 12.0
CHARACTERS_A_SECOND = 15


class TimedNotices:
    """What went wrong stays, until whoever showed it hides it, or the reader does."""

    def __init__(self, notices: NoticesView, scheduler: Scheduler) -> None:
        self._notices = notices
        self._scheduler = scheduler
        self._timers: dict[str, Timer | None] = {}

    def show(
        self,
        key: str,
        text: str,
        tone: Tone,
        *actions: NoticeAction,
        dismissable: bool = True,
    ) -> None:
        """Show a notice, in place of the one with the same key."""
        self._stop(key)
        self._timers[key] = None
        if tone is not Tone.ERROR:
            seconds = SECONDS_TO_NOTICE + len(text) / CHARACTERS_A_SECOND
            self._timers[key] = self._scheduler.call_later(
                seconds, lambda: self.hide(key)
            )
        self._notices.show(key, text, tone, *actions, dismissable=dismissable)

    def hide(self, key: str) -> None:
        """Take a notice away, if it was shown here."""
        if key in self._timers:
            self._stop(key)
            self._notices.hide(key)

    def _stop(self, key: str) -> None:
        timer = self._timers.pop(key, None)
        if timer:
            timer.cancel()
