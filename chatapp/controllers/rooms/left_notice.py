"""Tells which room one has left, with a button to come back."""

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.rooms import rooms_wording as words
from chatapp.models.entities import NoticeAction, Tone
from chatapp.models.events import RoomClosed, RoomOpened
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler, Timer
from chatapp.wire.names import is_channel

LEFT = "left"
SECONDS_TO_NOTICE = 60.0
"""For whoever left without meaning to: in another room it is not missed at once."""


class LeftNotice:
    """Shows the last room that one left for some time, or until one is there again."""

    def __init__(
        self,
        notices: NoticesView,
        network: Network,
        bus: EventBus,
        scheduler: Scheduler,
    ) -> None:
        self._notices = notices
        self._network = network
        self._scheduler = scheduler
        self._timer: Timer | None = None
        self._room = ""
        bus.subscribe(RoomClosed, self._closed)
        bus.subscribe(RoomOpened, self._opened)

    def _closed(self, event: RoomClosed) -> None:
        if event.by or not is_channel(event.room):
            return
        self._hide()
        self._room = event.room
        self._timer = self._scheduler.call_later(SECONDS_TO_NOTICE, self._hide)
        self._notices.show(
            LEFT,
            words.left(event.room),
            Tone.INFO,
            NoticeAction(
                words.JOIN_AGAIN, lambda: self._network.join(event.room, event.key)
            ),
        )

    def _opened(self, event: RoomOpened) -> None:
        if self._room and self._network.same(event.room, self._room):
            self._hide()

    def _hide(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
            self._room = ""
            self._notices.hide(LEFT)
