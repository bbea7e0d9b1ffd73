"""A card to pick an emoji from: a field to search in, groups, and all emoji."""

import tkinter as tk
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.models.entities import Emoji, EmojiGroup
from chatapp.views.cards.card import Card
from chatapp.views.emoji.emoji_entry import EmojiEntry
from chatapp.views.emoji.emoji_grid import EmojiGrid
from chatapp.views.emoji.tone_row import ToneRow
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import cut_in_the_middle
from chatapp.views.widgets.form_field import show
from chatapp.views.widgets.search_field import SearchField
from chatapp.views.widgets.tooltip import Tooltip
from chatapp.views.widgets.wheel import bind_wheel
from chatapp.views.windows.keys import ALT, ENTER_KEYS

if TYPE_CHECKING:
    from chatapp.views.look.pictures import Photo

_AIR, _EDGE = 10, 12
_TAB = 18
_SHOWN = 26
_LONGEST_NAME = 16
_BESIDE_TAB, _ABOVE_TAB, _TAB_FACE = 6, 5, 2
_BESIDE_NAME = 30
# Shift keeps the card open, to pick several.
_KEPT_OPEN = 0x0001
_STEPS = {
    "<Left>": (-1, 0),
    "<Right>": (1, 0),
    "<Up>": (0, -1),
    "<Down>": (0, 1),
    "<Prior>": (0, -6),
    "<Next>": (0, 6),
}


