"""The window that shows what goes over the wire, line by line."""

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.models.entities import WireRow
from chatapp.views.emoji.emoji_area import EmojiArea
from chatapp.views.look.palette import Look
from chatapp.views.widgets.form_field import FormField
from chatapp.views.widgets.wrapped_buttons import WrappedButtons

_MOST_ROWS = 1_000
_EMOJI = 15
_LEAST_FIELD = 220
_TO_SERVER, _FROM_SERVER = "→", "←"


class WireWindow(ttk.Frame):
    """Lines with their meanings; it follows the end unless somebody has scrolled up."""

    def __init__(
        self,
        master: tk.Toplevel,
        look: Look,
        pause: str,
        go_on: str,
        clear: str,
        copy: str,
        filter_: str,
        nothing: str,
    ) -> None:
        super().__init__(master, style="Page.TFrame")
        self.on_pause: Callable[[], None] = lambda: None
        self.on_clear: Callable[[], None] = lambda: None
        self.on_filter: Callable[[str], None] = lambda _text: None
        self.on_closed: Callable[[], None] = lambda: None
        self._look = look
        self._window = master
        self._pause_words = (pause, go_on)
        self._nothing = nothing
        self._count = 0
        self.columnconfigure(0, weight=1)
        self.rowconfigure(1, weight=1)
        self._bar = self._new_bar(clear, copy, filter_)
        self.text = self._new_text()
        self.clear()
        look.follow(self, self._paint)

    def add(self, rows: Sequence[WireRow]) -> None:
        """Add lines at the end; the oldest go when there are too many."""
        text = self.text
        follows = self._count == 0 or text.dlineinfo("end-1c") is not None
        text.configure(state="normal")
        if self._count == 0:
            text.drop("1.0", "end")
        rows = rows[-_MOST_ROWS:]
        gone = max(0, self._count + len(rows) - _MOST_ROWS)
        # First of all, as there is room for so many pictures only.
        text.drop("1.0", f"{gone * 2 + 1}.0")
        text.add(*(part for row in rows for part in _parts(row)))
        self._count += len(rows) - gone
        text.configure(state="disabled")
        if follows:
            text.see("end")

    def clear(self) -> None:
        """Take all lines away."""
        self.text.configure(state="normal")
        self.text.drop("1.0", "end")
        self.text.add(self._nothing, "meaning")
        self.text.configure(state="disabled")
        self._count = 0

    def show_paused(self, paused: bool) -> None:
        """Tell whether new lines are shown as they come."""
        self.pause.configure(text=self._pause_words[paused])

    def lift_up(self) -> None:
        """Come to the front."""
        self._window.deiconify()
        self._window.lift()
        self._window.focus_force()

    def _pause(self) -> None:
        self.on_pause()

    def _clear(self) -> None:
        self.on_clear()

    def _copy(self) -> None:
        self.clipboard_clear()
        self.clipboard_append(self.text.contents())

    def _new_bar(self, clear: str, copy: str, filter_: str) -> ttk.Frame:
        look = self._look
        bar = ttk.Frame(self, style="Page.TFrame")
        bar.grid(row=0, column=0, columnspan=2, sticky="ew")
        look.space(bar, padx=18, pady=14)
        bar.columnconfigure(0, weight=1)
        bar.bind("<Configure>", lambda event: self._arrange(event.width))
        self.filter = FormField(bar, look, filter_, may_be_wrong=False)
        self.filter.on_change = lambda: self.on_filter(self.filter.text)
        self.filter.grid(row=0, column=0, sticky="ew")
        look.space(self.filter, padx=(0, 10))
        calls = (
            (self._pause_words[0], self._pause),
            (clear, self._clear),
            (copy, self._copy),
        )
        self._tools = WrappedButtons(bar, look)
        buttons = [
            ttk.Button(self._tools, text=words, style="Second.TButton", command=call)
            for words, call in calls
        ]
        self._tools.show(buttons)
        self.pause = buttons[0]
        return bar

    def _arrange(self, width: int) -> None:
        """Have the buttons beside the field, or below it where it would be narrow."""
        needs = self._tools.width_of_one_line
        is_narrow = width - needs < self._look.px(_LEAST_FIELD)
        self._bar.columnconfigure(1, minsize=0 if is_narrow else needs)
        self._tools.grid(
            row=1 if is_narrow else 0,
            column=0 if is_narrow else 1,
            sticky="ew" if is_narrow else "sew",
            pady=(self._look.px(8) if is_narrow else 0, 0),
        )

    def _new_text(self) -> EmojiArea:
        look = self._look
        text = EmojiArea(
            self,
            look,
            lambda: look.palette.page,
            _EMOJI,
            state="disabled",
            font=look.fonts.mono,
        )
        text.configure(wrap="char", highlightthickness=1)
        text.grid(row=1, column=0, sticky="nsew")
        bar = ttk.Scrollbar(self, style="Page.Vertical.TScrollbar", command=text.yview)
        bar.grid(row=1, column=1, sticky="ns")
        text.configure(yscrollcommand=bar.set)
        self._look.fit(text, padx=18, pady=8)
        return text

    def _paint(self) -> None:
        palette, fonts, text = self._look.palette, self._look.fonts, self.text
        text.configure(
            highlightbackground=palette.border,
            highlightcolor=palette.accent,
        )
        inks = {
            "time": palette.muted,
            "sent": palette.accent,
            "received": palette.success_text,
            "tags": palette.muted,
            "source": palette.link,
            "command": palette.accent,
            "params": palette.text,
            "meaning": palette.muted,
        }
        for tag, ink in inks.items():
            text.tag_configure(tag, foreground=ink)
        indent = self._look.px(96)
        text.tag_configure("time", spacing1=self._look.px(6), lmargin2=indent)
        for tag in ("tags", "source", "command", "params"):
            text.tag_configure(tag, lmargin2=indent)
        text.tag_configure(
            "meaning",
            font=fonts.small,
            lmargin1=indent,
            lmargin2=indent,
            wrap="word",
        )

    def destroy(self) -> None:
        """Go, and tell it."""
        super().destroy()
        self.on_closed()


def _parts(row: WireRow) -> list[str]:
    """Give the texts of a row in turn with their tags."""
    way = "sent" if row.sent else "received"
    arrow = _TO_SERVER if row.sent else _FROM_SERVER
    parts = [f"{row.time} ", "time", f"{arrow} ", way]
    for words, tag in (
        (row.tags, "tags"),
        (row.source, "source"),
        (row.command, "command"),
        (row.params, "params"),
    ):
        if words:
            parts += (f"{words} ", tag)
    return [*parts, f"\n{row.meaning}\n", "meaning"]
