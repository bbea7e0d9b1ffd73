"""Shows a room as it is again once the time is over for which it was muted."""

from collections.abc import Callable
from datetime import datetime

from chatapp.controllers.drawing import Drawing
from chatapp.models.events import RoomChanged, RoomOpened
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler, Timer

_AFTER = 0.1
"""So many seconds later than it ends, so that it is over by every clock."""


class QuietEndsController:
    """Waits for the next end of a time for which a room is muted."""

    def __init__(
        self,
        network: Network,
        bus: EventBus,
        scheduler: Scheduler,
        clock: Callable[[], datetime],
    ) -> None:
        self._network = network
        self._bus = bus
        self._scheduler = scheduler
        self._clock = clock
        self._timer: Timer | None = None
        Drawing(bus, self._look, RoomChanged, RoomOpened, is_due=True)

    def _look(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        ends = [(it.quiet_until, it.name) for it in self._network.rooms()]
        coming = [(end, name) for end, name in ends if end]
        if coming:
            end, name = min(coming)
            seconds = (end - self._clock()).total_seconds() + _AFTER
            self._timer = self._scheduler.call_later(
                max(_AFTER, seconds), lambda: self._bus.publish(RoomChanged(name))
            )
