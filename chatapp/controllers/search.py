"""Searches what was said: in the open room or everywhere, as one types."""

from chatapp.controllers import search_wording as wording
from chatapp.controllers.panel import PanelLines, PanelView
from chatapp.controllers.search_words import InvalidSearch, SearchWords
from chatapp.models.entities import ChatMessage, FoundPage, Search
from chatapp.models.event_bus import EventBus
from chatapp.models.events import RoomRenamed, RoomSelected
from chatapp.models.network import Network
from chatapp.models.scheduler import Scheduler, Timer

PAUSE_SECONDS = 0.25


class SearchPart:
    """Begins a search once somebody has stopped typing for a moment."""

    def __init__(
        self,
        view: PanelView,
        network: Network,
        bus: EventBus,
        scheduler: Scheduler,
        words: SearchWords,
        lines: PanelLines,
    ) -> None:
        self.is_here = True
        self._view = view
        self._network = network
        self._scheduler = scheduler
        self._words = words
        self._lines = lines
        self._room = ""
        self._is_open = False
        self._timer: Timer | None = None
        self._wanted = Search()
        self._count = 0
        view.on_type = lambda _text: self._typed()
        view.on_scope = self.look
        bus.subscribe(RoomSelected, lambda event: self._moved(event.room))
        bus.subscribe(RoomRenamed, self._renamed)

    def begin(self) -> None:
        """Search by what is written already."""
        self._is_open = True
        self._view.show_scope(self._looks_here, self._room)
        self._search()

    def look(self, here: bool) -> None:
        """Search in the open room from now on, or everywhere."""
        self.is_here = here
        if self._is_open:
            self.begin()

    def prepare(self, text: str, *, here: bool) -> None:
        """Have this written, and look here or everywhere, when the panel opens."""
        self.is_here = here
        if text:
            self._view.fill(text)

    def more(self) -> None:
        """Show more of what is found."""
        self._network.searching.more()

    def line(self, key: str) -> ChatMessage | None:
        """Give the message that is shown under a key."""
        return self._lines.find(key)

    def remove(self, key: str) -> None:
        """Leave what was found where it is."""

    def end(self) -> None:
        """Look for nothing any more."""
        self._is_open = False
        self._cancel()
        self._network.searching.stop()
        self._lines.clear()

    @property
    def _looks_here(self) -> bool:
        return self.is_here and bool(self._room)

    def _typed(self) -> None:
        if self._is_open:
            self._cancel()
            self._timer = self._scheduler.call_later(PAUSE_SECONDS, self._search)

    def _search(self) -> None:
        self._cancel()
        self._network.searching.stop()
        self._lines.clear()
        self._view.clear()
        self._count = 0
        room = self._room if self._looks_here else ""
        try:
            self._wanted = self._words.read(self._view.text(), room)
        except InvalidSearch as problem:
            self._view.show_note(str(problem), is_error=True)
            return
        if self._wanted.is_empty:
            self._view.show_note(wording.HINT)
            return
        self._view.show_note(wording.LOADING)
        self._network.searching.find(self._wanted, self._found)

    def _found(self, page: FoundPage) -> None:
        ignores = self._network.ignoring.ignores
        found = [line for line in page.lines if not ignores(line.sender)]
        self._count += len(found)
        names_room = not (self._looks_here and self._wanted.room == self._room)
        lines = self._lines.word(found, self._wanted, names_room=names_room)
        self._view.show_note(self._note(page))
        self._view.add_lines(lines, has_more=not page.is_last)

    def _note(self, page: FoundPage) -> str:
        if page.is_local:
            if page.reason:
                return wording.LOCAL_ONLY_WHY.format(reason=page.reason)
            return wording.LOCAL_ONLY
        if self._count or not page.is_last:
            return ""
        if self._wanted.room:
            return wording.NOTHING_HERE.format(room=self._wanted.room)
        return wording.NOTHING

    def _moved(self, room: str) -> None:
        """Search in the room that was opened, if only that is searched."""
        if self._network.same(room, self._room):
            return
        self._room = room
        if self._is_open:
            self._view.show_scope(self._looks_here, room)
            if self.is_here:
                self._search()

    def _renamed(self, event: RoomRenamed) -> None:
        if self._network.same(event.old, self._room):
            self._room = event.new

    def _cancel(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
