"""A small card over the window with a title, what it is about, and two buttons."""

import tkinter as tk
from collections.abc import Callable, Iterator

import ttkbootstrap as ttk

from chatapp.views.cards.card import Card
from chatapp.views.cards.card_foot import CardFoot
from chatapp.views.cards.card_place import CardPlace
from chatapp.views.emoji.emoji_words import WordsOn
from chatapp.views.look.palette import Look
from chatapp.views.widgets.emoji_field import EmojiField
from chatapp.views.widgets.fitted_label import FittedLabel
from chatapp.views.widgets.form_field import FormField
from chatapp.views.widgets.scrolled_rows import ScrolledRows

PINNED_ROW = 1
"""Where in the grid of a card that stands which is never scrolled away."""
_CONTENT_ROW, _FOOT_ROW, BELOW_ROW = 2, 3, 4
_BESIDE, _ABOVE, _BELOW = 6, 6, 8
_LOW, _NARROW = 470, 460
_STEPS = {"<Up>": -1, "<Down>": 1, "<Prior>": -5, "<Next>": 5}
"""The keys that scroll what a card is about, from its buttons."""
_PADDING, _LESS_PADDING = (26, 22, 26, 20), (18, 10, 18, 12)
"""What a card leaves free within its edges, and where the window is small."""


