"""Shows a notice that goes by itself: it only says that something was done."""

from collections.abc import Callable

from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import Tone
from chatapp.models.event_bus import EventBus
from chatapp.models.events import MessageAdded, RoomSelected
from chatapp.models.scheduler import Scheduler, Timer

PASSING = "passing"
SECONDS_SHOWN = 12.0


class PassingNotice:
    """Shows words until one says something, goes elsewhere, or has had time to read."""

    def __init__(
        self, notices: NoticesView, bus: EventBus, scheduler: Scheduler
    ) -> None:
        self._notices = notices
        self._scheduler = scheduler
        self._timer: Timer | None = None
        bus.subscribe(MessageAdded, self._message_added)
        bus.subscribe(RoomSelected, lambda _event: self.hide())

    def show(
        self, text: str, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Show these words, in place of those before; `on_action` also hides them."""
        self.hide()

        def act() -> None:
            self.hide()
            if on_action:
                on_action()

        self._notices.show(PASSING, text, Tone.INFO, action, act)
        self._timer = self._scheduler.call_later(SECONDS_SHOWN, self.hide)

    def hide(self) -> None:
        """Take the words away, if they are still shown."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
            self._notices.hide(PASSING)

    def _message_added(self, event: MessageAdded) -> None:
        if event.message.mine and event.message.kind.is_said:
            self.hide()
