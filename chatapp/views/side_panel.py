"""The panel at the window's side: searches, what is pinned, and what one has saved."""

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import PanelLine, PanelTab
from chatapp.views.emoji.emoji_words import WordsOn
from chatapp.views.look.palette import Look
from chatapp.views.widgets.fitted_label import FittedLabel
from chatapp.views.widgets.form_field import IN_LABEL
from chatapp.views.widgets.icon_button import IconButton
from chatapp.views.widgets.panel_list import PanelList
from chatapp.views.widgets.search_field import SearchField
from chatapp.views.windows.keys import ENTER_KEYS, delete_keys

_TABS = {
    PanelTab.SEARCH: ("search", _("Search")),
    PanelTab.PINNED: ("pin-angle", _("Pinned in this room")),
    PanelTab.SAVED: ("bookmark", _("Saved by you")),
}
_EDGE = 14


class SidePanel(ttk.Frame):
    """Up and Down choose a message, Enter goes to it; Delete takes it from a list."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Side.TFrame")
        self.on_tab: Callable[[PanelTab], None] = lambda _tab: None
        self.on_type: Callable[[str], None] = lambda _text: None
        self.on_scope: Callable[[bool], None] = lambda _here: None
        self.on_more: Callable[[], None] = lambda: None
        self.on_choose: Callable[[str], None] = lambda _key: None
        self.on_enter: Callable[[], None] = lambda: None
        self.on_remove: Callable[[str], None] = lambda _key: None
        self.on_close: Callable[[], None] = lambda: None
        self.on_opened: Callable[[bool], None] = lambda _is_open: None
        self.closes_itself = False
        self._look = look
        self._tab = PanelTab.SEARCH
        self._tabs: dict[PanelTab, IconButton] = {}
        self._build_head()
        self.columnconfigure(0, weight=1)
        self.rowconfigure(3, weight=1)
        self._search = ttk.Frame(self, style="Side.TFrame")
        self._search.grid(row=1, sticky="ew")
        look.space(self._search, padx=_EDGE, pady=(0, 6))
        self.field = SearchField(self._search, look, _("Search"))
        self.field.pack(fill="x")
        self.field.on_change = self._typed
        self._scope = _Scope(self._search, look)
        self._scope.pack(fill="x")
        look.space(self._scope, pady=(6, 0))
        self._scope.on_choose = self._scoped
        self._note = ttk.Label(self, style="SideMuted.TLabel", takefocus=False)
        self._note.grid(row=2, sticky="ew")
        look.space(self._note, padx=_EDGE, pady=(2, 8))
        self._note.grid_remove()
        self.list = PanelList(self, look)
        self.list.on_more = self._more
        self.list.on_choose = self._chosen
        self.list.grid(row=3, sticky="nsew")
        self.bind("<Configure>", self._resized)
        for widget in (self.field.entry, self.list.text):
            self._bind_keys(widget)

    @property
    def pane(self) -> tk.Misc:
        """What has the keyboard in the panel."""
        is_search = self._tab is PanelTab.SEARCH
        return self.field.entry if is_search else self.list.text

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the panel."""
        return str(self.focus_lastfor()).startswith(f"{self}.")

    # -- what the controller tells ------------------------------------------------

    def show_tabs(self, tabs: Sequence[PanelTab]) -> None:
        """Offer these parts of the panel."""
        for button in self._tabs.values():
            button.destroy()
        self._tabs.clear()
        for tab in tabs if len(tabs) > 1 else ():
            icon, tip = _TABS[tab]
            button = IconButton(
                self._head, self._look, "Side", icon, tip, self._opening(tab), size=15
            )
            button.pack(side="left")
            self._tabs[tab] = button

    def open(self, tab: PanelTab) -> None:
        """Show the panel with this part of it, and give it the keyboard."""
        self._tab = tab
        self._title.show(_TABS[tab][1])
        for each, button in self._tabs.items():
            button.state(["selected" if each is tab else "!selected"])
        self.list.clear()
        self.show_note("")
        if tab is PanelTab.SEARCH:
            self._search.grid()
            # The words of the search before go as soon as one types others.
            self.field.select()
        else:
            self._search.grid_remove()
        self.on_opened(True)
        # Only what is on the screen gets the keyboard at once, with what is typed next.
        self.update_idletasks()
        self.pane.focus_set()

    def close(self) -> None:
        """Take the panel away."""
        self.list.clear()
        self.on_opened(False)
        self.on_close()

    def fill(self, text: str) -> None:
        """Write what to search by."""
        self.field.fill(text)

    def text(self) -> str:
        """Give what is written to search by."""
        return self.field.text

    def show_scope(self, here: bool, room: str) -> None:
        """Tell where is searched: in this room, or everywhere."""
        self._scope.show(here, room)

    def show_note(self, text: str, *, is_error: bool = False) -> None:
        """Say something over the list; "" takes it away."""
        style = "SideDanger.TLabel" if is_error else "SideMuted.TLabel"
        self._note.configure(text=text, style=style)
        if text:
            self._note.grid()
        else:
            self._note.grid_remove()

    def clear(self) -> None:
        """Empty the list."""
        self.list.clear()

    def add_lines(self, lines: Sequence[PanelLine], *, has_more: bool) -> None:
        """Put messages under those that are in the list."""
        self.list.add(lines, has_more=has_more)

    def remove_line(self, key: str) -> None:
        """Take a message out of the list."""
        self.list.remove(key)

    def go_to_chosen(self) -> None:
        """Go to the message that is chosen, if the keyboard is still here."""
        if self.list.chosen and self.has_keyboard:
            self._chosen(self.list.chosen)

    # -- what people do -----------------------------------------------------------

    def _build_head(self) -> None:
        head = ttk.Frame(self, style="Side.TFrame")
        head.grid(row=0, sticky="ew")
        self._look.space(head, padx=(_EDGE, 8), pady=(10, 6))
        close = IconButton(
            head, self._look, "Side", "x-lg", _("Close (Esc)"), self.close, size=14
        )
        close.pack(side="right")
        self._head = ttk.Frame(head, style="Side.TFrame")
        self._head.pack(side="right")
        self._title = FittedLabel(
            head, self._look, "SideBold.TLabel", self._look.fonts.label
        )
        self._title.pack(side="left", fill="x", expand=True)

    def _typed(self, text: str) -> None:
        self.on_type(text)

    def _scoped(self, here: bool) -> None:
        self.on_scope(here)

    def _more(self) -> None:
        self.on_more()

    def _chosen(self, key: str) -> None:
        """Go to a message; where the panel lies over it, it goes."""
        self.on_choose(key)
        if self.closes_itself:
            self.close()

    def _opening(self, tab: PanelTab) -> Callable[[], None]:
        return lambda: self.on_tab(tab)

    def _bind_keys(self, widget: tk.Misc) -> None:
        bind = widget.bind
        for key, steps in (("<Up>", -1), ("<Down>", 1), ("<Prior>", -5), ("<Next>", 5)):
            bind(key, self._stepping(steps))
        for key in ENTER_KEYS:
            bind(key, lambda _event: self._enter())
        bind("<Escape>", lambda _event: self._escape())
        if widget is self.list.text:
            for key in delete_keys():
                bind(key, lambda _event: self._delete())

    def _stepping(self, steps: int) -> "Callable[[tk.Event[tk.Misc]], str]":
        def step(_event: "tk.Event[tk.Misc]") -> str:
            self.list.step(steps)
            return "break"

        return step

    def _enter(self) -> str:
        self.on_enter()
        return "break"

    def _escape(self) -> str:
        self.close()
        return "break"

    def _delete(self) -> str:
        if self.list.chosen:
            self.on_remove(self.list.chosen)
        return "break"

    def _resized(self, event: "tk.Event[tk.Misc]") -> None:
        if event.widget is self:
            self._note.configure(
                wraplength=event.width - 2 * self._look.px(_EDGE) - IN_LABEL
            )


class _Scope(ttk.Frame):
    """Two buttons that say where is searched."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Side.TFrame")
        self.on_choose: Callable[[bool], None] = lambda _here: None
        self._look = look
        self._buttons = {
            here: ttk.Button(
                self,
                style="SideTool.TButton",
                cursor="hand2",
                command=self._choosing(here),
            )
            for here in (True, False)
        }
        for button in self._buttons.values():
            button.pack(side="left")
        self._words = WordsOn(self._buttons[True], look, look.fonts.small)

    def show(self, here: bool, room: str) -> None:
        """Mark where is searched; without a room that is everywhere."""
        look = self._look
        in_room, everywhere = self._buttons[True], self._buttons[False]
        if room:
            in_room.pack(side="left", before=everywhere)
        else:
            in_room.pack_forget()
        short = look.fonts.fitted(room, look.fonts.small, look.px(150))
        self._words.show(_("In {short}").format(short=short))
        everywhere.configure(text=_("Everywhere"))
        for each, button in self._buttons.items():
            button.state(["selected" if each is here else "!selected"])

    def _choosing(self, here: bool) -> Callable[[], None]:
        return lambda: self.on_choose(here)
