"""Says kindly that nothing can be kept on this computer now, and that one can go on."""

from pathlib import Path

from chatapp.controllers.notices_view import NoticesView
from chatapp.language import gettext as _
from chatapp.models.entities import Tone
from chatapp.models.events import KeepingChanged
from chatapp.models.program.event_bus import EventBus

KEEPING = "keeping"
DAMAGED = "damaged"


class KeepingController:
    """Shows one notice when the disk takes nothing, however much that concerns."""

    def __init__(self, notices: NoticesView, bus: EventBus) -> None:
        self._notices = notices
        self._is_told = False
        bus.subscribe(KeepingChanged, self._changed)

    def tell_of_damage(self, aside: Path) -> None:
        """Say that what was kept before is not here, and where it lies."""
        self._notices.show(
            DAMAGED,
            _(
                "What was kept on this computer could not be read. It lies in "
                "{aside}. A new one was begun."
            ).format(aside=aside),
            Tone.WARNING,
        )

    def _changed(self, event: KeepingChanged) -> None:
        was_told, self._is_told = self._is_told, bool(event.problem)
        if not event.problem:
            self._notices.hide(KEEPING)
        elif not was_told:
            self._tell(event.problem)

    def _tell(self, problem: str) -> None:
        self._notices.show(
            KEEPING,
            _(
                "{problem} You can go on talking; but what you write now is "
                "lost if this window closes before it is sent."
            ).format(problem=problem),
            Tone.WARNING,
        )