class EmojiPicker(Card):
    """Arrows choose and Enter takes, or a click does; with Shift the card stays.

    Tab goes from group to group, and Escape gives it up.
    """

    def __init__(
        self, window: tk.Toplevel, look: Look, words: str, nothing: str
    ) -> None:
        super().__init__(window)
        look.fit(self, padding=_EDGE)
        self.on_search: Callable[[str], None] = lambda _text: None
        self.on_pick: Callable[[str], None] = lambda _emoji: None
        self.on_tone: Callable[[str], None] = lambda _tone: None
        self._look = look
        self._signs: list[str] = []
        self._tabs: list[ttk.Button] = []
        self._photos: list[Photo] = []
        self._room_for_name = 10_000
        self._place_of_pointer = window.winfo_pointerxy()
        self.field = SearchField(self, look, words)
        self.field.grid(row=0, sticky="ew")
        self.field.on_change = self._search
        self._strip = ttk.Frame(self, style="Page.TFrame")
        self._strip.grid(row=1, sticky="ew")
        look.space(self._strip, pady=(8, 2))
        self.grid_of_emoji = EmojiGrid(self, look)
        self.grid_of_emoji.grid(row=2)
        self.grid_of_emoji.on_point = self._pointed
        self.grid_of_emoji.on_pick = lambda emoji: self._take(emoji, stay=False)
        self._nothing = ttk.Label(self, text=nothing, style="PageMuted.TLabel")
        self._shown = ttk.Label(self, style="PageBold.TLabel", compound="left")
        self._shown.grid(row=3, sticky="w")
        look.space(self._shown, pady=(8, 0), padx=(4, 0))
        self.tones = ToneRow(self, look)
        self.tones.grid(row=3, sticky="e")
        look.space(self.tones, pady=(8, 0))
        self.tones.on_choose = self._choose_tone
        self._bind_keys()
        look.follow(self, self._paint)

    def open(self) -> None:
        """Show the card near what it is for, with the keyboard in its field."""
        self._keep_focus()
        self._look.scale.follow(self, self._place)
        self.lift()
        self.field.entry.focus_set()
        click = self._window.bind("<Button-1>", self._clicked_anywhere, add="+")
        self.bind("<Destroy>", lambda event: self._forget(event, click), add="+")

    def show_groups(self, groups: Sequence[EmojiGroup]) -> None:
        """Show all emoji there are, from the beginning."""
        self._show_tabs(groups)
        self._show(groups)

    def show_found(self, found: Sequence[Emoji]) -> None:
        """Show what was found, the best first, in place of the groups."""
        self._show([EmojiGroup("", "", tuple(found))])

    def show_tones(self, tones: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer tones of skin, each by a key and a hand in it; one is chosen."""
        self.tones.show(tones, chosen)

    def _show(self, groups: Sequence[EmojiGroup]) -> None:
        self.grid_of_emoji.show(groups)
        if self.grid_of_emoji.chosen:
            self._nothing.place_forget()
        else:
            self._nothing.place(in_=self.grid_of_emoji, relx=0.5, rely=0.4, anchor="n")

    def _search(self, text: str) -> None:
        self.on_search(text)

    # -- groups -------------------------------------------------------------------

    def _show_tabs(self, groups: Sequence[EmojiGroup]) -> None:
        if len(self._signs) != len(groups):
            for tab in self._tabs:
                tab.destroy()
            self._tabs = [self._new_tab(place, it) for place, it in enumerate(groups)]
            self._signs = [group.sign for group in groups]
            self._paint_tabs()

    def _new_tab(self, place: int, group: EmojiGroup) -> ttk.Button:
        tab = ttk.Button(
            self._strip,
            style="PageTool.TButton",
            cursor="hand2",
            takefocus=False,
            command=lambda: self._go_to(place),
        )
        tab.grid(row=0, column=place)
        self._strip.columnconfigure(place, weight=1)
        Tooltip(tab, group.title)
        return tab

    def _go_to(self, place: int) -> None:
        if self.field.text:
            self.field.fill("")
        self.grid_of_emoji.show_group(place)
        self.field.entry.focus_set()

    # -- choosing -----------------------------------------------------------------

    def _bind_keys(self) -> None:
        bind = self.field.entry.bind
        for key, (columns, rows) in _STEPS.items():
            bind(key, self._stepping(columns, rows))
        for key in ENTER_KEYS:
            bind(key, self._entered)
        bind(f"<{ALT}-Left>", lambda _event: self._step_tone(-1))
        bind(f"<{ALT}-Right>", lambda _event: self._step_tone(1))
        bind("<Tab>", lambda _event: self._next_group(1))
        for back in ("<Shift-Tab>", "<<PrevWindow>>"):
            bind(back, lambda _event: self._next_group(-1))
        bind_wheel(self.field.entry, self._turn)

    def _stepping(
        self, columns: int, rows: int
    ) -> "Callable[[tk.Event[tk.Misc]], str | None]":
        def step(_event: "tk.Event[tk.Misc]") -> str | None:
            if columns and self.field.text:  # then the arrows belong to the text
                return None
            self.grid_of_emoji.step(columns, rows)
            return "break"

        return step

    def _turn(self, turns: int) -> str:
        self.grid_of_emoji.scroll(turns)
        return "break"

    def _choose_tone(self, tone: str) -> None:
        self.on_tone(tone)
        self.field.entry.focus_set()

    def _step_tone(self, steps: int) -> str:
        self.tones.step(steps)
        return "break"

    def _next_group(self, steps: int) -> str:
        self.grid_of_emoji.step_group(steps)
        return "break"

    def _entered(self, event: "tk.Event[tk.Misc]") -> str:
        chosen = self.grid_of_emoji.chosen
        if chosen:
            self._take(chosen, stay=bool(int(event.state) & _KEPT_OPEN))
        return "break"

    def _take(self, emoji: Emoji, *, stay: bool) -> None:
        if not stay:
            self.close()
        self.on_pick(emoji.text)

    def _clicked_anywhere(self, event: "tk.Event[tk.Misc]") -> None:
        """Give it up at a click beside it."""
        if not str(event.widget).startswith(str(self)):
            self._focus_before = None  # the click has put it where it belongs
            self.close()

    def _forget(self, event: "tk.Event[tk.Misc]", click: str) -> None:
        if event.widget is self:
            self._window.unbind("<Button-1>", click)

    # -- how it looks -------------------------------------------------------------

    def _pointed(self, emoji: Emoji | None) -> None:
        """Say what the chosen one is called."""
        if emoji is None:
            self._shown.configure(text="", image="")
            return
        look = self._look
        self._picture = look.emoji.photo(
            emoji.text, look.px(_SHOWN), look.palette.page, look.palette.muted
        )
        name = cut_in_the_middle(emoji.name, _LONGEST_NAME)
        fonts, room = look.fonts, self._room_for_name
        name = fonts.fitted(f":{name}:", fonts.label, room)
        self._shown.configure(text=f"  {name}", image=str(self._picture))

    def _anchor(self) -> tuple[int, int]:
        """Give where the card belongs: at what was pressed, or over the box by key."""
        pointed = self._window.winfo_containing(*self._place_of_pointer)
        box = self._focus_before
        if isinstance(box, EmojiEntry) and not isinstance(pointed, ttk.Button):
            return box.winfo_rootx() + box.winfo_width(), box.winfo_rooty()
        return self._place_of_pointer

    def _place(self) -> None:
        """Stand over that, as a whole within the window."""
        self.update_idletasks()
        air = self._look.px(_AIR)
        window = self._window
        edges = 2 * (air + self._look.px(_EDGE))
        rest = self.winfo_reqheight() - self.grid_of_emoji.winfo_reqheight()
        high = window.winfo_height() - 2 * air - rest
        self.grid_of_emoji.limit(window.winfo_width() - edges, high)
        self.update_idletasks()
        self._fit_lines()
        self.update_idletasks()
        width, height = self.winfo_reqwidth(), self.winfo_reqheight()
        x, y = self._anchor()
        left = x - window.winfo_rootx() - width // 2
        top = y - window.winfo_rooty() - height - 2 * air
        left = max(air, min(left, window.winfo_width() - width - air))
        top = max(air, min(top, window.winfo_height() - height - air))
        self.place(x=left, y=top)

    def _fit_lines(self) -> None:
        """Have the groups and the name of the chosen one no wider than the emoji."""
        px, room = self._look.px, self.grid_of_emoji.winfo_reqwidth()
        if self._tabs:
            free = room // len(self._tabs) - px(_TAB)
            beside = max(0, min(px(_BESIDE_TAB), free // 2 - px(_TAB_FACE)))
            for tab in self._tabs:
                tab.configure(padding=(beside, px(_ABOVE_TAB)))
        beside_name = self.tones.winfo_reqwidth() + px(_SHOWN + _BESIDE_NAME)
        self._room_for_name = room - beside_name
        show(self._shown, self._room_for_name >= 0)
        self._pointed(self.grid_of_emoji.chosen)

    def _paint_tabs(self) -> None:
        look = self._look
        self._photos = [
            look.emoji.photo(sign, look.px(_TAB), look.palette.page, look.palette.muted)
            for sign in self._signs
        ]
        for tab, photo in zip(self._tabs, self._photos, strict=True):
            tab.configure(image=str(photo))

    def _paint(self) -> None:
        self._paint_tabs()
        self._pointed(self.grid_of_emoji.chosen)
