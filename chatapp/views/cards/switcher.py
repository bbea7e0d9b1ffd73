"""A card to go somewhere by typing: a field, and what was found underneath."""

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.language import ngettext, number
from chatapp.models.entities import Finding, FindingKind
from chatapp.views.cards.dialog import PINNED_ROW, Dialog
from chatapp.views.emoji.emoji_words import WordsOn
from chatapp.views.look.palette import Look
from chatapp.views.widgets.fitted_label import FittedLabel
from chatapp.views.widgets.form_field import FormField

_ICONS = {
    FindingKind.ROOM: "hash",
    FindingKind.OTHER_ROOM: "plus-lg",
    FindingKind.NEW_ROOM: "plus-lg",
    FindingKind.CONVERSATION: "person",
    FindingKind.PERSON: "person",
    FindingKind.COMMAND: "terminal",
    FindingKind.SERVER: "hdd-network",
    FindingKind.LINK: "link-45deg",
}
_NAME, _DETAIL = 26, 90
_AROUND_WORDS = 60
"""What the sign of a row and its edges take from its width."""


class Switcher(Dialog):
    """Up and Down choose, Enter goes there, so does a click; Escape gives it up."""

    width = 500
    least = 100

    def __init__(self, window: tk.Toplevel, look: Look, title: str, label: str) -> None:
        super().__init__(window, look, title, "", action=_("Go"), cancel=_("Cancel"))
        self.on_type: Callable[[str], None] = lambda _text: None
        self.on_choose: Callable[[Finding], None] = lambda _finding: None
        self._findings: Sequence[Finding] = ()
        self._chosen = 0
        self._is_moved = False
        self._drawn_for = 0
        self._is_beside = True
        self.field = FormField(self, look, label, may_be_wrong=False)
        self.field.on_enter = self.submit
        self.field.grid(row=PINNED_ROW, sticky="ew")
        look.space(self.field, pady=(0, 10))
        self.rows = ttk.Frame(self.content, style="Page.TFrame")
        self.rows.grid(row=0, sticky="ew")
        look.space(self.rows, pady=(0, 16))
        self.rows.columnconfigure(0, weight=1)
        self.field.on_change = self._typed
        self.field.entry.bind("<Up>", lambda _event: self._step(-1))
        self.field.entry.bind("<Down>", lambda _event: self._step(1))

    def open(self) -> None:
        """Show the card, with the keyboard in its field."""
        self.show(self.field.entry)
        self.field.take_focus()

    @property
    def is_open(self) -> bool:
        """Whether the card is still there."""
        return bool(self.winfo_exists())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List what was found, the best first; what was chosen of it stays so."""
        chosen = self._findings[self._chosen] if self._findings else None
        is_kept = self._is_moved and chosen in findings
        self._chosen = findings.index(chosen) if chosen and is_kept else 0
        self._findings = findings
        self.action.state(["!disabled" if findings else "disabled"])
        self._draw()

    def submit(self) -> None:
        """Go to what is chosen; without anything found, stay."""
        if self._findings:
            self._choose(self._chosen)

    def _choose(self, place: int) -> None:
        finding = self._findings[place]
        self.close()
        self.on_choose(finding)

    def _typed(self) -> None:
        self._is_moved = False
        self.on_type(self.field.text)

    def _step(self, step: int) -> str:
        if self._findings:
            self._chosen = (self._chosen + step) % len(self._findings)
            self._is_moved = True
            self._draw()
        return "break"

    def fit_content(self, room: int) -> int:
        """Write the rows anew where they have another width."""
        if self._drawn_for != self.inner_width:
            self._draw()
            self.update_idletasks()
        return super().fit_content(room)

    def _draw(self) -> None:
        self._drawn_for = self.inner_width
        for child in self.rows.winfo_children():
            child.destroy()
        if not self._findings:
            nothing = ttk.Label(
                self.rows, text=_("Nothing goes by that."), style="PageMuted.TLabel"
            )
            nothing.grid(sticky="w")
        self._is_beside = all(map(self._fits, map(_texts, self._findings)))
        for place, finding in enumerate(self._findings):
            self._add(place, finding)
        self.update_idletasks()
        rows = self.rows.winfo_children()
        self.reveal(rows[self._chosen])

    def _add(self, place: int, finding: Finding) -> None:
        look = self._look
        style = "Notice" if place == self._chosen else "Page"
        row = ttk.Frame(self.rows, style=f"{style}.TFrame")
        row.grid(row=place, sticky="ew")
        look.fit(row, padding=(8, 4))
        palette = look.palette
        ground = palette.card if place == self._chosen else palette.page
        icon = look.pictures.icon(
            _ICONS[finding.kind], look.px(15), palette.muted, ground
        )
        sign = ttk.Label(row, image=icon, style=f"{style}.TLabel")
        sign.grid(row=0, column=0, rowspan=2, sticky="n")
        labels = self._write(row, style, *_texts(finding))
        for widget in (row, sign, *labels):
            widget.bind("<Button-1>", lambda _event: self._choose(place))

    def _write(
        self, row: ttk.Frame, style: str, named: str, about: str
    ) -> Sequence[ttk.Label]:
        """Write a name, and what there is to say of it on its side, or below it."""
        look, fonts = self._look, self._look.fonts
        row.columnconfigure(1, weight=1)
        fits = self._fits((named, ""))
        name = self._label(row, f"{style}Bold.TLabel", fonts.label, named, fits)
        name.grid(row=0, column=1, sticky="ew")
        look.space(name, padx=(6, 0))
        if not about:
            return (name,)
        detail = self._label(row, f"{style}Muted.TLabel", fonts.note, about, True)
        detail.configure(wraplength=self.inner_width - look.px(_AROUND_WORDS))
        place = (0, 2) if self._is_beside else (1, 1)
        detail.grid(row=place[0], column=place[1], sticky="ew")
        look.space(detail, padx=(6, 0))
        return name, detail

    def _fits(self, texts: tuple[str, str]) -> bool:
        """Tell whether both stand on one line, as they then do in all rows."""
        fonts = self._look.fonts
        width = fonts.width(fonts.label, texts[0]) + fonts.width(fonts.note, texts[1])
        return width + self._look.px(_AROUND_WORDS) <= self.inner_width

    def _label(
        self, row: ttk.Frame, style: str, font: str, text: str, fits: bool
    ) -> ttk.Label:
        if fits:
            label = ttk.Label(row, style=style)
            WordsOn(label, self._look, font).show(text)
            return label
        fitted = FittedLabel(row, self._look, style, font)
        fitted.show(text)
        return fitted


def _texts(finding: Finding) -> tuple[str, str]:
    """Give what a row says: a name, and what there is to know of it."""
    count = finding.unread
    new = ngettext("{count} new", "{count} new", count)
    about = new.format(count=number(count)) if count else finding.detail
    return _short(_spoken(finding), _NAME), _short(about, _DETAIL)


def _spoken(finding: Finding) -> str:
    name = finding.name
    if finding.kind is FindingKind.OTHER_ROOM:
        return _("Join {name}").format(name=name)
    if finding.kind is FindingKind.NEW_ROOM:
        return _("Make or join {name}").format(name=name)
    is_channel = finding.kind is FindingKind.ROOM and len(name) > 1
    return name.removeprefix("#") if is_channel else name


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
