"""A card of all rooms of a server: a field to search in, and the rooms underneath."""

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.language import number
from chatapp.models.entities import RoomOffer
from chatapp.views.cards.dialog import PINNED_ROW, Dialog
from chatapp.views.look.palette import Look
from chatapp.views.look.style_builder import IN_ROUND_FRAME
from chatapp.views.rails.rail import Rail
from chatapp.views.rails.rail_rows import RailRow, RowState
from chatapp.views.transcript.rich_text import plain
from chatapp.views.widgets.form_field import show
from chatapp.views.widgets.search_field import SearchField
from chatapp.views.windows.keys import ENTER_KEYS

JOIN, MAKE, CLOSE, IN_IT = _("Join"), _("Make a room…"), _("Close"), _("You are in it")
MAY_BE_MADE = _("Join {name}, or make it")
_ROW, _ABOVE = 46, 4
_HEIGHT, _LEAST, _LEAST_WITH_TEXT = 320, 46, 140
"""How high the list is, and how high at least in a low window."""
_STEPS = {"<Up>": -1, "<Down>": 1, "<Prior>": -6, "<Next>": 6}


@dataclass(frozen=True, slots=True)
class _Row(RailRow):
    room: RoomOffer


class RoomBrowser(Dialog):
    """Arrows choose, also from the field; Enter joins, and so does a double click."""

    width = 560
    middle = 0.5
    least = 120

    def __init__(
        self, window: tk.Toplevel, look: Look, title: str, search: str
    ) -> None:
        super().__init__(window, look, title, "", action=JOIN, cancel=CLOSE)
        self.on_search: Callable[[str], None] = lambda _text: None
        self.on_join: Callable[[str], str | None] = lambda _name: None
        self.on_make: Callable[[str], None] = lambda _name: None
        self.field = SearchField(self, look, search)
        self.field.grid(row=PINNED_ROW, sticky="ew")
        look.space(self.field, pady=(10, 0))
        self.field.on_change = self._search
        self._frame = ttk.Frame(self.content, style="List.TFrame")
        self._frame.grid(row=2, columnspan=2, sticky="ew")
        self._frame.pack_propagate(False)
        look.fit(self._frame, padding=IN_ROUND_FRAME)
        look.space(self._frame, pady=(10, 6))
        self.rail = _RoomsRail(self._frame, look)
        self.rail.pack(fill="both", expand=True)
        self.rail.on_choose = self.rail.select
        self._text = ttk.Label(self.content, style="PageMuted.TLabel")
        self._text.grid(row=3, columnspan=2, sticky="w")
        look.space(self._text, pady=(0, 12))
        self._problem = ttk.Label(self.content, style="PageDanger.TLabel")
        self._problem.grid(row=4, columnspan=2, sticky="w")
        self._problem.grid_remove()
        self.make = ttk.Button(
            self.foot, text=MAKE, style="Second.TButton", command=self._make
        )
        self.foot.show((self.cancel, self.action), (self.make,))
        self._bind_keys()

    def open(self) -> None:
        """Show the card in the middle of the window, the keyboard in its field."""
        self.show(self.field.entry)

    @property
    def is_open(self) -> bool:
        """Whether the card is still there."""
        return bool(self.winfo_exists())

    def submit(self) -> None:
        """Join what is chosen; stay where that cannot be."""
        if not self.rail.selected:
            return
        problem = self.on_join(self.rail.selected)
        if problem is None:
            self.close()
            return
        self._problem.configure(text=problem)
        show(self._problem, visible=True)

    def show_rooms(self, rooms: Sequence[RoomOffer], text: str) -> None:
        """List these, under some words; what was chosen stays so, else the first is."""
        show(self._problem, visible=False)
        self._text.configure(text=plain(self._look.spell_emoji(text)))
        self.action.state(["!disabled" if rooms else "disabled"])
        listed = [_Row(room.name, _ROW, room) for room in rooms]
        self.rail.show_rows([RailRow("", _ABOVE), *listed])
        if self.rail.stack.row(self.rail.selected) is None or not self.rail.is_moved:
            self.rail.select(rooms[0].name if rooms else "")
            self.rail.is_moved = False

    def _bind_keys(self) -> None:
        entry = self.field.entry
        for key, steps in _STEPS.items():
            entry.bind(key, self._stepping(steps))
        for key in ENTER_KEYS:
            entry.bind(key, lambda _event: self._submitted())
            self.rail.canvas.bind(key, lambda _event: self._submitted())
        self.rail.canvas.bind("<Double-Button-1>", lambda _event: self._submitted())

    def _stepping(self, steps: int) -> "Callable[[tk.Event[tk.Misc]], str]":
        def step(_event: "tk.Event[tk.Misc]") -> str:
            self.reveal(self._frame)
            return self.rail.step(steps)

        return step

    def _submitted(self) -> str:
        self.submit()
        return "break"

    def _search(self, text: str) -> None:
        self.rail.is_moved = False
        self.on_search(text)

    def _make(self) -> None:
        name = self.field.text
        self.close()
        self.on_make(name)

    def fit_content(self, room: int) -> int:
        """Have the list as high as there is room for it."""
        for label in (self._text, self._problem):
            label.configure(wraplength=self.inner_width)
        show(self._text, room > self._look.px(_LEAST_WITH_TEXT))
        self.leave(self._frame, room, _LEAST, _HEIGHT)
        return super().fit_content(room)


