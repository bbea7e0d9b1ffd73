"""Where messages are written: a box that grows with its text, and its send button."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.views.emoji.emoji_entry import EmojiEntry
from chatapp.views.look.palette import Look
from chatapp.views.widgets.fitted_label import FittedLabel
from chatapp.views.widgets.icon_button import IconButton
from chatapp.views.widgets.tab_stop import focus_next_seen
from chatapp.views.widgets.tooltip import Tooltip
from chatapp.views.windows.keys import ENTER_KEYS, sequences
from chatapp.views.writing.entry_marks import EntryMarks
from chatapp.views.writing.entry_menu import EntryMenu
from chatapp.views.writing.entry_styles import EntryStyles
from chatapp.views.writing.marks_button import MarksButton
from chatapp.views.writing.spelling_marks import SpellingMarks

_MOST_LINES = 6
# How much of the window's height the lines of the box may take.
_MOST_SHARE = 0.25
_AROUND, _LOW_AROUND = (20, 4, 20, 12), (20, 2, 20, 5)
_WITHIN, _LOW_WITHIN = (14, 7, 8, 7), (14, 2, 8, 2)
"""What is left free around the box and in it, and where the window is low."""


class ComposerBox(ttk.Frame):
    """Takes what is written; Enter sends it, Shift+Enter begins a new line."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self._low = False
        self.placeholder = ""
        self.on_send: Callable[[str], None] = lambda _text: None
        self.on_change: Callable[[str], None] = lambda _text: None
        self.on_complete: Callable[[str, int], tuple[str, int] | None] = (
            lambda _text, _cursor: None
        )
        self.on_history: Callable[[int, str], str | None] = lambda _step, _text: None
        self.on_emoji: Callable[[], None] = lambda: None
        self.on_edit_last: Callable[[], bool] = lambda: False
        self.on_leave: Callable[[], None] = lambda: None
        self._look = look
        self._question: _Question | None = None
        self._asked_about = ""
        self._box = ttk.Frame(self, style="Composer.TFrame")
        self._box.pack(side="bottom", fill="x")
        self._box.columnconfigure(0, weight=1)
        self.entry = EmojiEntry(self._box, look)
        self.entry.grid(row=0, column=0, sticky="ew")
        self._styles = EntryStyles(self.entry, look)
        self.spelling = SpellingMarks(self.entry, look)
        self.menu = EntryMenu(self.entry, look, self.spelling)
        self.marks_button = MarksButton(
            self._box, look, EntryMarks(self.entry), self.menu
        )
        self._placeholder = FittedLabel(
            self.entry, look, "InputMuted.TLabel", look.fonts.body
        )
        self._placeholder.configure(cursor="xterm", font=look.fonts.body)
        self._placeholder.bind("<Button-1>", lambda _event: self.take_focus())
        self.menu.open_on(self._placeholder)
        self._add_buttons()
        self._bind_keys()
        look.scale.follow(self, self._fit_padding)
        look.follow(self, self._paint)
        self._changed()

    def _add_buttons(self) -> None:
        """Put the buttons at the right end of the box."""
        look = self._look
        self.emoji_button = IconButton(
            self._box, look, "Input", "emoji-smile", _("Pick an emoji"), self._pick
        )
        for column, button in enumerate((self.marks_button, self.emoji_button), 1):
            button.grid(row=0, column=column, sticky="s")
            look.space(button, pady=(0, 7))
        self.send_button = ttk.Button(
            self._box, style="Send.TButton", command=self._send, cursor="hand2"
        )
        self.send_button.grid(row=0, column=3, sticky="s")
        look.space(self.send_button, padx=(8, 0))
        Tooltip(self.send_button, _("Send the message (Enter)"))

    # -- what the controller tells ------------------------------------------------

    def show_text(self, text: str) -> None:
        """Put this text into the box, the cursor behind it."""
        self._end_question()
        self.entry.begin(text)

    def text(self) -> str:
        """Give what stands in the box."""
        return self.entry.contents()

    def insert(self, text: str) -> None:
        """Write this where the cursor is."""
        self.entry.insert("insert", text)
        self.entry.see("insert")

    def before_cursor(self) -> str:
        """Give what stands before the cursor in its line."""
        return self.entry.contents("insert linestart", "insert")

    def show_low(self, low: bool) -> None:
        """Leave less free where the window is low."""
        self._low = low
        self._fit_padding()

    def _fit_padding(self) -> None:
        px = self._look.px
        around, within = (_LOW_AROUND, _LOW_WITHIN) if self._low else (_AROUND, _WITHIN)
        self.configure(padding=tuple(map(px, around)))
        self._box.configure(padding=tuple(map(px, within)))

    def show_placeholder(self, text: str) -> None:
        """Say what the box is for while it is empty."""
        self.placeholder = text
        self._placeholder.show(text)

    def take_focus(self) -> None:
        """Have the cursor in the box."""
        self.entry.focus_set()

    def show_drop(self, is_over: bool) -> None:
        """Have the box stand out while something is held that can be dropped in it."""
        self._box.state(["active" if is_over else "!active"])

    def ask(self, question: str, yes: str, on_yes: Callable[[], None]) -> None:
        """Ask above the box; anything but the button `yes` keeps what is written.

        It is about what stands there now: with other words there is no question.
        """
        self._end_question()
        self._asked_about = self.text()
        self._question = _Question(self, self._look, question, yes)
        self._question.on_answer = lambda agreed: self._answered(agreed, on_yes)
        self._question.pack(fill="x")
        self._look.space(self._question, pady=(0, 8))
        self._question.yes.focus_set()

    # -- what people do -----------------------------------------------------------

    def _bind_keys(self) -> None:
        bind = self.entry.bind
        bind("<<Modified>>", self._modified)
        bind("<Configure>", lambda _event: self._fit_height())
        for key in ENTER_KEYS:
            bind(key, lambda _event: self._send())
        for key in ("<Shift-Return>", "<Shift-KP_Enter>"):
            bind(key, lambda _event: self._new_line())
        bind("<Tab>", lambda _event: self._complete())
        for sequence in sequences("Shift-Tab"):
            bind(sequence, lambda _event: self._leave())
        bind("<Up>", lambda _event: self._edit_last())
        for sequence in sequences("Mod-Up"):
            bind(sequence, lambda _event: self._recall(-1))
        for sequence in sequences("Mod-Down"):
            bind(sequence, lambda _event: self._recall(1))
        for sequence in sequences("Mod-a"):
            bind(sequence, lambda _event: self._select_all())
        bind("<FocusIn>", lambda _event: self._box.state(["focus"]))
        bind("<FocusOut>", lambda _event: self._box.state(["!focus"]))

    def _send(self) -> str:
        self.on_send(self.text())
        return "break"

    def _pick(self) -> None:
        self.take_focus()  # whoever picks one, or none, goes on writing
        self.on_emoji()

    def _new_line(self) -> str:
        self.entry.insert("insert", "\n")
        self.entry.see("insert")
        return "break"

    def _complete(self) -> str | None:
        """Complete the word before the cursor, else go on to the next widget."""
        completed = self.on_complete(self.text(), self.entry.cursor())
        if completed is not None:
            self.entry.fill(*completed)
        else:
            focus_next_seen(self.entry)
        return "break"

    def _leave(self) -> str:
        self.on_leave()
        return "break"

    def _recall(self, step: int) -> str:
        recalled = self.on_history(step, self.text())
        if recalled is not None:
            self.entry.fill(recalled, len(recalled))
        return "break"

    def _edit_last(self) -> str | None:
        """Go up beyond an empty box, to what one said last."""
        is_empty = not self.text()
        return "break" if is_empty and self.on_edit_last() else None

    def _select_all(self) -> str:
        self.entry.tag_add("sel", "1.0", "end-1c")
        return "break"

    def _modified(self, _event: "tk.Event[tk.Misc]") -> None:
        if self.entry.edit_modified():
            text = self.entry.absorb()
            self._styles.refresh()
            self.entry.edit_modified(False)
            self._changed()
            self.spelling.on_edited()
            if self._question and text != self._asked_about:
                self._end_question()
            self.on_change(text)

    def _changed(self) -> None:
        if self.entry.compare("end-1c", "==", "1.0"):
            self._placeholder.place(x=0, rely=0.5, anchor="w", relwidth=1)
        else:
            self._placeholder.place_forget()
        self._fit_height()

    def _fit_height(self) -> None:
        fonts, window = self._look.fonts, self.winfo_toplevel().winfo_height()
        room = int(_MOST_SHARE * window / fonts.line_height(fonts.body))
        height = max(1, min(_MOST_LINES, room, self.entry.display_lines()))
        if int(self.entry.cget("height")) != height:
            self.entry.configure(height=height)
        self.entry.see("insert")

    def _answered(self, agreed: bool, on_yes: Callable[[], None]) -> None:
        self._end_question()
        self.take_focus()
        if agreed:
            on_yes()

    def _end_question(self) -> None:
        if self._question:
            self._question.destroy()
            self._question = None

    # -- how it looks -------------------------------------------------------------

    def _paint(self) -> None:
        look, palette = self._look, self._look.palette
        planes = [
            look.pictures.paper_plane(look.px(34), fill, ink, palette.input)
            for fill, ink in (
                (palette.primary, palette.on_accent),
                (palette.primary_hover, palette.on_accent),
                (palette.primary_pressed, palette.on_accent),
                (palette.card, palette.muted),
            )
        ]
        self._planes = planes
        rest, hover, pressed, disabled = map(str, planes)
        image = (rest, "disabled", disabled, "pressed", pressed, "hover", hover)
        self.send_button.configure(image=image)  # type: ignore[arg-type]  # with states


class _Question(ttk.Frame):
    """A question above the box, with the two answers it has."""

    on_answer: Callable[[bool], None]

    def __init__(self, master: tk.Misc, look: Look, question: str, yes: str) -> None:
        super().__init__(master, style="Banner.TFrame")
        look.fit(self, padding=(14, 8, 8, 8))
        self.on_answer = lambda _agreed: None
        self.columnconfigure(0, weight=1)
        words = ttk.Label(self, text=question, style="Notice.TLabel")
        words.grid(row=0, column=0, sticky="ew")
        words.bind(
            "<Configure>", lambda event: words.configure(wraplength=event.width - 4)
        )
        self.yes = ttk.Button(
            self, text=yes, style="Notice.TButton", command=lambda: self.on_answer(True)
        )
        self.yes.grid(row=0, column=1)
        look.space(self.yes, padx=(10, 6))
        no = ttk.Button(
            self,
            text=_("Keep editing"),
            style="Notice.TButton",
            command=lambda: self.on_answer(False),
        )
        no.grid(row=0, column=2)
        for widget in (self.yes, no):
            widget.bind("<Escape>", self._escaped)

    def _escaped(self, _event: "tk.Event[tk.Misc]") -> str:
        self.on_answer(False)
        return "break"