class Dialog(Card):
    """Stays until it is answered or given up; pointer and keyboard are its own.

    What it is about is in `content`, which scrolls where the window is too low for it.
    Title and buttons, which are in `foot`, stay in sight as long as that leaves it some
    room; else the card is moved as a whole, by the wheel and with the keyboard.
    """

    width = 400
    """How wide it is at no zoom, where there is room for it."""
    middle = 0.42
    """How far down its middle is, as a share of the window's height."""
    least = 80
    """How high its content is at least, at no zoom, however low the window is."""

    def __init__(
        self,
        window: tk.Toplevel,
        look: Look,
        title: str,
        words: str,
        action: str,
        cancel: str,
    ) -> None:
        super().__init__(window)
        self._look = look
        self._words: ttk.Label | None = None
        self._air = 0
        self._is_fitting = True
        self._card_place = CardPlace(self, window, look, self.middle, self._place)
        self.columnconfigure(0, weight=1)
        heading = FittedLabel(self, look, "PageHeading.TLabel", look.fonts.heading)
        heading.show(title)
        heading.grid(sticky="ew")
        self.scrolled = ScrolledRows(self, look)
        self.scrolled.grid(row=_CONTENT_ROW, sticky="ew")
        self.content = self.scrolled.rows
        self.content.columnconfigure(0, weight=1)
        self.content.bind("<Configure>", lambda _event: self._refit(), add="+")
        if words:
            self._add_words(words)
        foot = self.foot = CardFoot(self, look)
        foot.grid(row=_FOOT_ROW, sticky="ew")
        self.cancel = ttk.Button(
            foot, text=cancel, style="Second.TButton", command=self.close
        )
        self.action = ttk.Button(foot, style="Main.TButton", command=self.submit)
        WordsOn(self.action, look, look.fonts.label).show(action)
        foot.show((self.cancel, self.action))

    def submit(self) -> None:
        """Do what the dialog is about, and close."""
        self.close()

    def show(self, first: tk.Misc) -> None:
        """Stand in the middle, over all else; the keyboard is at `first`."""
        self._keep_focus()
        self._is_fitting = False
        self._look.scale.follow(self, self._place)
        self.scrolled.tie()
        for button in self.foot.buttons:
            for key, steps in _STEPS.items():
                button.bind(key, self._stepping(steps))
        self._card_place.follow()
        self.lift()
        # Else the focus would come only with the widget's first sight, and what is
        # typed in between would go where it was before.
        self.update_idletasks()
        first.focus_set()
        if self.winfo_viewable():
            self.grab_set()  # what lies around the card is not to be pressed

    def focused(self, widget: tk.Misc) -> None:
        """Have in sight what has the focus, with as much of the content as can be."""
        super().focused(widget)
        self._card_place.reveal(self.scrolled)
        self.reveal(widget)

    def reveal(self, widget: tk.Misc) -> None:
        """Scroll the content, and move the card, until one sees a part of it."""
        if str(widget).startswith(f"{self.content}."):
            self.scrolled.reveal(widget)
            self.update_idletasks()  # it stands there only then
        self._card_place.reveal(widget)

    def _stepping(self, steps: int) -> "Callable[[tk.Event[tk.Misc]], str]":
        def step(_event: "tk.Event[tk.Misc]") -> str:
            if self.scrolled.scroll(steps) is None:
                self._card_place.move(steps)
            return "break"

        return step

    def fit_content(self, room: int) -> int:
        """Make what scrolls fit; tells how high it is to be, of so many pixels."""
        return min(room, self.content.winfo_reqheight())

    def leave(self, part: ttk.Frame, room: int, least: float, most: float) -> None:
        """Make a part of the content as high as the others leave it of the room.

        Args:
            part: which keeps the height that it is given.
            room: how high the content may be, in pixels.
            least: how high the part is at least, at no zoom.
            most: how high it is where there is room.
        """
        self.update_idletasks()
        others = self.content.winfo_reqheight() - part.winfo_reqheight()
        px = self._look.px
        height = room - others
        if height < px(least):  # then all of the part is seen, and others by scrolling
            height = min(px(least), room)
        part.configure(height=min(px(most), height))
        self.update_idletasks()

    def _add_words(self, text: str) -> None:
        words = self._look.spell_emoji(text)
        self._words = ttk.Label(self.content, text=words, style="PageMuted.TLabel")
        self._words.grid(row=1, sticky="w", columnspan=2)
        self._look.space(self._words, pady=(4, 0))

    @property
    def is_low(self) -> bool:
        """Whether the window is so low that there is less air in the card."""
        return 1 < self._window.winfo_height() < self._look.px(_LOW)

    @property
    def inner_width(self) -> int:
        """How many pixels there are between the edges."""
        left, _top, right, _bottom = self._padding()
        return self._whole_width() - left - right - self._look.px(8)

    def _whole_width(self) -> int:
        room = self._window.winfo_width() - 2 * self._look.px(_BESIDE)
        return min(self._look.px(self.width), room if room > 0 else 10_000)

    def _padding(self) -> tuple[int, ...]:
        is_narrow = 1 < self._window.winfo_width() < self._look.px(_NARROW)
        wide = _LESS_PADDING if is_narrow else _PADDING
        high = _LESS_PADDING if self.is_low else _PADDING
        return tuple(map(self._look.px, (wide[0], high[1], wide[2], high[3])))

    def _place(self) -> None:
        self.configure(padding=self._padding())
        if self._words:
            self._words.configure(wraplength=self.inner_width)
        for field in _fields_in(self):
            field.keep_line(not self.is_low)
        self.scrolled.show_width(self.inner_width)
        self.update_idletasks()  # what has another size is to be measured anew
        self.foot.fit(self.inner_width)
        self._refit()
        self.update_idletasks()
        self._card_place.put(self._whole_width())

    def _refit(self) -> None:
        """Have the content as high as it is, or as the window has room for it."""
        if self._is_fitting:
            return  # not shown yet, or what this has changed wants to be fitted
        self._is_fitting = True
        try:
            self._fit_height()
        finally:
            self._is_fitting = False

    def _fit_height(self) -> None:
        self.update_idletasks()
        px, window = self._look.px, self._window.winfo_height()
        rest = self.winfo_reqheight() - self.scrolled.winfo_reqheight() - self._air
        room = window - rest - 2 * px(_ABOVE) if window > 1 else 10_000
        height = self.fit_content(max(px(self.least), room))
        self.update_idletasks()
        scrolls = self.content.winfo_reqheight() > height
        self._air = px(_BELOW) if scrolls else 0
        self.foot.grid(pady=(self._air, 0))
        self.scrolled.show_height(height - self._air)


def _fields_in(part: tk.Misc) -> Iterator[FormField | EmojiField]:
    for child in part.winfo_children():
        if isinstance(child, FormField | EmojiField):
            yield child
        else:
            yield from _fields_in(child)
