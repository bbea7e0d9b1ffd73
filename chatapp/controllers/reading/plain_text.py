"""The open room as plain lines of text, for screen readers and for whoever wants it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chatapp.controllers.reading.plain_wording import line_of
from chatapp.controllers.reading.shown_lines import is_told_by_another
from chatapp.models.entities import ChatMessage
from chatapp.models.events import (
    FrameEnded,
    HistoryLoaded,
    MessageAdded,
    MessageReplaced,
    RoomRenamed,
    RoomSelected,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import IgnoringChanged

MOST_LINES = 500
MOST_CHANGED = 20
"""Where more lines than this are others, all are shown anew."""


class PlainTextView(Protocol):
    """A window with lines in it, and a cursor that one reads with."""

    on_closed: Callable[[], None]

    def show(self, title: str, lines: Sequence[str]) -> None:
        """Show these lines and no others, with the cursor in the last one."""

    def add(self, lines: Sequence[str]) -> None:
        """Add lines at the end; the cursor stays."""

    def replace(self, back: int, line: str) -> None:
        """Show another line in the place of one, so many before the last one."""

    def lift_up(self) -> None:
        """Come to the front."""


class PlainTextController:
    """Keeps the window equal to the end of the open room, for as long as it is open."""

    def __init__(
        self,
        new_view: Callable[[], PlainTextView],
        network: Network,
        bus: EventBus,
        spell_emoji: Callable[[str], str],
    ) -> None:
        """Open nothing yet; `spell_emoji` writes names in place of emoji."""
        self._spell_emoji = spell_emoji
        self._new_view = new_view
        self._network = network
        self._view: PlainTextView | None = None
        self._room = ""
        self._shown: list[str] = []
        self._is_stale = False
        bus.subscribe(RoomSelected, self._selected)
        bus.subscribe(RoomRenamed, self._renamed)
        bus.subscribe(IgnoringChanged, lambda _event: self._show())
        for kind in (MessageAdded, MessageReplaced, HistoryLoaded):
            bus.subscribe(kind, lambda _event: self._note_change())
        bus.subscribe(FrameEnded, lambda _event: self._catch_up())

    def open(self) -> None:
        """Open the window, or bring it to the front."""
        if self._view:
            self._view.lift_up()
            return
        view = self._view = self._new_view()
        view.on_closed = self._closed
        self._show()

    def read(self, room: str) -> None:
        """Show this room, until another one is opened in the chat window."""
        self._room = room
        is_open = self._view is not None
        self.open()
        if is_open:
            self._show()

    def _selected(self, event: RoomSelected) -> None:
        self._room = event.room
        if self._view:
            self._show()

    def _renamed(self, event: RoomRenamed) -> None:
        if self._network.same(event.old, self._room):
            self._room = event.new

    def _note_change(self) -> None:
        self._is_stale = self._view is not None

    def _catch_up(self) -> None:
        """Add what is new; where more has changed, show everything anew."""
        if not self._is_stale or self._view is None:
            return
        self._is_stale = False
        before, now = self._shown, self._lines()
        kept = before[-len(now) :] if len(now) < len(before) else before
        start = _overlap(kept, now)
        if before and start == 0:
            self._replace(before, now)
            return
        self._shown = now
        if start < len(now):
            self._view.add(now[start:])

    def _replace(self, before: list[str], now: list[str]) -> None:
        """Show other words in the place of some lines, and add what is new."""
        assert self._view is not None  # noqa: S101 - it was asked before
        pairs = list(zip(before, now, strict=False))
        changed = [place for place, (old, new) in enumerate(pairs) if old != new]
        if len(now) < len(before) or len(changed) > MOST_CHANGED:
            self._show()
            return
        for place in changed:
            self._view.replace(len(before) - 1 - place, now[place])
        if len(now) > len(before):
            self._view.add(now[len(before) :])
        self._shown = now

    def _show(self) -> None:
        self._is_stale = False
        self._shown = self._lines()
        if self._view:
            self._view.show(self._room, self._shown)

    def _lines(self) -> list[str]:
        history = self._network.history(self._room)
        start = max(0, len(history) - MOST_LINES)
        return [
            self._spell_emoji(line_of(message, self._network.ignoring.ignores))
            for message in history[start : len(history)]
            if not is_told_by_another(message) and not self._is_ignored(message)
        ]

    def _is_ignored(self, line: ChatMessage) -> bool:
        is_said = line.kind.is_said and not line.mine
        return is_said and self._network.ignoring.ignores(line.sender)

    def _closed(self) -> None:
        self._view = None
        self._shown = []


def _overlap(before: list[str], now: list[str]) -> int:
    """Tell how many of the lines that are there now were the last ones before."""
    most = min(len(before), len(now))
    for length in range(most, 0, -1):
        if before[-length:] == now[:length]:
            return length
    return 0
