"""Saved messages: saves them, lists them in the panel, and takes them out again."""

from collections.abc import Callable, Sequence

from chatapp.controllers.finding import search_wording as wording
from chatapp.controllers.finding.listing import Listing
from chatapp.controllers.finding.panel import PanelLines, PanelView
from chatapp.controllers.messages import message_wording
from chatapp.controllers.messages.message_actions import MessageAction
from chatapp.models.entities import ChatMessage, Search
from chatapp.models.events import RoomSelected, SignedIn
from chatapp.models.messages.saving import Saving
from chatapp.models.program.event_bus import EventBus


class SavedPart:
    """The part of the panel that shows what one has saved."""

    def __init__(
        self, view: PanelView, saving: Saving, bus: EventBus, lines: PanelLines
    ) -> None:
        self._view = view
        self._saving = saving
        self._lines = lines
        self._count = 0
        self._is_open = False
        self._listing = Listing()
        self.on_saved: Callable[[str], None] = lambda _words: None
        bus.subscribe(SignedIn, lambda _event: saving.read(lambda _lines: None))
        bus.subscribe(RoomSelected, lambda _event: self._learn())

    def begin(self) -> None:
        """Show what is saved."""
        self._is_open = True
        self._listing.expect()
        self._saving.read(self._show)

    def more(self) -> None:
        """Show no more: all of it is there."""

    def when_listed(self, act: Callable[[], None]) -> None:
        """Call `act` once what is saved is in the list."""
        self._listing.when_there(act)

    def line(self, key: str) -> ChatMessage | None:
        """Give the message that is shown under a key."""
        return self._lines.find(key)

    def remove(self, key: str) -> None:
        """Keep a message for oneself no longer."""
        line = self._lines.find(key)
        if line is not None:
            self._saving.remove(line)
            self._view.remove_line(key)
            self._count -= 1
            self._say_if_empty()

    def end(self) -> None:
        """Show nothing any more."""
        self._is_open = False
        self._listing.forget()
        self._lines.clear()

    def actions(self) -> Sequence[MessageAction]:
        """Give the rows of the table about saving."""
        saving = self._saving
        return (
            MessageAction(
                "save",
                message_wording.SAVE,
                "bookmark",
                saving.can_save,
                self._save,
                key="s",
            ),
            MessageAction(
                "unsave",
                message_wording.UNSAVE,
                "bookmark-fill",
                saving.is_saved,
                saving.remove,
            ),
        )

    def _save(self, line: ChatMessage) -> None:
        self._saving.save(line)
        if not self._is_open:
            self.on_saved(wording.SAVED_NOW)

    def _learn(self) -> None:
        """See that it is known which messages are saved, before anybody asks."""
        if not self._saving.is_known:
            self._saving.read(lambda _lines: None)

    def _show(self, saved: Sequence[ChatMessage]) -> None:
        """Show what was read, unless another part is open by now."""
        if not self._is_open:
            return
        self._count = len(saved)
        lines = self._lines.word(saved, Search(), names_room=True)
        self._view.clear()
        self._view.add_lines(lines, has_more=False)
        self._say_if_empty()
        self._listing.arrived()

    def _say_if_empty(self) -> None:
        self._view.show_note("" if self._count else wording.NOTHING_SAVED)
