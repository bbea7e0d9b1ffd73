"""A bar that floats over the message under the pointer: what can be done about it."""

import tkinter as tk
from collections.abc import Callable, Sequence
from functools import partial

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import ActionOffer
from chatapp.views.look.palette import Look
from chatapp.views.widgets.hint import Area, meet
from chatapp.views.widgets.icon_button import IconButton

_SURFACE = "Notice"
_RIGHT = 18
_LEAST_TOP = 2
_MORE = _("More")
# About as wide as a button is, and as high as an emoji on it.
_WIDTH = 32
_EMOJI = 17


class ActionBar:
    """Buttons over a Text, made when they are first needed and then used again."""

    def __init__(
        self,
        over: tk.Text,
        look: Look,
        on_press: Callable[[str], None],
        on_more: Callable[[], None],
    ) -> None:
        """Show nothing yet.

        Args:
            over: the text whose messages the bar is for.
            look: colours and sizes.
            on_press: hears the name of the action whose button was pressed.
            on_more: hears that everything is wanted that can be done.
        """
        self.is_shown = False
        self._top = 0
        self._over = over
        self._look = look
        self._on_press = on_press
        self._frame = ttk.Frame(over, style="Line.TFrame")
        look.fit(self._frame, padding=1)
        self._inside = ttk.Frame(self._frame, style=f"{_SURFACE}.TFrame")
        self._inside.pack()
        look.fit(self._inside, padding=2)
        self._buttons: dict[str, ttk.Button] = {}
        self._names: list[str] | None = None
        self._more = self._button("three-dots", _MORE, on_more)
        self._frame.bind("<Leave>", lambda _event: over.event_generate("<Leave>"))

    def show(
        self,
        offers: Sequence[ActionOffer],
        top: int,
        free_from: int = 0,
        beside: Area | None = None,
    ) -> None:
        """Offer this on a message.

        Args:
            offers: what can be done about it.
            top: how many pixels down its first line begins.
            free_from: where that line ends which is to be read beside the bar.
            beside: something else that lies over the text, if it does.
        """
        offered = self._fitting([offer for offer in offers if offer.in_bar], free_from)
        names = [offer.name for offer in offered]
        if names != self._names:
            self._names = names
            self._arrange(offered)
        px = self._look.px
        self._top = max(px(_LEAST_TOP), top - self._frame.winfo_reqheight() // 2)
        self.is_shown = True
        if beside and self.area and meet(self.area, beside):
            self._top = beside[3] + px(_LEAST_TOP)
        self._frame.place(
            relx=1.0, x=-px(_RIGHT), y=self._top, anchor="ne", bordermode="outside"
        )

    @property
    def area(self) -> Area | None:
        """Where the bar lies, if it is shown."""
        if not self.is_shown:
            return None
        width, height = self._frame.winfo_reqwidth(), self._frame.winfo_reqheight()
        right = self._over.winfo_width() - self._look.px(_RIGHT)
        return right - width, self._top, right, self._top + height

    def hide(self) -> None:
        """Take the bar away."""
        if self.is_shown:
            self.is_shown = False
            self._frame.place_forget()

    def is_under_pointer(self) -> bool:
        """Tell whether the pointer is on the bar."""
        frame = self._frame
        x = frame.winfo_pointerx() - frame.winfo_rootx()
        y = frame.winfo_pointery() - frame.winfo_rooty()
        inside = 0 <= x < frame.winfo_width() and 0 <= y < frame.winfo_height()
        return self.is_shown and inside

    def _arrange(self, offers: Sequence[ActionOffer]) -> None:
        for button in (*self._buttons.values(), self._more):
            button.pack_forget()
        for offer in offers:
            self._button_of(offer).pack(side="left")
        self._more.pack(side="left")
        self._frame.update_idletasks()

    def _fitting(
        self, offers: list[ActionOffer], free_from: int
    ) -> Sequence[ActionOffer]:
        """Leave out what there is no room for: first the last emoji, then others."""
        right = _RIGHT * 2 if not free_from else _RIGHT
        room = self._over.winfo_width() - free_from - self._look.px(right)
        most = max(0, room // self._look.px(_WIDTH) - 1)  # one is for all the rest
        emoji = [offer for offer in offers if offer.emoji]
        others = [offer for offer in offers if not offer.emoji]
        shown = emoji[: max(0, most - len(others))]
        # The last are those that one needs most often.
        return [*shown, *others[max(0, len(others) - most) :]]

    def _button_of(self, offer: ActionOffer) -> ttk.Button:
        button = self._buttons.get(offer.name)
        if button is None:
            press = partial(self._on_press, offer.name)
            if offer.emoji:
                button = _EmojiButton(self._inside, self._look, offer.emoji, press)
            else:
                button = self._button(offer.icon, _tip(offer), press)
            self._buttons[offer.name] = button
        return button

    def _button(self, icon: str, tip: str, press: Callable[[], None]) -> IconButton:
        button = IconButton(self._inside, self._look, _SURFACE, icon, tip, press)
        button.configure(takefocus=False)
        return button


def _tip(offer: ActionOffer) -> str:
    return f"{offer.words} ({offer.key.upper()})" if offer.key else offer.words


class _EmojiButton(ttk.Button):
    """A flat button with an emoji on it."""

    def __init__(
        self, master: tk.Misc, look: Look, emoji: str, command: Callable[[], None]
    ) -> None:
        super().__init__(
            master,
            style=f"{_SURFACE}Tool.TButton",
            command=command,
            cursor="hand2",
            takefocus=False,
        )
        self.tip = emoji
        self._look = look
        self._emoji = emoji
        look.follow(self, self._paint)

    def _paint(self) -> None:
        look = self._look
        # See-through, one is right on each ground. With two for two states, Tk does not
        # draw a button anew whose picture is painted while the pointer is there.
        self._photo = look.emoji.photo(
            self._emoji, look.px(_EMOJI), "", look.palette.muted
        )
        self.configure(image=self._photo)
