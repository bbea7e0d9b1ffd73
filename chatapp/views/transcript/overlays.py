"""What lies over the transcript at times: an empty room's card, a pill, notes."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.language import ngettext, number
from chatapp.views.emoji.emoji_words import WordsOn
from chatapp.views.look.palette import Look

_PILL_EDGE = 12
_MOST_COUNTED = 999
_AROUND_SIGN = 120


class JumpPill:
    """A button over the transcript's end that tells how much is new below."""

    def __init__(self, over: tk.Text, look: Look, on_press: Callable[[], None]) -> None:
        self._look = look
        self._over = over
        self._count = 0
        self._button = ttk.Button(
            over, style="Jump.TButton", command=on_press, cursor="hand2"
        )
        over.bind("<Configure>", lambda _event: self._place(), add="+")
        look.follow(self._button, self._paint)

    def show(self, count: int) -> None:
        """Say how many are new; with none the pill goes."""
        self._count = count
        words = ngettext("{count} new", "{count} new", count)
        if count > _MOST_COUNTED:
            words = _("999+ new")
        self._button.configure(text=f" {words.format(count=number(count))}")
        self._place()

    def _place(self) -> None:
        """Stand at the lower edge, unless there is no room below the upper one."""
        needed = self._button.winfo_reqheight() + 2 * self._look.px(_PILL_EDGE)
        if not self._count or 1 < self._over.winfo_height() < needed:
            self._button.place_forget()
            return
        edge = -self._look.px(_PILL_EDGE)
        self._button.place(relx=0.5, rely=1.0, y=edge, anchor="s", bordermode="outside")

    def _paint(self) -> None:
        look = self._look
        self._place()
        self._icon = look.pictures.icon(
            "arrow-down-short", look.px(16), look.palette.on_accent
        )
        self._button.configure(image=self._icon, compound="left")


class EmptyCard:
    """What a place is, in its middle, as long as nothing is said in it."""

    def __init__(self, over: tk.Text, look: Look) -> None:
        self._look = look
        self._frame = ttk.Frame(over, style="Page.TFrame")
        self._sign = ttk.Label(self._frame, style="Page.TLabel")
        self._sign.pack()
        look.space(self._sign, pady=(0, 14))
        self._title = ttk.Label(self._frame, style="PageHeading.TLabel")
        self._title.pack()
        self._title_words = WordsOn(self._title, look, look.fonts.heading)
        self._text = ttk.Label(self._frame, style="PageMuted.TLabel", justify="center")
        self._text.pack()
        look.fit(self._text, wraplength=340)
        look.space(self._text, pady=(6, 0))
        look.follow(self._frame, self._paint)

    def show(self, title: str, text: str) -> None:
        """Show the card with these words."""
        self._title_words.show(title)
        self._text.configure(text=self._look.spell_emoji(text))
        self._frame.place(relx=0.5, rely=0.44, anchor="center")

    def hide(self) -> None:
        """Take the card away."""
        self._frame.place_forget()

    def _paint(self) -> None:
        look = self._look
        self._icon = look.pictures.icon(
            "chat-dots", look.px(40), look.palette.accent, look.palette.page
        )
        self._sign.configure(image=self._icon)


class DropSign:
    """Says, in the middle, where it goes what is held over the conversation."""

    def __init__(self, over: tk.Text, look: Look) -> None:
        self._look = look
        self._over = over
        self._frame = ttk.Frame(over, style="Banner.TFrame")
        look.fit(self._frame, padding=(22, 12))
        self._sign = ttk.Label(self._frame, style="Notice.TLabel")
        self._sign.grid(row=0, column=0, rowspan=2)
        look.space(self._sign, padx=(0, 16))
        self._title = ttk.Label(self._frame, style="NoticeBold.TLabel")
        self._title.grid(row=0, column=1, sticky="w")
        self._text = ttk.Label(self._frame, style="NoticeSmall.TLabel")
        self._text.grid(row=1, column=1, sticky="w")
        look.follow(self._frame, self._paint)

    def show(self, title: str, text: str) -> None:
        """Show the sign with these words."""
        room = max(1, self._over.winfo_width() - self._look.px(_AROUND_SIGN))
        for label, words in ((self._title, title), (self._text, text)):
            label.configure(text=self._look.spell_emoji(words), wraplength=room)
        self._frame.place(relx=0.5, rely=0.5, anchor="center")
        self._frame.lift()

    def hide(self) -> None:
        """Take the sign away."""
        self._frame.place_forget()

    def _paint(self) -> None:
        look = self._look
        self._icon = look.pictures.icon(
            "box-arrow-in-down", look.px(28), look.palette.accent, look.palette.card
        )
        self._sign.configure(image=self._icon)


class LoadingNote:
    """A word at the top that earlier messages are on their way."""

    def __init__(self, over: tk.Text, look: Look) -> None:
        self._look = look
        self._frame = ttk.Frame(over, style="Banner.TFrame")
        look.fit(self._frame, padding=(14, 6))
        label = ttk.Label(
            self._frame,
            text=_("Fetching earlier messages …"),
            style="NoticeSmall.TLabel",
        )
        label.pack()

    def show(self, visible: bool, *, under: int = 0) -> None:
        """Show the note `under` so many pixels, or take it away."""
        if visible:
            self._frame.place(relx=0.5, y=under + self._look.px(10), anchor="n")
        else:
            self._frame.place_forget()


class TimeStamp:
    """The time of the message under the pointer, in the gutter beside it."""

    def __init__(self, over: tk.Text, look: Look) -> None:
        self._look = look
        self._over = over
        self._label = ttk.TkLabel(
            over, autostyle=False, bd=0, padx=0, pady=0, font=look.fonts.small
        )
        look.follow(self._label, self._paint)

    def show(self, time: str, row_start: str, ground: str) -> None:
        """Show a time on this colour beside the line at an index, if one sees it."""
        line = self._over.dlineinfo(row_start)
        if line is None or not time:
            return
        self._label.configure(text=time, background=ground)
        px, baseline = self._look.px, line[1] + line[4]
        place = {"x": px(66), "relx": 0.0}
        if self._look.manner.is_compact:  # there is no gutter
            place = {"x": -px(14), "relx": 1.0}
        self._label.place(
            y=baseline + px(3), anchor="se", bordermode="outside", **place
        )

    def hide(self) -> None:
        """Take the time away."""
        self._label.place_forget()

    def _paint(self) -> None:
        palette = self._look.palette
        self._label.configure(background=palette.hover, foreground=palette.muted)
