"""Which room is open in a chat, by the name that it has now."""

from collections.abc import Callable

from chatapp.models.events import RoomRenamed, RoomSelected
from chatapp.models.program.event_bus import EventBus


class OpenRoom:
    """The room that one looks at; its name is "" where none is open.

    Who listens to the same events as well has to make this first, to be told after it.
    """

    def __init__(
        self,
        bus: EventBus,
        same: Callable[[str, str], bool],
        on_other: Callable[[], None] = lambda: None,
    ) -> None:
        """Follow it.

        Args:
            bus: where it is told.
            same: tells whether two names are one to the server.
            on_other: is called when another one is opened, not at the same one again.
        """
        self.name = ""
        self._same = same
        self._on_other = on_other
        bus.subscribe(RoomSelected, self._selected)
        bus.subscribe(RoomRenamed, self._renamed)

    def has_name(self, name: str) -> bool:
        """Tell whether a name is this room's."""
        return self._same(name, self.name)

    def _selected(self, event: RoomSelected) -> None:
        is_other = not self.has_name(event.room)
        self.name = event.room
        if is_other:
            self._on_other()

    def _renamed(self, event: RoomRenamed) -> None:
        if self.has_name(event.old):
            self.name = event.new
