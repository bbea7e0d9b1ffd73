"""Draws at the end of a frame what has changed in it, however often that was."""

from collections.abc import Callable

from chatapp.models.events import Event, FrameEnded
from chatapp.models.program.event_bus import EventBus


class Drawing:
    """What is drawn anew once a frame, if anything has changed meanwhile."""

    def __init__(
        self,
        bus: EventBus,
        draw: Callable[[], None],
        *changes: type[Event],
        is_due: bool = False,
    ) -> None:
        """Draw after these events.

        Args:
            bus: tells of them, and of each frame's end.
            draw: draws all of it.
            changes: the events of which each is a change.
            is_due: whether to draw after the first frame in any case.
        """
        self._draw = draw
        self._is_due = is_due
        for kind in changes:
            bus.subscribe(kind, lambda _event: self.be_due())
        bus.subscribe(FrameEnded, lambda _event: self.catch_up())

    def be_due(self) -> None:
        """Draw at the end of this frame."""
        self._is_due = True

    def catch_up(self) -> None:
        """Draw now, if that is due."""
        if self._is_due:
            self._is_due = False
            self._draw()
