"""The strip of servers at the far left: a tile for each server one is on."""

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatapp.models.entities import Connectedness, ServerTile
from chatapp.views.look.drawing import initials
from chatapp.views.look.palette import Look
from chatapp.views.rails.rail import Rail
from chatapp.views.rails.rail_rows import RailRow, RowState
from chatapp.views.transcript.rich_text import bare
from chatapp.views.widgets.tooltip import Tooltip

WIDTH = 66
_ADD = "+"
_ROW, _TILE, _MARK = 58, 42, 4
_EDGE = 6


@dataclass(frozen=True, slots=True)
class _TileRow(RailRow):
    """A server's row."""

    tile: ServerTile
    letters: str


class ServerStrip(Rail):
    """Tiles to be clicked, with a menu each, and a plus for another server."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        self.on_server: Callable[[str], None] = lambda _key: None
        self.on_add: Callable[[], None] = lambda: None
        self.on_wanted: Callable[[bool], None] = lambda _wanted: None
        self.on_move: Callable[[str, int], None] = lambda _key, _place: None
        super().__init__(master, look)
        self.dragging.can_drag = lambda key: key != _ADD
        self.dragging.on_drag = lambda _key, y: self.show_line(self._gap_at(y)[1])
        self.dragging.on_drop = self._drop
        self.add_words = ""
        self.on_choose = self._chosen
        self._bubble = Tooltip(self.canvas, at_pointer=True)
        self.canvas.bind("<Motion>", lambda event: self._tell(event.y), add="+")

    def show_servers(
        self, tiles: Sequence[ServerTile], shown: str, add_words: str
    ) -> None:
        """Show these servers, one of them as the open one; a single one needs none."""
        self.on_wanted(len(tiles) > 1)
        self.selected = shown
        self.add_words = add_words
        rows: list[RailRow] = [RailRow("", _EDGE)]
        rows += [_TileRow(it.key, _ROW, it, _letters_of(it, tiles)) for it in tiles]
        self.show_rows([*rows, RailRow(_ADD, _ROW)])

    def tip_of(self, key: str) -> str:
        """Say what a tile stands for."""
        if key == _ADD:
            return self.add_words
        for row in self.stack.rows:
            if isinstance(row, _TileRow) and row.key == key:
                return row.tile.words
        return ""

    def draw_row(self, row: RailRow, top: int, width: int, state: RowState) -> None:
        """Draw a tile, or the plus."""
        if isinstance(row, _TileRow):
            self._draw_tile(row, top, width, state)
        elif row.key == _ADD:
            self._draw_plus(top, width, state)

    def _chosen(self, key: str) -> None:
        if key == _ADD:
            self.on_add()
        else:
            self.on_server(key)

    def _gap_at(self, y: int) -> tuple[int, int]:
        """Find the gap between tiles that is nearest: its number, and where it is."""
        tiles = self.stack.keys()[:-1]
        ends = [sum(self.stack.place_of(key)) for key in tiles]
        gaps = [self.stack.place_of(tiles[0])[0], *ends]
        down = self.down(y)
        return min(enumerate(gaps), key=lambda gap: abs(gap[1] - down))

    def _drop(self, key: str, y: int | None) -> None:
        self.show_line(None)
        if y is None:
            return
        gap, here = self._gap_at(y)[0], self.stack.keys().index(key)
        self.on_move(key, gap - 1 if gap > here else gap)

    def _tell(self, y: int) -> None:
        """Have the tooltip speak of the tile under the pointer."""
        tip = self.tip_of(self._key_at(y))
        if tip == self._bubble.cget("text"):
            return
        self._bubble.leave()
        self._bubble.configure(text=tip)
        if tip:
            self._bubble.schedule()

    def _draw_tile(self, row: _TileRow, top: int, width: int, state: RowState) -> None:
        look, palette, px, tile = self.look, self.look.palette, self.look.px, row.tile
        size, middle = px(_TILE), top + self.pixels(_ROW) // 2
        left = (width - size) // 2
        fill, ink = look.avatar_fill(tile.place), palette.on_avatar
        if tile.state is not Connectedness.ONLINE:
            fill, ink = palette.side_hover, palette.muted
        self._draw_ring(left, middle, size, state)
        avatar = look.pictures.avatar(row.letters, size, fill, ink, palette.side)
        self.put(left, middle, avatar)
        self._draw_mark(tile, middle, state)
        self._draw_badge(tile, left + size, middle, size)

    def _draw_plus(self, top: int, width: int, state: RowState) -> None:
        look, palette, px = self.look, self.look.palette, self.look.px
        size, middle = px(_TILE), top + self.pixels(_ROW) // 2
        left = (width - size) // 2
        ground = palette.card if state.hovered else palette.side
        self._draw_ring(left, middle, size, state)
        if state.hovered:
            around = (size, size)
            plate = look.pictures.rounded(around, px(9), ground, palette.side)
            self.put(left, middle, plate)
        icon = look.pictures.icon("plus-lg", px(18), palette.muted, ground)
        self.put(width // 2, middle, icon, "center")

    def _draw_ring(self, left: int, middle: int, size: int, state: RowState) -> None:
        """Draw what tells where the keyboard is."""
        if not state.focused:
            return
        px, palette, ring = self.look.px, self.look.palette, size + 2 * self.look.px(4)
        photo = self.look.pictures.rounded(
            (ring, ring), px(12), palette.side, palette.side, palette.accent, px(2)
        )
        self.put(left - px(4), middle, photo)

    def _draw_mark(self, tile: ServerTile, middle: int, state: RowState) -> None:
        """Draw at the window's edge which server is open, and where there is news."""
        heights = {"selected": 34, "hovered": 20, "unread": 9}
        is_unread = tile.unread > 0 or tile.mentions > 0
        for name, holds in (
            ("selected", state.selected),
            ("hovered", state.hovered),
            ("unread", is_unread),
        ):
            if holds:
                half = self.look.px(heights[name]) // 2
                color = self.look.palette.text
                width = self.look.px(_MARK)
                self.canvas.create_rectangle(
                    0, middle - half, width, middle + half, fill=color, width=0
                )
                return

    def _draw_badge(self, tile: ServerTile, right: int, middle: int, size: int) -> None:
        """Draw how many messages are for oneself; else that one is not there."""
        look, palette, px = self.look, self.look.palette, self.look.px
        if tile.mentions:
            count = str(tile.mentions) if tile.mentions < 100 else "99+"
            photo = look.pictures.pill(
                count, px(18), palette.primary, palette.on_accent, palette.side
            )
            self.put(right + px(5), middle + size // 2 - px(6), photo, "e")
        elif tile.problem or tile.state not in (
            Connectedness.ONLINE,
            Connectedness.OFFLINE,
        ):
            color = palette.danger_text if tile.problem else palette.away
            dot = look.pictures.dot(px(13), color, palette.side)
            self.put(right + px(3), middle + size // 2 - px(4), dot, "e")


def _letters_of(tile: ServerTile, tiles: Sequence[ServerTile]) -> str:
    """Give a tile's letters: of the name, or of what tells it from its namesakes.

    Those of hosts whose names begin alike, or that have numbers only, are counted.
    """
    name = bare(tile.name)
    namesakes = [it for it in tiles if bare(it.name) == name]
    if len(namesakes) == 1:
        return name or "?"
    hosts = {initials(_host_of(it)) for it in namesakes}
    if len(hosts) == len(namesakes) and all(map(str.isalpha, hosts)):
        return _host_of(tile)
    places = sorted(it.place for it in namesakes)
    return f"{initials(name, small=True)}{places.index(tile.place) + 1}"


def _host_of(tile: ServerTile) -> str:
    return tile.place.rpartition(":")[0]
