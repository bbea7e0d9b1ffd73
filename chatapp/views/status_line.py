"""The line at the window's foot: how the connection is, and the palette's name."""

import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import Connectedness, MenuPart
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import plain
from chatapp.views.widgets.icon_button import IconButton
from chatapp.views.widgets.parted_menu import PartedMenu
from chatapp.views.widgets.tooltip import Tooltip
from chatapp.views.windows.keys import (
    MENU_CLICKS,
    MENU_KEYS,
    bind_known,
    label,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PALETTE_TIP = _(
    "Other colours ({key}). A right click keeps these, or bans them"
).format(key=label("Mod-r"))
# What stands between the parts of the line, all in all.
_DISTANCES = 60
# For a palette's name of which less could be read there is no room.
_LEAST_PALETTE = 34


class StatusLine(ttk.Frame):
    """Says how things stand; the last detail and the palette's name can be pressed."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Side.TFrame")
        look.fit(self, padding=(14, 1))
        self.on_palette: Callable[[], None] = lambda: None
        self.on_identity: Callable[[], None] = lambda: None
        self.on_safety: Callable[[], None] = lambda: None
        self.on_quiet: Callable[[], None] = lambda: None
        self.on_settings: Callable[[], None] = lambda: None
        self.on_wire: Callable[[], None] = lambda: None
        self.on_palette_menu: Callable[[], Sequence[MenuPart]] = lambda: ()
        self._look = look
        self._state = Connectedness.OFFLINE
        self._palette_name = self._safety_words = self._latency = ""
        self._identities = ("", "")
        self._is_safe = False
        self._add_tools()  # first of all, so that long details are cut and not these
        self._add_words()
        # The state has another size once letters have: later than it was asked for.
        for changing in (self, self._connection):
            changing.bind("<Configure>", lambda _event: self._fit())
        look.follow(self, self._paint)

    def _add_tools(self) -> None:
        """Put what can be pressed at the right end, and the palette's name."""
        look = self._look
        self.palette = ttk.Button(
            self, style="SideTool.TButton", command=self._palette, cursor="hand2"
        )
        self.settings = IconButton(
            self, look, "Side", "gear", _("Settings"), self._settings, size=13
        )
        self.wire = IconButton(
            self,
            look,
            "Side",
            "terminal",
            _("What goes over the wire"),
            self._wire,
            size=13,
        )
        self.settings.pack(side="right")
        self.quiet = IconButton(self, look, "Side", "bell", "", self._quiet, size=13)
        self.quiet.pack(side="right")
        self.wire.pack(side="right")
        self.palette.pack(side="right")
        self.menu = PartedMenu(self.palette, look)
        bind_known(self.palette, (*MENU_CLICKS, *MENU_KEYS), self._open_menu)
        Tooltip(self.palette, _PALETTE_TIP)

    def _add_words(self) -> None:
        """Put what is known of the connection at the left end."""
        look = self._look
        self._connection = ttk.Label(self, style="SideSmall.TLabel", compound="left")
        self._connection.pack(side="left")
        self.safety = ttk.Button(
            self,
            style="SideTool.TButton",
            command=self._safety,
            cursor="hand2",
            compound="left",
        )
        self._details = ttk.Label(self, style="SideSmall.TLabel")
        self._details.pack(side="left")
        look.space(self._details, padx=(14, 0))
        self.identity = ttk.Button(
            self, style="SideTool.TButton", command=self._identity, cursor="hand2"
        )
        Tooltip(self.identity, _("Your name, here and elsewhere"))
        Tooltip(self.safety, _("By what this server is known"))

    def show_connection(self, state: Connectedness, text: str) -> None:
        """Say how the connection is."""
        self._state = state
        self._connection.configure(text=f"  {plain(self._look.spell_emoji(text))}")
        self._paint()

    def show_safety(self, text: str, *, is_safe: bool) -> None:
        """Say whether the connection is encrypted; "" says nothing."""
        self._is_safe = is_safe
        self._safety_words = text
        if text:
            self.safety.pack(side="left", after=self._connection)
        else:
            self.safety.pack_forget()
        self._paint()

    def show_details(self, latency: str, identity: str, short: str) -> None:
        """Say how long the server takes, and who one is; "" says nothing.

        Where there is little room, `short` stands in place of `identity`.
        """
        self._latency = latency
        self._identities = (self._readable(identity), self._readable(short))
        if identity:
            self.identity.pack(side="left")
        else:
            self.identity.pack_forget()
        self._fit()

    def show_quiet(self, is_quiet: bool, tip: str) -> None:
        """Show the bell as it is, and say what pressing it does."""
        self.quiet.show_icon("bell-slash" if is_quiet else "bell")
        self.quiet.show_tip(tip)

    def show_palette(self, name: str) -> None:
        """Name the palette, as far as there is room for it."""
        self._palette_name = name
        self._fit()

    def _readable(self, text: str) -> str:
        return plain(self._look.spell_emoji(text))

    def _fit(self) -> None:
        """Leave out what is worth least until the rest has room.

        That is the palette's name first, of which a part may stay; who one is and how
        the connection is come last.
        """
        identity, short = self._identities
        safety, latency = self._safety_words, self._latency
        for words in (
            (safety, latency, identity),
            (safety, latency, short),
            (safety, "", short),
            ("", "", short),
        ):
            self._write(*words)
            if self._room() >= self._look.px(_LEAST_PALETTE):
                break
        look, room = self._look, self._room()
        if room < 0:
            width = look.fonts.width(look.fonts.small, short) + room
            fits = look.fonts.fitted(short, look.fonts.small, max(0, width))
            self.identity.configure(text=fits)
        self._name_palette(max(0, room))

    def _write(self, safety: str, latency: str, identity: str) -> None:
        between = latency and identity and f"{latency}   ·"
        texts = (
            (self.safety, f" {safety}" if safety else ""),
            (self._details, between or latency),
            (self.identity, identity),
        )
        for widget, text in texts:
            if str(widget.cget("text")) != text:
                widget.configure(text=text)

    def _room(self) -> int:
        """Tell how many pixels the others leave to the palette's name."""
        if self.winfo_width() <= 1:  # it is not shown yet
            return self._look.fonts.width(self._look.fonts.small, self._palette_name)
        tools = (self.settings, self.wire, self.quiet)
        words = (self._connection, self.safety, self._details, self.identity)
        others = [it for it in (*tools, *words) if it.winfo_manager()]
        taken = sum(widget.winfo_reqwidth() for widget in others)
        return self.winfo_width() - taken - self._look.px(_DISTANCES)

    def _name_palette(self, room: int) -> None:
        look = self._look
        fits = look.fonts.fitted(self._palette_name, look.fonts.small, room)
        if str(self.palette.cget("text")) != fits:
            self.palette.configure(text=fits)

    def _identity(self) -> None:
        self.on_identity()

    def _safety(self) -> None:
        self.on_safety()

    def _palette(self) -> None:
        self.on_palette()

    def _quiet(self) -> None:
        self.on_quiet()

    def _settings(self) -> None:
        self.on_settings()

    def _wire(self) -> None:
        self.on_wire()

    def _open_menu(self, event: "tk.Event[tk.Misc]") -> str:
        """Offer what can be done about the palette, above its name."""
        self.menu.fill(self.on_palette_menu())
        height = self.menu.menu.winfo_reqheight()
        place = event.widget.winfo_rootx(), event.widget.winfo_rooty() - height
        self.menu.pop_up(*place)
        return "break"

    def _paint(self) -> None:
        palette = self._look.palette
        color = {
            Connectedness.ONLINE: palette.online,
            Connectedness.OFFLINE: palette.offline,
        }.get(self._state, palette.away)
        self._dot = self._look.pictures.dot(self._look.px(9), color, palette.side)
        self._connection.configure(image=self._dot)
        sign = "lock" if self._is_safe else "unlock"
        color = palette.muted if self._is_safe else palette.away
        self._lock = self._look.pictures.icon(
            sign, self._look.px(12), color, palette.side
        )
        self.safety.configure(image=self._lock)
        self.show_palette(palette.name)
