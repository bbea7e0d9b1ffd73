"""A banner over the box: one notice, and the buttons that help."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import NoticeAction, Tone
from chatapp.views.emoji.emoji_area import EmojiArea
from chatapp.views.emoji.emoji_words import WordsOn
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import cut, safe
from chatapp.views.widgets.form_field import show
from chatapp.views.widgets.icon_button import IconButton

MOST_LINES = 9
# Buttons that would leave less of the width to the words stand below them.
_LEAST_WIDTH = 0.4
_EMOJI = 16
_LEFT, _RIGHT, _BETWEEN, _BESIDE_SIGN, _BESIDE_WORDS = 14, 8, 8, 10, 10
_AIR, _LOW_AIR = 8, 3
_WORDS_AIR, _LOW_WORDS_AIR = 4, 0
"""What is left free above and below, around and in it, and where the window is low."""
_ICONS = {
    Tone.INFO: "info-circle",
    Tone.SUCCESS: "check-circle",
    Tone.WARNING: "exclamation-triangle",
    Tone.ERROR: "exclamation-circle",
}
NOTHING = NoticeAction("", lambda: None)


class Banner(ttk.Frame):
    """One notice; its words can be selected and copied."""

    on_dismiss: Callable[[], None]
    on_more: Callable[[], None]

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Banner.TFrame")
        self._look = look
        self._low = False
        self.on_dismiss = self.on_more = lambda: None
        self._tone = Tone.INFO
        self._most_lines = MOST_LINES
        self._other_words = self._more_words = self._more_sign = ""
        self._action = self._other = NOTHING
        self.columnconfigure(1, weight=1)
        self._sign = ttk.Label(self, style="Notice.TLabel")
        self._sign.grid(row=0, column=0, sticky="n")
        look.space(self._sign, padx=(0, _BESIDE_SIGN))
        self._words = self._new_words()
        self._add_buttons()
        look.scale.follow(self, self._fit_padding)
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
        words.grid(row=0, column=1, sticky="ew")
        words.bind("<Configure>", lambda _event: self._fit_height())
        return words

    def _add_buttons(self) -> None:
        """Add the ways to answer, and the one to be rid of it."""
        look = self._look
        self._answers = answers = ttk.Frame(self, style="Notice.TFrame")
        self.action = ttk.Button(answers, style="Notice.TButton", command=self._act)
        self.action.grid(row=0, column=0)
        self._action_words = WordsOn(self.action, look, look.fonts.label)
        look.space(self.action, padx=(0, _BETWEEN))
        self.other = ttk.Button(answers, style="Notice.TButton", command=self._do_other)
        self.other.grid(row=0, column=1)
        look.space(self.other, padx=(0, _BETWEEN))
        self.more = ttk.Button(answers, style="NoticeTool.TButton", command=self._more)
        self.more.grid(row=0, column=2)
        self.more.grid_remove()
        self.dismiss = IconButton(
            self, look, "Notice", "x-lg", _("Close this"), self._close, size=12
        )
        self.dismiss.grid(row=0, column=3)

    @property
    def text(self) -> str:
        """What the banner says."""
        return self._words.contents()

    def fill(self, text: str, tone: Tone, *, dismissable: bool) -> None:
        """Say this."""
        words, _ = cut(safe(text))
        if words != self.text:
            self._words.fill(words)
            self._fit_height()
        show(self.dismiss, dismissable)
        if tone is not self._tone:
            self._tone = tone
            self._paint()

    def offer(
        self, action: NoticeAction = NOTHING, other: NoticeAction = NOTHING
    ) -> None:
        """Have a button for what can be done, or two, and no others."""
        self._action, self._other = action, other
        self._other_words = self._look.spell_emoji(other.words)
        self._action_words.show(action.words)
        show(self.action, bool(action.words))
        show(self.other, bool(other.words))
        self._arrange()

    def tell_more(self, words: str, sign: str) -> None:
        """Say that more notices wait behind this one, or by a sign; "" says nothing."""
        if words != self._more_words:
            self._more_words, self._more_sign = words, sign
            self.more.configure(text=words)
            show(self.more, bool(words))
            self._arrange()

    def take(self, lines: int) -> None:
        """Have at most so many lines of words; the others can be scrolled to."""
        if lines != self._most_lines:
            self._most_lines = lines
            self._fit_height()

    def show_low(self, low: bool) -> None:
        """Leave less free where the window is low."""
        self._low = low
        self._fit_padding()

    def _fit_padding(self) -> None:
        px, low = self._look.px, self._low
        air, words = (_LOW_AIR, _LOW_WORDS_AIR) if low else (_AIR, _WORDS_AIR)
        self.configure(padding=tuple(map(px, (_LEFT, air, _RIGHT, air))))
        self._words.configure(pady=px(words))
        self._sign.grid(pady=px(words + 1))
        self._arrange()

    def height_of(self, lines: int) -> int:
        """Tell how high it is, in pixels, with at most so many lines of words."""
        words, line = self._words, self._look.fonts.line_height(self._look.fonts.note)
        around = self.winfo_reqheight() - line * int(words.cget("height"))
        return around + line * min(lines, max(1, words.display_lines()))

    def _resized(self, event: "tk.Event[tk.Misc]") -> None:
        if event.widget is self:
            self._arrange()

    def _arrange(self) -> None:
        """Put the answers beside the words, or below them where it is narrow."""
        _write(self.action, self._action_words.words)
        _write(self.other, self._other_words)
        _write(self.more, self._more_words)
        buttons = (self.action, self.other, self.more)
        if not any(str(button.cget("text")) for button in buttons):
            self._answers.grid_forget()
            return
        wide, px = self.winfo_width(), self._look.px
        if wide > 1 and self._width_beside(wide) < _LEAST_WIDTH * wide:
            below = 0 if self._low else px(4)
            self._answers.grid(
                row=1, column=0, columnspan=4, sticky="w", padx=0, pady=(px(2), below)
            )
            self._shorten(wide - px(_LEFT + _RIGHT))
        else:
            self._answers.grid(
                row=0,
                column=2,
                columnspan=1,
                sticky="",
                padx=(px(_BESIDE_WORDS), 0),
                pady=0,
            )

    def _shorten(self, room: int) -> None:
        """Shorten what the answers say where even a row of their own is too narrow."""
        if self._needed_width() > room:
            _write(self.more, self._more_sign)
        fonts, least = self._look.fonts, room // 4
        action = self._action_words.words
        for button, words in ((self.other, self._other_words), (self.action, action)):
            excess = self._needed_width() - room
            if excess > 0 and words:
                width = max(least, fonts.width(fonts.label, words) - excess)
                _write(button, fonts.fitted(words, fonts.label, width))

    def _width_beside(self, wide: int) -> int:
        """Tell how much of the width the words have with the answers beside them."""
        dismiss = self.dismiss.winfo_reqwidth() if self.dismiss.winfo_manager() else 0
        sign = self._sign.winfo_reqwidth() + self._look.px(_BESIDE_SIGN)
        around = self._look.px(_LEFT + _RIGHT + _BESIDE_WORDS)
        return wide - around - sign - dismiss - self._needed_width()

    def _needed_width(self) -> int:
        """Tell how wide the answers are, side by side."""
        buttons = (self.action, self.other, self.more)
        seen = [button for button in buttons if str(button.cget("text"))]
        between = self._look.px(_BETWEEN) * len(seen)
        return between + sum(button.winfo_reqwidth() for button in seen)

    def _do_other(self) -> None:
        self._other.do()

    def _act(self) -> None:
        self._action.do()

    def _more(self) -> None:
        self.on_more()

    def _close(self) -> None:
        self.on_dismiss()

    def _fit_height(self) -> None:
        words = self._words
        height = max(1, min(self._most_lines, words.display_lines()))
        if int(words.cget("height")) != height:
            words.configure(height=height)

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


def _write(button: ttk.Button, words: str) -> None:
    if str(button.cget("text")) != words:
        button.configure(text=words)
