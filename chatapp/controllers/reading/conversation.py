"""The transcript: which part of the open room's history is shown."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Protocol

from chatapp.controllers.reading.new_line import NewLine
from chatapp.controllers.reading.reading import Reading
from chatapp.controllers.reading.shown_lines import ShownLines, first_place, last_place
from chatapp.controllers.reading.shown_part import ShownPart
from chatapp.controllers.rooms.rooms_wording import invite_to_write
from chatapp.models.entities import ChatMessage
from chatapp.models.events import (
    FrameEnded,
    HistoryLoaded,
    MessageAdded,
    MessageReplaced,
    RoomRenamed,
    RoomSelected,
    SignedIn,
)
from chatapp.models.history.history import History
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import IgnoringChanged
from chatapp.models.settings.choices import Comings
from chatapp.models.settings.setting import Setting
from chatapp.models.settings.settings_table import COMINGS

OPENING = 200
PAGE = 60
MOST_SHOWN = 600
KEPT_SHOWN = 500
PAGES_AHEAD = 2
"""How many pages from the end of what is in memory the next ones are fetched."""


class TranscriptView(Protocol):
    """A list of messages on the screen."""

    on_older: Callable[[], None]
    on_newer: Callable[[], None]
    on_end: Callable[[bool], bool]
    on_jump: Callable[[], None]
    on_catch_up: Callable[[], None]
    on_person: Callable[[str], None]
    on_gap: Callable[[str], None]

    def splice(self, start: int, stop: int, messages: Sequence[ChatMessage]) -> None:
        """Put `messages` in place of shown[start:stop], the view unmoved."""

    def scroll_to_end(self) -> None:
        """Show the last message."""

    def show_new(self, count: int) -> None:
        """Tell how many messages came in below; 0 hides it."""

    def show_missed(self, count: int, since: datetime | None) -> None:
        """Offer to go up to the NEW line, if it is out of sight; 0 takes that back."""

    def show_from(self, key: str) -> None:
        """Show a message as the first one, and what follows it."""

    def show_empty(self, title: str, text: str) -> None:
        """Say what this room is for while nothing stands in it."""

    def show_loading(self, visible: bool) -> None:
        """Tell that older messages are on their way."""

    def show_unread_line(self, before: str | None) -> None:
        """Draw the NEW line before the message with that key."""


class ConversationController:
    """Makes the transcript equal a window on the open room's history.

    The window ends where the history ends, unless the reader has gone back so far
    that it would be too long for the screen's widget. It never goes beyond a cut of
    the history, and shows a line of its own for each hole.
    """

    def __init__(
        self,
        view: TranscriptView,
        network: Network,
        bus: EventBus,
        comings: Callable[[], Comings] = lambda: Comings.SHOWN,
        is_looked_at: Callable[[], bool] = lambda: True,
    ) -> None:
        self._view = view
        self._network = network
        self._room = ""
        self._lines = ShownLines(network.ignoring.ignores, comings)
        self._part: list[ChatMessage] = []
        self._shown = ShownPart(view, network.ignoring.ignores)
        self._wanted: Callable[[], None] | None = None
        self._reaches_end = True
        self._at_end = True
        self._catching_up = False
        self._stale = False
        view.on_older = self.show_older
        view.on_newer = self.show_newer
        view.on_end = self._reader_moved
        view.on_jump = self.jump_to_end
        view.on_catch_up = self.catch_up
        view.on_person = network.open_direct
        view.on_gap = lambda _key: self.fill_gap()
        self._new_line = NewLine(view, network)
        self._reading = Reading(view, network, self._new_line, is_looked_at)
        self.look_away = self._reading.look_away
        bus.subscribe(RoomSelected, self._selected)
        bus.subscribe(RoomRenamed, self._renamed)
        bus.subscribe(SignedIn, lambda _event: self._new_line.begin_anew())
        bus.subscribe(IgnoringChanged, lambda _event: self._ignoring_changed())
        bus.subscribe(MessageAdded, lambda event: self._changed(event.message.room))
        bus.subscribe(MessageReplaced, lambda event: self._changed(event.room))
        bus.subscribe(HistoryLoaded, self._history_loaded)
        bus.subscribe(FrameEnded, self._draw)

    def show_older(self) -> None:
        """Move the window towards the past, fetching what is not here yet."""
        history = self._network.history(self._room)
        first = self._first(history)
        start, stop = history.run_around(first)
        if first > start:
            earlier = self._lines.go_back(history, first, start, PAGE)
            reach = self._reach(history, earlier, stop)
            self._show(history, earlier, min(reach, self._last(history)))
            if not self._lines.adds(history, earlier, first):
                first = earlier  # nobody sees that there is more: go on
        is_due = first == start
        if first - start <= PAGE * PAGES_AHEAD:
            is_coming = self._network.fetch_older(self._room)
            self._view.show_loading(is_coming and is_due)
        self._wanted = self.show_older if is_due else None

    def show_newer(self) -> None:
        """Move the window towards the present."""
        history = self._network.history(self._room)
        last = self._last(history)
        start, stop = history.run_around(last - 1)
        if last < stop:
            later = self._lines.go_on(history, last, stop, PAGE)
            first = self._lines.reach_back(history, later, start, MOST_SHOWN)
            self._show(history, max(first, self._first(history)), later)
        if stop < len(history) and stop - last <= PAGE * PAGES_AHEAD:
            self._network.fetch_newer(self._room)
            self._wanted = self.show_newer if last == stop else None

    def jump_to_end(self) -> None:
        """Show the newest messages."""
        self._show_end(self._network.history(self._room))
        self.read()

    def catch_up(self) -> None:
        """Show what is new from its first message on, fetching it if need be."""
        history, key = self._network.history(self._room), self._new_line.key
        index = history.index_of(key) if key else None
        if key is None or index is None:
            is_coming = self._network.fetch_older(self._room)
            self._view.show_loading(is_coming)
            self._wanted = self.catch_up if is_coming else None
            return
        self.show_around(index)
        self._view.show_from(key)

    def show_around(self, index: int) -> None:
        """Show what stands around a place of the history, which one reads now."""
        history = self._network.history(self._room)
        self._at_end, self._catching_up, self._wanted = False, True, None
        start, stop = history.run_around(index)
        first = max(start, index - PAGE)
        self._show(history, first, self._reach(history, first, stop))

    def read(self) -> None:
        """Count as read what is on the screen, if somebody looks at it."""
        is_empty = not self._shown
        self._reading.read(self._room, at_end=self._at_end, is_empty=is_empty)

    def unfold(self, key: str) -> None:
        """Show each of the lines that a line stands for."""
        self._lines.folding.unfold(key)
        self._stale = True
        self._draw(FrameEnded())

    def setting_changed(self, setting: Setting[Any]) -> None:
        """Fold, unfold or hide at once what is about people who come and go."""
        if setting is COMINGS:
            self._stale = True
            self._draw(FrameEnded())

    def fill_gap(self) -> None:
        """Load what is missing in the open room."""
        self._network.fill_gap(self._room)

    def _selected(self, event: RoomSelected) -> None:
        if self._room:
            self._network.history(self._room).note_reader(None)
        self._room = event.room
        self._at_end = True
        self._catching_up = False
        self._wanted = None
        self._shown.clear()
        self._part = []
        self._lines.folding.forget()
        self._view.show_loading(visible=False)
        self._new_line.open(event.room)
        self._show_end(self._network.history(event.room))
        self.read()

    def _renamed(self, event: RoomRenamed) -> None:
        if self._network.same(event.old, self._room):
            self._room = self._new_line.room = event.new

    def _changed(self, room: str) -> None:
        if self._network.same(room, self._room):
            self._stale = True

    def _ignoring_changed(self) -> None:
        self._shown.word_anew()
        self._stale = True

    def _history_loaded(self, event: HistoryLoaded) -> None:
        if not self._network.same(event.room, self._room):
            return
        self._view.show_loading(visible=False)
        self._new_line.place()
        wanted, self._wanted = self._wanted, None
        if self._at_end and self._reaches_end and wanted != self.catch_up:
            self._show_end(self._network.history(self._room))
            self.read()
            return
        self._stale = True
        if wanted and event.count:
            wanted()

    def _draw(self, _event: FrameEnded) -> None:
        if not self._stale:
            return
        self._stale = False
        history = self._network.history(self._room)
        first, last = self._first(history), self._last(history)
        if self._at_end and self._reach(history, first, last) < last:
            first = self._lines.reach_back(history, last, first, KEPT_SHOWN)
        _start, stop = history.run_around(first)
        self._show(history, first, min(last, self._reach(history, first, stop)))
        self.read()

    def _first(self, history: History) -> int:
        """Return where the window begins, however the history has grown."""
        return first_place(history, self._part, OPENING)

    def _last(self, history: History) -> int:
        """Return where the window ends, however the history has grown."""
        return len(history) if self._reaches_end else last_place(history, self._part)

    def _reach(self, history: History, first: int, stop: int) -> int:
        """Tell how far a window may go that begins there."""
        return self._lines.reach_on(history, first, stop, MOST_SHOWN)

    def _show_end(self, history: History) -> None:
        end = len(history)
        start, _stop = history.run_around(end - 1)
        first = self._lines.go_back(history, end, start, OPENING)
        self._show(history, first, end)
        if end and not self._shown:
            self._network.fetch_older(self._room)
        self._view.scroll_to_end()
        self._view.show_missed(*self._new_line.missed())
        self._at_end = True
        history.note_reader(None)

    def _show(self, history: History, first: int, last: int) -> None:
        self._part, wanted = history[first:last], self._lines.of(history, first, last)
        self._reaches_end = last == len(history)
        if not self._at_end and wanted:
            history.note_reader(history[first].key)
        self._shown.become(wanted)
        if not wanted:
            self._view.show_empty(*invite_to_write(self._network.room(self._room)))

    def _reader_moved(self, at_end: bool) -> bool:
        """Note whether one sees the last line; it is the end if nothing follows it."""
        self._at_end = at_end and self._reaches_end
        history = self._network.history(self._room)
        first = self._first(history)
        is_back = first < len(history) and not self._at_end
        history.note_reader(history[first].key if is_back else None)
        self._catching_up = self._catching_up and not self._at_end
        if not self._at_end and not self._catching_up:
            self._new_line.leave_end()
        self.read()
        return self._at_end
