"""Says kindly that nothing can be kept on this computer now, and that one can go on."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from chatapp.controllers.notices_view import NoticesView
from chatapp.language import gettext as _
from chatapp.models.entities import Tone
from chatapp.models.events import KeepingChanged
from chatapp.models.program.event_bus import EventBus

KEEPING = "keeping"


class Loss(Enum):
    """What could not be read at the start, and is begun anew."""

    DATABASE = auto()
    KNOWN_SERVERS = auto()
    SAVED_SERVERS = auto()
    POLICIES = auto()


LOSSES = {
    Loss.DATABASE: _(
        "What was kept on this computer could not be read. It lies in "
        "{aside}. A new one was begun."
    ),
    Loss.KNOWN_SERVERS: _(
        "By what certificates you know your servers could not be read. It lies in "
        "{aside}. Each is met for the first time again: compare its picture and words "
        "with whoever runs it, before you trust it."
    ),
    Loss.SAVED_SERVERS: _(
        "The list of your servers could not be read. It lies in {aside}. Add those "
        "again that are missing."
    ),
    Loss.POLICIES: _(
        "Which servers asked to be spoken to encrypted only could not be read. It lies "
        "in {aside}. They can ask for it again."
    ),
}


def lost_trust(losses: Sequence[tuple[Loss, Path]]) -> str:
    """Say what one should know of these before one signs in; "" where nothing is so."""
    asides = [aside for loss, aside in losses if loss is Loss.KNOWN_SERVERS]
    return LOSSES[Loss.KNOWN_SERVERS].format(aside=asides[0]) if asides else ""


class KeepingController:
    """Shows one notice when the disk takes nothing, however much that concerns."""

    def __init__(self, notices: NoticesView, bus: EventBus) -> None:
        self._notices = notices
        self._is_told = False
        bus.subscribe(KeepingChanged, self._changed)

    def tell_of_loss(self, loss: Loss, aside: Path) -> None:
        """Say that what was kept before is not here, and where it lies."""
        text = LOSSES[loss].format(aside=aside)
        self._notices.show(f"lost {loss.name}", text, Tone.WARNING)

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
