"""Searches what was said: in the open room or everywhere, as one types."""

from collections.abc import Callable, Sequence
from functools import partial

from chatapp.controllers.finding import search_wording as wording
from chatapp.controllers.finding.listing import Listing
from chatapp.controllers.finding.panel import PanelLines, PanelView
from chatapp.controllers.finding.search_words import InvalidSearch
from chatapp.controllers.finding.searched_servers import SearchedServer
from chatapp.controllers.open_room import OpenRoom
from chatapp.models.entities import ChatMessage, PanelLine, Search
from chatapp.models.finding.gathering import GatheredPage, Gathering
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler, Timer

PAUSE_SECONDS = 0.25


class SearchPart:
    """Begins a search once somebody has stopped typing for a moment."""

    def __init__(
        self,
        view: PanelView,
        network: Network,
        bus: EventBus,
        scheduler: Scheduler,
        own: SearchedServer,
        lines: PanelLines,
        others: Callable[[], Sequence[SearchedServer]] = tuple,
    ) -> None:
        """Search the server one looks at, and everywhere also these others."""
        self.is_here = True
        self._view = view
        self._network = network
        self._scheduler = scheduler
        self._own = own
        self._others = others
        self._lines = lines
        self._room = OpenRoom(bus, network.same, self._moved)
        self._is_open = False
        self._timer: Timer | None = None
        self._wanted = Search()
        self._servers: Sequence[SearchedServer] = [own]
        self._found_at: dict[str, SearchedServer] = {}
        self._run: Gathering | None = None
        self._count = 0
        self._listing = Listing()
        view.on_type = lambda _text: self._typed()
        view.on_scope = self.look

    def begin(self) -> None:
        """Search by what is written already."""
        self._is_open = True
        self._view.show_scope(self._looks_here, self._room.name)
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
        if self._run:
            self._run.more()

    def when_listed(self, act: Callable[[], None]) -> None:
        """Call `act` once what is found by the words that stand there is shown."""
        if self._timer:
            self._search()
        self._listing.when_there(act)

    def line(self, key: str) -> ChatMessage | None:
        """Give the message that is shown under a key."""
        return self._lines.find(key)

    def go_to(self, line: ChatMessage) -> bool:
        """Lead to a message of another server; False for those of this one."""
        server = self._found_at.get(line.key, self._own)
        if server is self._own:
            return False
        server.go_to(line)
        return True

    def remove(self, key: str) -> None:
        """Leave what was found where it is."""

    def end(self) -> None:
        """Look for nothing any more."""
        self._is_open = False
        self._cancel()
        self._stop()

    @property
    def _looks_here(self) -> bool:
        return self.is_here and bool(self._room.name)

    def _typed(self) -> None:
        if self._is_open:
            self._cancel()
            self._listing.forget()
            self._timer = self._scheduler.call_later(PAUSE_SECONDS, self._search)

    def _search(self) -> None:
        self._cancel()
        self._stop()
        self._view.clear()
        self._count = 0
        here, text = self._looks_here, self._view.text()
        self._servers = [self._own, *(() if here else self._others())]
        room = self._room.name if here else ""
        try:
            wanted = [server.words.read(text, room) for server in self._servers]
        except InvalidSearch as problem:
            self._view.show_note(str(problem), is_error=True)
            return
        self._wanted = wanted[0]
        if self._wanted.is_empty:
            self._view.show_note(wording.HINT)
            return
        self._view.show_note(wording.LOADING)
        places = zip(self._servers, wanted, strict=True)
        begins = [partial(server.find, each) for server, each in places]
        self._listing.expect()
        self._run = Gathering(begins, self._found)

    def _stop(self) -> None:
        if self._run:
            self._run.stop()
            self._run = None
        self._listing.forget()
        self._lines.clear()
        self._found_at.clear()

    def _found(self, page: GatheredPage) -> None:
        lines: list[PanelLine] = []
        for place, line in page.lines:
            server = self._servers[place]
            if not server.ignores(line.sender):
                self._found_at[line.key] = server
                lines += self._worded(server, line)
        self._count += len(lines)
        self._view.show_note(self._note(page))
        self._view.add_lines(lines, has_more=not page.is_last)
        if self._count or page.is_last:
            self._listing.arrived()

    def _worded(self, server: SearchedServer, line: ChatMessage) -> Sequence[PanelLine]:
        names_room = not (self._looks_here and self._wanted.room == self._room.name)
        name = self._name_of(server) if len(self._servers) > 1 else ""
        return self._lines.word(
            [line], self._wanted, names_room=names_room, server=name
        )

    def _name_of(self, server: SearchedServer) -> str:
        """Name a server so that it is told from the others."""
        is_alone = [each.name for each in self._servers].count(server.name) == 1
        return server.name if is_alone else server.address

    def _note(self, page: GatheredPage) -> str:
        if page.local and len(self._servers) > 1:
            names = [
                self._name_of(self._servers[place]) for place in sorted(page.local)
            ]
            return wording.LOCAL_ONLY_OF.format(servers=", ".join(names))
        if page.local:
            if page.reason:
                return wording.LOCAL_ONLY_WHY.format(reason=page.reason)
            return wording.LOCAL_ONLY
        if self._count or not page.is_last:
            return ""
        if self._wanted.room:
            return wording.NOTHING_HERE.format(room=self._wanted.room)
        return wording.NOTHING

    def _moved(self) -> None:
        """Search in the room that was opened, if only that is searched."""
        if self._is_open:
            self._view.show_scope(self._looks_here, self._room.name)
            if self.is_here:
                self._search()

    def _cancel(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
