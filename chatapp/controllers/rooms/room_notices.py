"""Shows notices about what one does in a room: there only, and not for ever."""

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.timed_notices import TimedNotices
from chatapp.models.entities import NoticeAction, Tone
from chatapp.models.events import MessageAdded, RoomSelected
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler


class RoomNotices(TimedNotices):
    """Takes each away once one goes elsewhere or says something, or has read it.

    What went wrong stays until one goes elsewhere, something else goes wrong, or
    whoever showed it hides it.
    """

    def __init__(
        self, notices: NoticesView, bus: EventBus, scheduler: Scheduler
    ) -> None:
        super().__init__(notices, scheduler)
        self._room = ""
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
        """Show a notice, in place of the one with the same key, and of older errors."""
        if tone is Tone.ERROR:
            for other, timer in list(self._timers.items()):
                if timer is None and other != key:
                    self.hide(other)
        super().show(key, text, tone, *actions, dismissable=dismissable)

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
