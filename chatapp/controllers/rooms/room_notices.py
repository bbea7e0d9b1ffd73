"""Shows notices about what one does in a room: there only, and not for ever."""

from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import NoticeAction, Tone
from chatapp.models.events import MessageAdded, RoomSelected
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler, Timer

SECONDS_TO_NOTICE = 12.0
CHARACTERS_A_SECOND = 15


class RoomNotices:
    """Takes each away once one goes elsewhere or says something, or has read it.

    What went wrong stays until one goes elsewhere, or whoever showed it hides it.
    """

    def __init__(
        self, notices: NoticesView, bus: EventBus, scheduler: Scheduler
    ) -> None:
        self._notices = notices
        self._scheduler = scheduler
        self._room = ""
        self._timers: dict[str, Timer | None] = {}
        bus.subscribe(MessageAdded, self._message_added)
        bus.subscribe(RoomSelected, self._selected)

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

    def _selected(self, event: RoomSelected) -> None:
        """Take all away with the room that they were about."""
        if self._room and event.room != self._room:
            for key in list(self._timers):
                self.hide(key)
        self._room = event.room

    def _message_added(self, event: MessageAdded) -> None:
        """Take away what has been read by somebody who goes on writing."""
        if event.message.mine and event.message.kind.is_said:
            for key, timer in list(self._timers.items()):
                if timer:
                    self.hide(key)
