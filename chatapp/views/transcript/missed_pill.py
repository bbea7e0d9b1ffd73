"""A pill over the transcript's top that leads up to the first message not read."""

import tkinter as tk
from collections.abc import Callable
from datetime import datetime

import ttkbootstrap as ttk

from chatapp.calendar_words import write_moment
from chatapp.language import gettext as _
from chatapp.language import ngettext, number
from chatapp.views.look.palette import Look
from chatapp.views.transcript.manner import Manner
from chatapp.views.transcript.shown_rows import ShownRows
from chatapp.views.widgets.hint import Area
from chatapp.views.widgets.tooltip import Tooltip

_EDGE = 12
_GAP = 4
_MOST_SHARE = 1 / 3
"""How much of the height the pill may take from what one reads."""


class MissedPill:
    """Tells how much is new above, until one has been there or waves it away."""

    def __init__(
        self,
        over: tk.Text,
        look: Look,
        rows: ShownRows,
        on_press: Callable[[], None],
    ) -> None:
        self.is_shown = False
        self._over = over
        self._look = look
        self._rows = rows
        self._key: str | None = None
        self._is_done = False
        self._frame = ttk.Frame(over, style="Page.TFrame")
        self._button = ttk.Button(
            self._frame,
            style="Jump.TButton",
            command=on_press,
            cursor="hand2",
            takefocus=False,  # Shift+Tab leads on to the messages, and F7 does this
        )
        self._button.pack(side="left")
        self._close = ttk.Button(
            self._frame,
            style="Jump.TButton",
            command=self._dismiss,
            cursor="hand2",
            takefocus=False,
        )
        self._close.pack(side="left", fill="y")
        Tooltip(self._button, _("Go to the first new message (F7)"))
        Tooltip(self._close, _("Stay here"))
        look.space(self._close, padx=(_GAP, 0))
        over.bind("<Configure>", lambda _event: self._place(), add="+")
        look.follow(self._frame, self._paint)

    @property
    def area(self) -> Area | None:
        """Where the pill lies, if it does."""
        if not self._frame.winfo_manager():
            return None
        width, height = self._frame.winfo_reqwidth(), self._frame.winfo_reqheight()
        left, top = (self._over.winfo_width() - width) // 2, self._look.px(_EDGE)
        return left, top, left + width, top + height

    @property
    def bottom(self) -> int:
        """How many pixels from the top the pill takes."""
        return self.area[3] if self.area else 0

    def line_moved(self, key: str | None) -> None:
        """Note before which message the NEW line stands now."""
        if key is None or self._key is not None:
            self._is_done = False
        self._key = key

    def show(self, count: int, since: datetime | None) -> None:
        """Say how much is new and since when, unless one sees where it begins."""
        if not count or self._is_done:
            self._hide()
            return
        words = ngettext("{count} new", "{count} new", count)
        when = ""
        if since:
            words = ngettext(
                "{count} new since {when}", "{count} new since {when}", count
            )
            when = _moment(since, self._look.manner)
        self._button.configure(text=" " + words.format(count=number(count), when=when))
        self.is_shown = True
        self.scrolled()
        self._place()

    def scrolled(self) -> None:
        """Go for good once the first new message has come into sight."""
        if not self.is_shown or self._key is None:
            return
        line, top = self._rows.of_message(self._key), self._rows.at("@0,0")
        if line and top and self._rows.number(line) >= self._rows.number(top):
            self._dismiss()

    def _dismiss(self) -> None:
        self._is_done = True
        self._hide()

    def _hide(self) -> None:
        self.is_shown = False
        self._frame.place_forget()

    def _place(self) -> None:
        """Lie at the upper edge, but over no low text: the key does the same there."""
        needed = self._frame.winfo_reqheight() + self._look.px(_EDGE)
        is_low = 1 < self._over.winfo_height() * _MOST_SHARE < needed
        if not self.is_shown or is_low:
            self._frame.place_forget()
            return
        self._frame.place(
            relx=0.5, y=self._look.px(_EDGE), anchor="n", bordermode="outside"
        )

    def _paint(self) -> None:
        look = self._look
        size, ink = look.px(16), look.palette.on_accent
        self._arrow = look.pictures.icon("arrow-up-short", size, ink)
        self._cross = look.pictures.icon("x", size, ink)
        self._button.configure(image=self._arrow, compound="left")
        self._close.configure(image=self._cross)
        if self.is_shown:
            self._place()


def _moment(since: datetime, manner: Manner) -> str:
    """Write the time of day, after the day if that is another."""
    here = since.astimezone()
    is_today = here.date() == datetime.now().astimezone().date()
    clock = manner.minute(since)
    return clock if is_today else write_moment(here, clock)
