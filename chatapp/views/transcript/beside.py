"""What stands beside a message that is marked: a bar, its time, and a few words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.models.entities import MessageKind
from chatapp.views.transcript.action_bar import ActionBar
from chatapp.views.transcript.overlays import TimeStamp
from chatapp.views.widgets.hint import Hint

if TYPE_CHECKING:
    from chatapp.views.transcript.rows import Row
    from chatapp.views.transcript.transcript import Transcript

_TIMED = (MessageKind.CHANGE, MessageKind.FOLD, MessageKind.GAP)
"""What has its time in its words."""


class Beside:
    """Lies over the transcript, and over as little of what one reads as can be."""

    def __init__(
        self,
        view: "Transcript",
        on_press: Callable[[str], None],
        on_more: Callable[[], None],
    ) -> None:
        """Show nothing yet; see `ActionBar` for what is called."""
        self._view = view
        self.stamp = TimeStamp(view.text, view.look)
        self.hint = Hint(view.text, view.look)
        self.bar = ActionBar(view.text, view.look, on_press, on_more)

    def hide(self) -> None:
        """Show nothing any more."""
        self.stamp.hide()
        self.hint.hide()
        self.bar.hide()

    def show_bar(self, row: "Row", start: str) -> None:
        """Offer what can be done about a message whose words begin at an index."""
        view, message = self._view, row.message
        offers = view.on_offers(message) if message.kind.is_said else ()
        if not offers:
            return
        line = view.text.dlineinfo(start)
        left, top, width = (line[0], line[1], line[2]) if line else (0, 0, 0)
        # Who speaks is to be read beside it; of the words it hides some in any case.
        free_from = left + width if row.layout.head else 0
        self.bar.show(offers, top, free_from, view.missed.area)

    def show_time(self, row: "Row", start: str, ground: str) -> None:
        """Show when a message was said that has no head."""
        if not row.layout.head and row.message.kind not in _TIMED:
            time = self._view.look.manner.time(row.message.time)
            self.stamp.show(time, start, ground)

    def explain(self, words: str, index: str) -> None:
        """Say something about what is at an index; "" says nothing."""
        self.hint.show(words, index, self.bar.area)