class _RoomsRail(Rail):
    """The rooms; `is_moved` once somebody chose among them."""

    is_moved = False

    def select(self, name: str) -> None:
        """Have a room chosen, and in sight."""
        self.selected = name
        self.is_moved = True
        if name:
            self.go_to(name)

    def step(self, steps: int) -> str:
        """Choose the room so many places further down."""
        keys = self.stack.keys()
        if keys:
            here = keys.index(self.selected) if self.selected in keys else -1
            self.select(keys[max(0, min(len(keys) - 1, here + steps))])
        return "break"

    def draw_row(self, row: RailRow, top: int, width: int, state: RowState) -> None:
        """Draw a room with its name, what it is about, and how many are in it."""
        if not isinstance(row, _Row):
            return
        self.draw_ground(row, top, width, state)
        look, px, palette = self.look, self.look.px, self.look.palette
        room, middle = row.room, top + self.height(row) // 2
        ground, fonts = self.ground(state), look.fonts
        icon = "plus-lg" if room.is_new else "hash"
        color = palette.accent if state.selected else palette.muted
        self.put(px(22), middle, look.pictures.icon(icon, px(16), color, ground))
        right = self._draw_people(room, width - px(20), middle, ground)
        left, space = px(50), right - px(56)
        if room.is_new:
            words = MAY_BE_MADE.format(name=plain(room.name))
            self.write(left, middle, words, fonts.bold, palette.text, space)
            return
        name, about = plain(room.name).removeprefix("#"), self._about(room)
        if not about:
            self.write(left, middle, name, fonts.bold, palette.text, space)
            return
        self.write(left, middle - px(8), name, fonts.bold, palette.text, space)
        self.write(left, middle + px(9), about, fonts.small, palette.muted, space)

    def _about(self, room: RoomOffer) -> str:
        topic = plain(room.topic)
        if not room.is_joined:
            return topic
        return f"{IN_IT}  ·  {topic}" if topic else IN_IT

    def _draw_people(
        self, room: RoomOffer, right: int, middle: int, ground: str
    ) -> int:
        look, px, palette = self.look, self.look.px, self.look.palette
        if room.is_new:
            return right
        count = number(room.people)
        pill = look.pictures.pill(count, px(19), palette.card, palette.text, ground)
        self.put(right, middle, pill, "e")
        left = right - pill.width() - px(18)
        sign = look.pictures.icon("people", px(14), palette.muted, ground)
        self.put(left, middle, sign)
        return left - px(6)
