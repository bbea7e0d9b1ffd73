"""The servers one is on: in which order they stand, and which one is shown."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from chatapp.controllers.servers import server_wording as wording
from chatapp.models.entities import MenuEntry, MenuPart, ServerTile


class StripView(Protocol):
    """The strip with a tile for each server."""

    on_server: Callable[[str], None]
    on_add: Callable[[], None]
    on_move: Callable[[str, int], None]
    on_menu: Callable[[str], Sequence[MenuPart]]

    def show_servers(
        self, tiles: Sequence[ServerTile], shown: str, add_words: str
    ) -> None:
        """Show these servers, one of them as the open one."""


class Place(Protocol):
    """A server in the window, with a page of its own."""

    @property
    def key(self) -> str:
        """What names it in the window."""

    def tile(self) -> ServerTile:
        """Sum it up."""

    def show(self) -> None:
        """Have its page on the screen."""

    def hide(self) -> None:
        """Have its page not on the screen any more."""


class ServersController:
    """Shows one server's page at a time, and keeps the strip right."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.shown: Place | None = None
        self.on_add: Callable[[], None] = lambda: None
        self.on_menu: Callable[[str], Sequence[MenuPart]] = lambda _key: ((),)
        self.on_order: Callable[[], None] = lambda: None
        self._view: StripView | None = None
        self._drawn: tuple[Sequence[ServerTile], str] = ((), "")

    def begin(self, view: StripView) -> None:
        """Show them in a strip from now on."""
        self._view = view
        self._drawn = ((), "")
        view.on_server = self.select
        view.on_add = self.add
        view.on_move = self.move
        view.on_menu = self.menu
        self.draw()

    def end(self) -> None:
        """Be without a strip, as its window closes."""
        self._view = None

    def add(self) -> None:
        """Sign in to one more server, where there is a chat window for its page."""
        if self._view is not None:
            self.on_add()

    def put(self, place: Place) -> None:
        """Have one more server, behind the others."""
        self.places.append(place)

    def remove(self, place: Place) -> None:
        """Have it no more; if it was shown, its neighbour is."""
        at = self.places.index(place)
        self.places.remove(place)
        if self.shown is not place:
            return
        self.shown = None
        if self.places and self._view is not None:
            self.show(self.places[min(at, len(self.places) - 1)])

    def show(self, place: Place) -> None:
        """Show a server's page."""
        if self.shown is not None and self.shown is not place:
            self.shown.hide()
        self.shown = place
        place.show()
        self.draw()

    def select(self, key: str) -> None:
        """Show the server that goes by a key."""
        place = self._find(key)
        if place:
            self.show(place)

    def select_at(self, number: int) -> None:
        """Show the server that stands at this place in the strip, if there is one."""
        if self._view is not None and number < len(self.places):
            self.show(self.places[number])

    def move(self, key: str, at: int) -> None:
        """Have a server stand at another place in the strip."""
        place = self._find(key)
        if place is None or place is self.places[at]:
            return
        self.places.remove(place)
        self.places.insert(at, place)
        self.on_order()
        self.draw()

    def arrange(self, order: Mapping[str, int]) -> None:
        """Have them stand in this order, by their keys."""
        self.places.sort(key=lambda place: order[place.key])
        self.draw()

    def menu(self, key: str) -> Sequence[MenuPart]:
        """List what can be done about a server, and how it can be moved."""
        place = self._find(key)
        if place is None:
            return ()
        at, last = self.places.index(place), len(self.places) - 1
        moves = []
        if at > 0:
            moves.append(MenuEntry(wording.MOVE_UP, lambda: self.move(key, at - 1)))
        if at < last:
            moves.append(MenuEntry(wording.MOVE_DOWN, lambda: self.move(key, at + 1)))
        *about, end = self.on_menu(key)
        return (*about, moves, end)

    def draw(self) -> None:
        """Show how it stands now, if that is not shown already."""
        if self._view is None or self.shown is None:
            return
        tiles = [place.tile() for place in self.places] if self.has_several else []
        wanted = (tiles, self.shown.key)
        if wanted != self._drawn:
            self._drawn = wanted
            self._view.show_servers(tiles, self.shown.key, wording.ADD_TIP)

    @property
    def has_several(self) -> bool:
        """Whether there is a choice."""
        return len(self.places) > 1

    def _find(self, key: str) -> Place | None:
        return next((place for place in self.places if place.key == key), None)
