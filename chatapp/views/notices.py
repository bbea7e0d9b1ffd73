"""Banners above the composer: what happened, and a button that helps."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import Tone
from chatapp.views.emoji.emoji_area import EmojiArea
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import cut, safe
from chatapp.views.widgets.form_field import show
from chatapp.views.widgets.icon_button import IconButton

_MOST_LINES, _FEWEST_LINES = 9, 2
# How much of the window's height the words of one notice may take, and those of all.
_MOST_SHARE, _MOST_SHARE_OF_ALL = 0.2, 0.3
# Buttons that would leave less of the width to the words stand below them.
_LEAST_WIDTH = 0.5
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
        self._share()
        banner.fill(text, tone, action, on_action, dismissable)
        banner.offer(other, on_other)

    def hide(self, key: str) -> None:
        """Take a banner away."""
        banner = self._banners.pop(key, None)
        if banner:
            banner.destroy()
            self._share()
            if not self._banners:
                # An emptied frame keeps its height until it is told otherwise.
                self.configure(height=1)

    def _share(self) -> None:
        """Leave room for the conversation, however many banners there are."""
        share = min(_MOST_SHARE, _MOST_SHARE_OF_ALL / max(1, len(self._banners)))
        for banner in self._banners.values():
            banner.take(share)

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
        self._share = _MOST_SHARE
        self._on_action: Callable[[], None] | None = None
        self._on_other: Callable[[], None] | None = None
        self.columnconfigure(1, weight=1)
        self._sign = ttk.Label(self, style="Notice.TLabel")
        self._sign.grid(row=0, column=0, sticky="n")
        look.space(self._sign, pady=5, padx=(0, 10))
        self._words = self._new_words()
        self._add_buttons()
        self.bind("<Configure>", self._resized)
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
        self._answers = answers = ttk.Frame(self, style="Notice.TFrame")
        self.action = ttk.Button(answers, style="Notice.TButton", command=self._act)
        self.action.grid(row=0, column=0)
        look.space(self.action, padx=(0, 8))
        self.other = ttk.Button(answers, style="Notice.TButton", command=self._do_other)
        self.other.grid(row=0, column=1)
        look.space(self.other, padx=(0, 8))
        self.dismiss = IconButton(
            self, look, "Notice", "x-lg", _("Close this"), self._close, size=12
        )
        self.dismiss.grid(row=0, column=3)

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
        self._arrange()

    def take(self, share: float) -> None:
        """Have words of at most this share of the window's height."""
        if share != self._share:
            self._share = share
            self._fit_height()

    def _resized(self, event: "tk.Event[tk.Misc]") -> None:
        if event.widget is self:
            self._arrange()

    def _arrange(self) -> None:
        """Put the answers beside the words, or below them where it is narrow."""
        if not (self.action.cget("text") or self.other.cget("text")):
            self._answers.grid_forget()
            return
        wide, needed = self.winfo_width(), self._answers.winfo_reqwidth()
        px = self._look.px
        if wide > 1 and wide - needed < _LEAST_WIDTH * wide:
            self._answers.grid(row=1, column=1, sticky="w", padx=0, pady=(px(2), px(4)))
        else:
            self._answers.grid(row=0, column=2, sticky="", padx=(px(10), 0), pady=0)

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
        room = self._share * self.winfo_toplevel().winfo_height()
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
