"""A card that lists what was found out, with what to do, while more is coming."""

import tkinter as tk
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.views.cards.dialog import Dialog
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import safe
from chatapp.wire.findings import Finding, Verdict

if TYPE_CHECKING:
    from chatapp.views.look.pictures import Photo

COPY, COPIED = _("Copy report"), _("Copied")
_ICONS = {
    Verdict.OK: "check-circle",
    Verdict.WARN: "exclamation-triangle",
    Verdict.FAIL: "exclamation-circle-fill",
}
_FIRST = (Verdict.FAIL, Verdict.WARN, Verdict.OK)
_MOST_HEIGHT, _LEAST_HEIGHT = 430, 60
_TEXT_INDENT = 28


class FindingsDialog(Dialog):
    """The findings, what is wrong above what is well; they can be copied."""

    width = 560
    middle = 0.5

    def __init__(self, window: tk.Toplevel, look: Look, title: str) -> None:
        super().__init__(window, look, title, "", action=COPY, cancel=_("Close"))
        self.on_copy: Callable[[], None] = lambda: None
        self._findings: tuple[Finding, ...] = ()
        self._photos: list[Photo] = []
        self._progress = ttk.Label(self.content, style="PageMuted.TLabel")
        self._progress.grid(row=1, columnspan=2, sticky="w")
        look.space(self._progress, pady=(4, 0))
        # A frame holds the height; the text in it would ask for whole lines.
        self._frame = ttk.Frame(self.content, style="Page.TFrame")
        self._frame.grid(row=2, columnspan=2, sticky="ew")
        self._frame.grid_propagate(False)
        self._frame.columnconfigure(0, weight=1)
        self._frame.rowconfigure(0, weight=1)
        look.space(self._frame, pady=(12, 18))
        self.text = self._new_text()
        self.action.state(["disabled"])
        look.follow(self, self._paint)

    def open(self) -> None:
        """Show the card in the middle of the window, over everything else."""
        self.show(self.cancel)

    def submit(self) -> None:
        """Copy the report, and say so; the card stays."""
        self.on_copy()
        self.action.configure(text=COPIED)

    def show_progress(self, text: str) -> None:
        """Say how far it is, or what it comes to."""
        if self.winfo_exists():
            self._progress.configure(text=text)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, what is wrong first."""
        if not self.winfo_exists():
            return
        self._findings = tuple(findings)
        self.action.state(["!disabled"])
        self.action.configure(text=COPY)
        self._write()
        self._place()

    def _new_text(self) -> tk.Text:
        text: tk.Text = ttk.Text(
            self._frame,
            autostyle=False,
            bd=0,
            highlightthickness=0,
            width=1,
            height=1,
            wrap="word",
            padx=0,
            pady=0,
            cursor="arrow",
            state="disabled",
            takefocus=True,
            font=self._look.fonts.note,
        )
        text.grid(row=0, column=0, sticky="nsew")
        bar = ttk.Scrollbar(
            self._frame, style="Page.Vertical.TScrollbar", command=text.yview
        )
        bar.grid(row=0, column=1, sticky="ns")
        text.configure(yscrollcommand=bar.set)
        text.bind("<Up>", lambda _event: self._scroll(-3))
        text.bind("<Down>", lambda _event: self._scroll(3))
        return text

    def _scroll(self, units: int) -> str:
        self.text.yview_scroll(units, "units")
        return "break"

    def _write(self) -> None:
        """Write all rows anew, and stay where the reader is."""
        text, place = self.text, self.text.yview()[0]
        text.configure(state="normal")
        text.delete("1.0", "end")
        order = sorted(self._findings, key=lambda it: _FIRST.index(it.verdict))
        for finding in order:
            self._write_one(finding, is_first=finding is order[0])
        text.configure(state="disabled")
        text.yview_moveto(place)

    def _write_one(self, finding: Finding, *, is_first: bool) -> None:
        text = self.text
        if not is_first:
            text.insert("end", "\n")
        photo = self._signs[finding.verdict]
        start = text.index("end-1c")
        text.image_create("end", image=photo, align="center")
        text.tag_add("name", start)
        text.insert("end", f"\t{safe(finding.name)}\n", ("name",))
        text.insert("end", safe(finding.sentence), ("sentence",))
        if finding.advice:
            text.insert("end", f"\n{safe(finding.advice)}", ("advice",))

    def fit_content(self, room: int) -> int:
        """Be as tall as the findings are, and no taller than the window allows."""
        self._progress.configure(wraplength=self.inner_width)
        self.update_idletasks()
        counted = self.text.tk.call(
            self.text, "count", "-update", "-ypixels", "1.0", "end"
        )
        needed = int(counted) / self._look.scale.factor + 4
        self.leave(self._frame, room, _LEAST_HEIGHT, min(_MOST_HEIGHT, needed))
        return super().fit_content(room)

    def _paint(self) -> None:
        look, palette, px = self._look, self._look.palette, self._look.px
        colors = {
            Verdict.OK: palette.success_text,
            Verdict.WARN: palette.warning_text,
            Verdict.FAIL: palette.danger_text,
        }
        self._signs = {
            verdict: look.pictures.icon(_ICONS[verdict], px(17), color, palette.page)
            for verdict, color in colors.items()
        }
        indent = px(_TEXT_INDENT)
        look.dress_text(self.text)
        self.text.configure(tabs=(indent,))
        tag = self.text.tag_configure
        tag("name", font=look.fonts.label, spacing1=px(9))
        for name, color in (("sentence", palette.text), ("advice", palette.accent)):
            tag(name, lmargin1=indent, lmargin2=indent, foreground=color)
        tag("advice", spacing1=px(2))
        self._write()
