"""A card that asks how a room is to be exported: the format, the days and the file."""

import tkinter as tk
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import ExportField
from chatapp.views.cards.dialog import Dialog
from chatapp.views.look.palette import Look
from chatapp.views.widgets.choice import Choice
from chatapp.views.widgets.form_field import FormField

BACK, CHOOSE, FORMAT = _("Cancel"), _("Choose…"), _("Format")


class ExportCard(Dialog):
    """Stays until the file is begun, or given up; shows what is wrong at each field."""

    width = 520

    def __init__(
        self,
        window: tk.Toplevel,
        look: Look,
        title: str,
        hint: str,
        action: str,
        formats: Sequence[str],
        labels: Mapping[ExportField, str],
        examples: Mapping[ExportField, str],
    ) -> None:
        super().__init__(window, look, title, hint, action, BACK)
        self.on_format: Callable[[int, str], str] = lambda _index, file: file
        self.on_file: Callable[[int, str], tuple[int, str]] = lambda index, _: (
            index,
            "",
        )
        self.on_export: Callable[
            [int, Mapping[ExportField, str]], Mapping[ExportField, str]
        ] = lambda _index, _fields: {}
        body = self._body = ttk.Frame(self.content, style="Page.TFrame")
        body.grid(row=2, columnspan=2, sticky="ew")
        body.columnconfigure(0, weight=1)
        days = self._days = ttk.Frame(body, style="Page.TFrame")
        days.columnconfigure((0, 1), weight=1, uniform="days")
        look.space(body, pady=(12, 8))
        self.formats = Choice(body, look, FORMAT, formats)
        self.formats.grid(row=0, columnspan=2, sticky="ew")
        self.formats.choose(0)
        self.formats.on_choose = self._format_chosen
        self.fields = {
            field: FormField(days, look, labels[field], examples[field])
            for field in (ExportField.SINCE, ExportField.UNTIL)
        }
        self.fields[ExportField.FILE] = FormField(body, look, labels[ExportField.FILE])
        self.fields[ExportField.FILE].on_change = self._file_changed
        self._arrange()

    def show_file(self, file: str) -> None:
        """Put the name of a file into its field."""
        self.fields[ExportField.FILE].text = file

    def open(self) -> None:
        """Show the card, with the keyboard at its end: all of it is proposed."""
        self.show(self.action)

    def submit(self) -> None:
        """Hand over what is asked for; close unless something is wrong with it."""
        told = {field: form.text for field, form in self.fields.items()}
        problems = self.on_export(self.formats.chosen, told)
        for field, form in self.fields.items():
            form.show_problem(problems.get(field, ""))
        if not problems:
            self.close()
            return
        self.fields[next(iter(problems))].take_focus()

    def _arrange(self) -> None:
        since, until, file = (self.fields[field] for field in ExportField)
        since.grid(row=0, column=0, sticky="new")
        until.grid(row=0, column=1, sticky="new")
        self._look.space(since, padx=(0, 12))
        self._days.grid(row=1, columnspan=2, sticky="ew")
        self._look.space(self._days, pady=(14, 0))
        file.grid(row=2, column=0, sticky="new")
        self._look.space(file, pady=(4, 0), padx=(0, 12))
        self.choose = ttk.Button(
            self._body, text=CHOOSE, style="Second.TButton", command=self._choose_file
        )
        self.choose.grid(row=2, column=1, sticky="ne")
        self._look.space(self.choose, pady=(30, 0))
        for field in self.fields.values():
            field.on_enter = self.submit

    def _format_chosen(self, index: int) -> None:
        file = self.fields[ExportField.FILE]
        named = self.on_format(index, file.text)
        if named != file.text:
            file.text = named
        self._file_changed()

    def _file_changed(self) -> None:
        """Show the format that goes with the file's name, and what is written."""
        file = self.fields[ExportField.FILE]
        index, words = self.on_file(self.formats.chosen, file.text)
        self.formats.show(index)
        file.show_note(words)

    def _choose_file(self) -> None:
        """Have the system's own window ask for a file."""
        from tkinter import filedialog  # noqa: PLC0415 - few need it

        file = self.fields[ExportField.FILE]
        now = Path(file.text)
        chosen = filedialog.asksaveasfilename(
            parent=self._window,
            initialdir=str(now.parent),
            initialfile=now.name,
            confirmoverwrite=False,
        )
        if chosen and self.winfo_exists():
            file.show_problem("")
            file.text = str(chosen)
