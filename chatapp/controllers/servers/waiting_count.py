"""How much waits for one on a server: counted anew only when something has changed."""

from chatapp.models.events import (
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RoomRenamed,
    SignedIn,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus


class WaitingCount:
    """Counts what is for oneself."""

    def __init__(self, network: Network, bus: EventBus) -> None:
        self._network = network
        self._count: int | None = None
        for event in (RoomChanged, RoomClosed, RoomOpened, RoomRenamed, SignedIn):
            bus.subscribe(event, self._forget)

    def for_me(self) -> int:
        """Tell how many messages wait for oneself."""
        if self._count is None:
            rooms = self._network.rooms()
            self._count = sum(room.waiting_for_me for room in rooms)
        return self._count

    def _forget(self, _event: object) -> None:
        self._count = None
