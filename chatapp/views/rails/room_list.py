"""The rooms rail: the network, its rooms, and the direct conversations."""

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import MenuPart, Room, RoomKind
from chatapp.views.look.palette import Look
from chatapp.views.rails.rail import Rail
from chatapp.views.rails.rail_rows import RailRow, RowState
from chatapp.views.rails.room_rows import RoomRow, TitleRow, drop_at, rows_of
from chatapp.views.transcript.rich_text import bare, plain
from chatapp.views.widgets.fitted_label import FittedLabel
from chatapp.views.widgets.icon_button import IconButton
from chatapp.views.widgets.parted_menu import PartedMenu

SERVERS_TIP = _("Servers")


class RoomList(ttk.Frame):
    """The left rail."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Side.TFrame")
        self.on_select: Callable[[str], None] = lambda _name: None
        self.on_move: Callable[[str, str, bool], None] = lambda *_where: None
        self.on_add: Callable[[], None] = lambda: None
        self.on_message: Callable[[], None] = lambda: None
        self.on_servers: Callable[[], Sequence[MenuPart]] = lambda: ()
        self._look = look
        self._letters = "…"
        self._build_head()
        self.rail = _RoomRail(self, look)
        self.rail.on_choose = self._chosen
        self.rail.on_move = self._move
        self.rail.on_add = self._add
        self.rail.on_message = self._message
        self.rail.pack(fill="both", expand=True)
        look.follow(self, self._paint)

    def show_network(self, name: str, address: str) -> None:
        """Head the rail with the network's name and address."""
        self._letters = bare(name) or "?"
        self._network.show(name or "?")
        self._address.show(address)
        self._paint()

    def show_rooms(self, rooms: Sequence[Room], selected: str) -> None:
        """List the rooms, one of them as the open one."""
        self.rail.show_rooms(rooms, selected)

    def _build_head(self) -> None:
        head = ttk.Frame(self, style="Side.TFrame")
        head.pack(fill="x")
        self._look.fit(head, padding=(16, 14, 8, 10))
        head.columnconfigure(1, weight=1)
        self._sign = ttk.Label(head, style="Side.TLabel")
        self._sign.grid(row=0, column=0, rowspan=2)
        self._look.space(self._sign, padx=(0, 12))
        look = self._look
        self._network = FittedLabel(
            head, look, "SideHeading.TLabel", look.fonts.heading
        )
        self._network.grid(row=0, column=1, sticky="ew")
        self._address = FittedLabel(head, look, "SideSmall.TLabel", look.fonts.small)
        self._address.grid(row=1, column=1, sticky="ew")
        self.servers = IconButton(
            head, look, "Side", "chevron-down", SERVERS_TIP, self._open_menu, size=14
        )
        self.servers.grid(row=0, column=2, rowspan=2)
        self.menu = PartedMenu(head, look)

    def _chosen(self, name: str) -> None:
        self.on_select(name)

    def _move(self, name: str, before: str, among_favourites: bool) -> None:
        self.on_move(name, before, among_favourites)

    def _add(self) -> None:
        self.on_add()

    def _message(self) -> None:
        self.on_message()

    def _open_menu(self) -> None:
        button = self.servers
        self.menu.fill(self.on_servers())
        bottom = button.winfo_rooty() + button.winfo_height()
        self.menu.pop_up(button.winfo_rootx(), bottom)

    def _paint(self) -> None:
        look, palette = self._look, self._look.palette
        self._photo = look.pictures.avatar(
            self._letters,
            look.px(32),
            palette.primary,
            palette.on_accent,
            palette.side,
        )
        self._sign.configure(image=self._photo)


