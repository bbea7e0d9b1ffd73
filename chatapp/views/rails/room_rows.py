"""The rows of the rooms rail, and where among them a dragged room can be put."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chatapp.language import gettext as _
from chatapp.models.entities import Room, RoomKind
from chatapp.views.rails.rail_rows import RailRow, RowStack

FAVOURITES = _("FAVOURITES")
TITLES = {RoomKind.CHANNEL: _("ROOMS"), RoomKind.DIRECT: _("DIRECT MESSAGES")}
_ROW, _TALL_ROW, _TITLE, _GAP = 36, 44, 30, 12


@dataclass(frozen=True, slots=True)
class RoomRow(RailRow):
    """A room's or a person's row."""

    room: Room


@dataclass(frozen=True, slots=True)
class TitleRow(RailRow):
    """The title over a part of the rail; the favourites are of no kind."""

    title: str
    kind: RoomKind | None


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a room can be put: before another, or behind the last; `line` is there."""

    before: str
    among_favourites: bool
    line: int


def rows_of(rooms: Sequence[Room]) -> list[RailRow]:
    """Make the rows of the rail, part by part."""
    favourites = [room for room in rooms if room.is_favourite]
    rows = _part(FAVOURITES, None, favourites) if favourites else []
    for kind, title in TITLES.items():
        others = [it for it in rooms if it.kind is kind and not it.is_favourite]
        rows += [RailRow("", _GAP)] if rows else []
        rows += _part(title, kind, others)
    return rows


def drop_at(stack: RowStack, room: Room, y: int) -> Drop:
    """Find the place for a room that is nearest to where it was dragged."""
    return min(_places(stack, room.kind), key=lambda drop: abs(drop.line - y))


def _part(title: str, kind: RoomKind | None, rooms: Sequence[Room]) -> list[RailRow]:
    return [
        TitleRow("", _TITLE, title, kind),
        *(RoomRow(room.name, _height(room), room) for room in rooms),
    ]


def _height(room: Room) -> int:
    return _TALL_ROW if room.status else _ROW


def _places(stack: RowStack, kind: RoomKind) -> Iterator[Drop]:
    """Give the places among the favourites, and among the rooms of this kind."""
    part: RoomKind | None = None
    for row, top, height in [*stack.between(0, stack.total()), (None, 0, 0)]:
        if isinstance(row, TitleRow):
            part, end = row.kind, top + height
        elif part not in (None, kind):
            continue
        elif isinstance(row, RoomRow):
            yield Drop(row.key, part is None, top)
            end = top + height
        else:
            yield Drop("", part is None, end)
