"""A card to write down how a new room shall be: its name, its topic, who may come."""

import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import NewRoom
from chatapp.views.cards.dialog import Dialog
from chatapp.views.cards.settings_rows import SwitchRow
from chatapp.views.look.palette import Look
from chatapp.views.widgets.emoji_field import EmojiField
from chatapp.views.widgets.form_field import FormField

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE, MAKE, CANCEL = _("Make a room"), _("Make it"), _("Cancel")
NAME, EXAMPLE, TOPIC = _("Name"), _("garden"), _("What it is about")
PRIVATE, PRIVATE_WORDS = _("Private"), _("It does not stand in the list of rooms.")
INVITED, INVITED_WORDS = (
    _("By invitation only"),
    _("Others ask somebody in it to invite them."),
)
_AIR, _LOW_AIR = 12, 4
"""How far its parts stand apart, and in a low window."""


class RoomMaker(Dialog):
    """Stays until the room can be made, or is given up."""

    width = 440

    def __init__(self, window: tk.Toplevel, look: Look, name: str, hint: str) -> None:
        super().__init__(window, look, TITLE, hint, action=MAKE, cancel=CANCEL)
        self.on_make: Callable[[NewRoom], None] = lambda _room: None
        self._body = ttk.Frame(self.content, style="Page.TFrame")
        self._body.grid(row=2, columnspan=2, sticky="ew")
        self._body.columnconfigure(0, weight=1)
        look.space(self._body, pady=(12, 8))
        self.name = FormField(self._body, look, NAME, EXAMPLE)
        self.name.text = name
        self.topic = EmojiField(self._body, look, TOPIC)
        self.private = SwitchRow(self._body, look, PRIVATE, PRIVATE_WORDS)
        self.invited = SwitchRow(self._body, look, INVITED, INVITED_WORDS)
        self._parts = (self.name, self.topic, self.private, self.invited)
        for row, part in enumerate(self._parts):
            part.grid(row=row, sticky="ew")
        for tick in (self.private.tick, self.invited.tick):
            tick.on_change = tick.show
        for entered in (self.name, self.topic, self.private.tick, self.invited.tick):
            entered.on_enter = self.submit

    def open(self) -> None:
        """Show the card in the middle of the window, the keyboard in its name."""
        self.show(self.name.entry)
        self.name.take_focus()

    def fit_content(self, room: int) -> int:
        """Have less air between the parts where the window is low."""
        for part in self._parts:
            # A field has a line under it already, for what may be wrong.
            is_near = self.is_low or isinstance(part, FormField)
            part.grid_configure(pady=(0, self._look.px(_LOW_AIR if is_near else _AIR)))
        self.update_idletasks()
        return super().fit_content(room)

    def submit(self) -> None:
        """Have the room made as it is written down here."""
        room = NewRoom(
            self.name.text,
            self.topic.text,
            self.private.tick.is_on,
            self.invited.tick.is_on,
        )
        self.on_make(room)

    def show_problem(self, name: str, topic: str) -> None:
        """Say what is wrong with the name and with the topic, if anything is."""
        self.topic.show_problem(topic)
        self.name.show_problem(name)
        (self.name if name else self.topic).take_focus()