class _RoomRail(Rail):
    def __init__(self, master: tk.Misc, look: Look) -> None:
        self.on_add: Callable[[], None] = lambda: None
        self.on_message: Callable[[], None] = lambda: None
        self.on_move: Callable[[str, str, bool], None] = lambda *_where: None
        self.buttons: dict[RoomKind, IconButton] = {}
        super().__init__(master, look)
        self._build_buttons()
        self.dragging.can_drag = lambda _name: True
        self.dragging.on_drag = self._show_drop
        self.dragging.on_drop = self._drop

    def show_rooms(self, rooms: Sequence[Room], selected: str) -> None:
        self.selected = selected
        self.show_rows(rows_of(rooms))

    def _build_buttons(self) -> None:
        """Put a button beside each title, as a widget that the Tab key finds."""
        for kind, tip, press in (
            (RoomKind.CHANNEL, _("Join or create a room"), self._add),
            (RoomKind.DIRECT, _("Message somebody"), self._message),
        ):
            self.buttons[kind] = IconButton(
                self.canvas, self.look, "Side", "plus-lg", tip, press, size=14
            )

    def _add(self) -> None:
        self.on_add()

    def _message(self) -> None:
        self.on_message()

    def _show_drop(self, name: str, y: int) -> None:
        row = self.stack.row(name)
        if isinstance(row, RoomRow):
            self.show_line(drop_at(self.stack, row.room, self.down(y)).line)

    def _drop(self, name: str, y: int | None) -> None:
        self.show_line(None)
        row = self.stack.row(name)
        if y is None or not isinstance(row, RoomRow):
            return
        drop = drop_at(self.stack, row.room, self.down(y))
        if drop.before != name:
            self.on_move(name, drop.before, drop.among_favourites)

    def draw_row(self, row: RailRow, top: int, width: int, state: RowState) -> None:
        if isinstance(row, TitleRow):
            self._draw_title(row, top, width)
        elif isinstance(row, RoomRow):
            self.draw_ground(row, top, width, state)
            self._draw_room(row, top, width, state)

    def _draw_title(self, row: TitleRow, top: int, width: int) -> None:
        look, px = self.look, self.look.px
        middle = top + self.height(row) // 2
        font, color = look.fonts.small_bold, look.palette.muted
        self.write(px(18), middle, row.title, font, color, width - px(60))
        if row.kind:
            self.buttons[row.kind].place(x=width - px(14), y=middle, anchor="e")

    def _draw_room(self, row: RoomRow, top: int, width: int, state: RowState) -> None:
        look, palette, px = self.look, self.look.palette, self.look.px
        room, middle = row.room, top + self.height(row) // 2
        strong = state.selected or room.waiting > 0
        ground = self.ground(state)
        if room.kind is RoomKind.DIRECT:
            self._draw_person(room, px(20), middle, ground)
        else:
            color = palette.accent if state.selected else self._quiet_color(room)
            sign = "lock" if room.by_invitation else "hash"
            self.put(px(22), middle, look.pictures.icon(sign, px(17), color, ground))
        right = self._draw_badge(room, width - px(20), middle, ground)
        font = look.fonts.bold if strong else look.fonts.body
        color = palette.text if strong else self._quiet_color(room)
        if not room.joined:  # not yet, or not now: nobody hears what is said there
            font, color = look.fonts.italic, palette.muted
        name = plain(room.name)
        if room.kind is RoomKind.CHANNEL and len(name) > 1:
            name = name.removeprefix("#")
        if room.status:
            small, muted = look.fonts.small, self._quiet_color(room)
            self.write(
                px(52), middle + px(9), plain(room.status), small, muted, right - px(58)
            )
            middle -= px(8)
        self.write(px(52), middle, name, font, color, right - px(58))

    def _draw_person(self, room: Room, left: int, middle: int, ground: str) -> None:
        look = self.look
        photo = look.pictures.avatar(
            room.name,
            look.px(23),
            look.avatar_fill(room.name),
            look.palette.on_avatar,
            ground,
            look.presence_color(room.presence),
        )
        self.put(left, middle, photo)

    def _draw_badge(self, room: Room, right: int, middle: int, ground: str) -> int:
        """Draw how much is unread; give where the room for the name ends."""
        palette = self.look.palette
        if room.is_muted:
            return self._draw_muted(right, middle, ground)
        loud = room.waiting_for_me > 0
        count = room.waiting_for_me or room.waiting
        if not count:
            return right
        photo = self.look.pictures.pill(
            str(count) if count < 100 else "99+",
            self.look.px(19),
            palette.primary if loud else palette.card,
            palette.on_accent if loud else palette.text,
            ground,
        )
        self.put(right, middle, photo, "e")
        return right - photo.width() - self.look.px(6)

    def _draw_muted(self, right: int, middle: int, ground: str) -> int:
        """Draw the sign of a room that does not call one."""
        look, px = self.look, self.look.px
        sign = look.pictures.icon("bell-slash", px(14), look.palette.offline, ground)
        self.put(right, middle, sign, "e")
        return right - px(20)

    def _quiet_color(self, room: Room) -> str:
        palette = self.look.palette
        return palette.offline if room.is_muted else palette.muted
