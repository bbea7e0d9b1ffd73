"""Banners above the composer: what happened, and a button that helps."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import Tone
from chatapp.views.emoji_area import EmojiArea
from chatapp.views.form_field import show
from chatapp.views.icon_button import IconButton
from chatapp.views.palette import Look
from chatapp.views.rich_text import cut, safe

_MOST_LINES, _FEWEST_LINES = 9, 2
# How much of the window's height the words of one notice may take.
_MOST_SHARE = 0.2
_EMOJI = 16
_ICONS = {
    Tone.INFO: "info-circle",
    Tone.SUCCESS: "check-circle",
    Tone.WARNING: "exclamation-triangle",
    Tone.ERROR: "exclamation-circle",
}


class Notices(ttk.Frame):
    """The banners, each under a key; the newest stands lowest."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self._look = look
        self._banners: dict[str, Banner] = {}

    def show(
        self,
        key: str,
        text: str,
        tone: Tone,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        *,
        dismissable: bool = True,
        other: str = "",
        on_other: Callable[[], None] | None = None,
    ) -> None:
        """Show a banner, in place of the one with the same key."""
        banner = self._banners.get(key)
        if banner is None:
            banner = Banner(self, self._look)
            banner.on_dismiss = lambda: self.hide(key)
            self._banners[key] = banner
            banner.pack(fill="x")
            self._look.space(banner, padx=20, pady=(6, 2))
        banner.fill(text, tone, action, on_action, dismissable)
        banner.offer(other, on_other)

    def hide(self, key: str) -> None:
        """Take a banner away."""
        banner = self._banners.pop(key, None)
        if banner:
            banner.destroy()
            if not self._banners:
                # An emptied frame keeps its height until it is told otherwise.
                self.configure(height=1)

    def banner(self, key: str) -> "Banner | None":
        """Give the banner of this key, if it is shown."""
        return self._banners.get(key)


class Banner(ttk.Frame):
    """One notice; its words can be selected and copied."""

    on_dismiss: Callable[[], None]

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Banner.TFrame")
        look.fit(self, padding=(14, 8, 8, 8))
        self.on_dismiss = lambda: None
        self._look = look
        self._tone = Tone.INFO
        self._on_action: Callable[[], None] | None = None
        self._on_other: Callable[[], None] | None = None
        self.columnconfigure(1, weight=1)
        self._sign = ttk.Label(self, style="Notice.TLabel")
        self._sign.grid(row=0, column=0, sticky="n")
        look.space(self._sign, pady=5, padx=(0, 10))
        self._words = self._new_words()
        self._add_buttons()
        look.follow(self, self._paint)
        look.scale.follow(self._words, self._fit_height)

    def _new_words(self) -> EmojiArea:
        look = self._look
        words = EmojiArea(
            self,
            look,
            lambda: look.palette.card,
            _EMOJI,
            cursor="arrow",
            state="disabled",
            takefocus=False,
            font=look.fonts.note,
        )
        look.fit(words, pady=4)
        words.grid(row=0, column=1, sticky="ew")
        words.bind("<Configure>", lambda _event: self._fit_height())
        return words

    def _add_buttons(self) -> None:
        """Add the ways to answer, and the one to be rid of it."""
        look = self._look
        self.action = ttk.Button(self, style="Notice.TButton", command=self._act)
        self.action.grid(row=0, column=2)
        look.space(self.action, padx=(10, 0))
        self.other = ttk.Button(self, style="Notice.TButton", command=self._do_other)
        self.other.grid(row=0, column=3)
        look.space(self.other, padx=(8, 0))
        self.dismiss = IconButton(
            self, look, "Notice", "x-lg", _("Close this"), self._close, size=12
        )
        self.dismiss.grid(row=0, column=4)
        look.space(self.dismiss, padx=(6, 0))

    @property
    def text(self) -> str:
        """What the banner says."""
        return self._words.contents()

    def fill(
        self,
        text: str,
        tone: Tone,
        action: str,
        on_action: Callable[[], None] | None,
        dismissable: bool,
    ) -> None:
        """Say this, with these ways to answer."""
        words, _ = cut(safe(text))
        if words != self.text:
            self._words.fill(words)
            self._fit_height()
        self._on_action = on_action
        self.action.configure(text=action)
        show(self.action, bool(action))
        show(self.dismiss, dismissable)
        if tone is not self._tone:
            self._tone = tone
            self._paint()

    def offer(self, other: str, on_other: Callable[[], None] | None) -> None:
        """Have a second way to answer beside the first; "" takes it away."""
        self._on_other = on_other
        self.other.configure(text=other)
        show(self.other, bool(other))

    def _do_other(self) -> None:
        if self._on_other:
            self._on_other()

    def _act(self) -> None:
        if self._on_action:
            self._on_action()

    def _close(self) -> None:
        self.on_dismiss()

    def _fit_height(self) -> None:
        words = self._words
        height = max(1, min(self._most_lines(), words.display_lines()))
        if int(words.cget("height")) != height:
            words.configure(height=height)

    def _most_lines(self) -> int:
        """Leave room for the rest in a low window; the words can be scrolled then."""
        room = _MOST_SHARE * self.winfo_toplevel().winfo_height()
        line = self._look.fonts.line_height(self._look.fonts.note)
        return max(_FEWEST_LINES, min(_MOST_LINES, int(room / line)))

    def _paint(self) -> None:
        look, palette = self._look, self._look.palette
        color = {
            Tone.INFO: palette.accent,
            Tone.SUCCESS: palette.success_text,
            Tone.WARNING: palette.warning_text,
            Tone.ERROR: palette.danger_text,
        }[self._tone]
        self._photo = look.pictures.icon(
            _ICONS[self._tone], look.px(17), color, palette.card
        )
        self._sign.configure(image=self._photo)
