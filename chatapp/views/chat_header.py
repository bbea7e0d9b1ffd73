"""The line above the transcript: where one is, and what can be done about it."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import RoomKind
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import plain
from chatapp.views.widgets.fitted_label import FittedLabel
from chatapp.views.widgets.form_field import show
from chatapp.views.widgets.icon_button import IconButton

SHOW_ROOMS = _("Show the rooms")
_PADDING, _LOW_PADDING = (20, 11, 14, 10), (20, 3, 14, 3)


class ChatHeader(ttk.Frame):
    """Names the room, and holds the buttons that concern it."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self.on_topic: Callable[[], None] = lambda: None
        self.on_leave: Callable[[], None] = lambda: None
        self.on_search: Callable[[], None] = lambda: None
        self.on_people: Callable[[], None] = lambda: None
        self.on_rooms: Callable[[], None] = lambda: None
        self.on_invite: Callable[[], None] = lambda: None
        self._look = look
        self._kind = RoomKind.CHANNEL
        self._title_text = ""
        self._low = False
        self.columnconfigure(2, weight=1)
        self.rooms = self._button("list", SHOW_ROOMS, self._rooms)
        self.rooms.grid(row=0, column=0, rowspan=2)
        look.space(self.rooms, padx=(0, 6))
        self.rooms.grid_remove()
        self._sign = ttk.Label(self, style="Page.TLabel")
        self._sign.grid(row=0, column=1, rowspan=2)
        look.space(self._sign, padx=(0, 12))
        self._title = FittedLabel(self, look, "PageHeading.TLabel", look.fonts.heading)
        self._title.grid(row=0, column=2, sticky="ew")
        self._subtitle = FittedLabel(self, look, "PageSmall.TLabel", look.fonts.small)
        self._subtitle.grid(row=1, column=2, sticky="ew")
        self.invite = self._button("person-plus", _("Invite others"), self._invite)
        self.topic = self._button("pencil", _("Change the topic"), self._topic)
        self.search = self._button(
            "search", _("Search, pinned and saved"), self._search
        )
        self.people = self._button(
            "people", _("Show or hide who is here"), self._people
        )
        self.leave = self._button("box-arrow-right", _("Leave this room"), self._leave)
        buttons = (self.invite, self.topic, self.search, self.people, self.leave)
        for column, button in enumerate(buttons, 3):
            button.grid(row=0, column=column, rowspan=2)
            look.space(button, padx=1)
        self.invite.grid_remove()
        look.scale.follow(self, self._fit_padding)
        look.follow(self, self._paint)

    def show_room(
        self, title: str, subtitle: str, kind: RoomKind, *, leave: bool, topic: bool
    ) -> None:
        """Name a room; `leave` and `topic` tell whether those can be done."""
        self._kind = kind
        self._title_text = plain(title)
        self._title.show(title)
        self._subtitle.show(subtitle)
        direct = kind is RoomKind.DIRECT
        self.leave.show_tip(
            _("Close this conversation") if direct else _("Leave this room")
        )
        show(self.topic, topic)
        show(self.leave, leave)
        show(self.people, not direct)
        self._paint()

    def show_low(self, low: bool) -> None:
        """Say no more than the room's name where the window is low."""
        self._low = low
        for part in (self._sign, self._subtitle):
            show(part, not low)
        self._fit_padding()

    def show_invite(self, visible: bool) -> None:
        """Offer to invite others, or do not."""
        show(self.invite, visible)

    def show_folded(self, folded: bool) -> None:
        """Offer the rooms while their rail is folded away."""
        show(self.rooms, folded)

    def show_waiting(self, count: int) -> None:
        """Say at the button of the rooms how many messages for oneself wait there."""
        more = _(": {count} for you").format(count=count) if count else ""
        self.rooms.show_tip(f"{SHOW_ROOMS}{more}")
        self.rooms.configure(text=str(count or ""), compound="left")

    def _fit_padding(self) -> None:
        padding = _LOW_PADDING if self._low else _PADDING
        self.configure(padding=tuple(map(self._look.px, padding)))

    def _button(self, icon: str, tip: str, command: Callable[[], None]) -> IconButton:
        return IconButton(self, self._look, "Page", icon, tip, command)

    def _invite(self) -> None:
        self.on_invite()

    def _topic(self) -> None:
        self.on_topic()

    def _search(self) -> None:
        self.on_search()

    def _people(self) -> None:
        self.on_people()

    def _leave(self) -> None:
        self.on_leave()

    def _rooms(self) -> None:
        self.on_rooms()

    def _paint(self) -> None:
        look, palette, px = self._look, self._look.palette, self._look.px
        if self._kind is RoomKind.DIRECT:
            self._photo = look.pictures.avatar(
                self._title_text,
                px(30),
                look.avatar_fill(self._title_text),
                palette.on_avatar,
                palette.page,
            )
        else:
            self._photo = look.pictures.icon(
                "hash", px(24), palette.accent, palette.page
            )
        self._sign.configure(image=self._photo)
