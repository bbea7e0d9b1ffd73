"""The line at the window's foot: how the connection is, and the palette's name."""

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import Connectedness, MenuPart
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import plain
from chatapp.views.widgets.icon_button import IconButton
from chatapp.views.widgets.parted_menu import PartedMenu
from chatapp.views.windows.keys import MENU_KEYS, MODIFIER_NAME, RIGHT_CLICK, bind_known

_PALETTE_TIP = _(
    "Other colours ({modifier_name}+R). A right click keeps these, or bans them"
).format(modifier_name=MODIFIER_NAME)
# What stands between the parts of the line, all in all.
_DISTANCES = 60


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
        self._name = self._palette_name = ""
        self._is_safe = False
        self._add_tools()  # first of all, so that long details are cut and not these
        self._add_words()
        self.bind("<Configure>", lambda _event: self._fit())
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
        self.menu = PartedMenu(self.palette)
        bind_known(self.palette, (RIGHT_CLICK, *MENU_KEYS), self._open_menu)
        ttk.ToolTip(self.palette, text=_PALETTE_TIP, delay=600)

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
        ttk.ToolTip(self.identity, text=_("Your name, here and elsewhere"), delay=600)
        ttk.ToolTip(self.safety, text=_("By what this server is known"), delay=600)

    def show_connection(self, state: Connectedness, text: str) -> None:
        """Say how the connection is."""
        self._state = state
        self._connection.configure(text=f"  {plain(self._look.spell_emoji(text))}")
        self._paint()

    def show_safety(self, text: str, *, is_safe: bool) -> None:
        """Say whether the connection is encrypted; "" says nothing."""
        self._is_safe = is_safe
        self.safety.configure(text=f" {text}")
        if text:
            self.safety.pack(side="left", after=self._connection)
        else:
            self.safety.pack_forget()
        self._paint()

    def show_details(self, parts: Sequence[str]) -> None:
        """Say what else is known; the last part is who one is."""
        words = [plain(self._look.spell_emoji(part)) for part in parts]
        before = "".join(f"{word}   ·   " for word in words[:-1])
        self._details.configure(text=before.rstrip(" "))
        self._name = words[-1] if words else ""
        if words:
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
        self._fit_palette()

    def _fit_palette(self) -> None:
        """Give the palette's name what the tools and the connection's state leave."""
        look, width = self._look, self.winfo_width()
        others = [self.settings, self.wire, self.quiet, self._connection]
        if self.safety.winfo_manager():
            others.append(self.safety)
        taken = sum(widget.winfo_reqwidth() for widget in others)
        room = max(0, width - taken - look.px(_DISTANCES))
        fits = look.fonts.fitted(self._palette_name, look.fonts.small, room)
        text = fits if width > 1 else self._palette_name
        if str(self.palette.cget("text")) != text:
            self.palette.configure(text=text)

    def _fit(self) -> None:
        """Give the name one has as much room as the others leave."""
        self._fit_palette()
        look, others = (
            self._look,
            (
                self.palette,
                self.settings,
                self.wire,
                self.quiet,
                self._connection,
                self._details,
            ),
        )
        taken = sum(widget.winfo_reqwidth() for widget in others)
        if self.safety.winfo_manager():
            taken += self.safety.winfo_reqwidth()
        room = max(0, self.winfo_width() - taken - look.px(_DISTANCES))
        fits = look.fonts.fitted(self._name, look.fonts.small, room)
        self.identity.configure(text=fits if self.winfo_width() > 1 else self._name)

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
        self._fit()
