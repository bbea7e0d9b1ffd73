"""A small card over the window that asks for an account: its name, and its proof."""

import tkinter as tk
from collections.abc import Callable, Mapping

import ttkbootstrap as ttk

from chatapp.models.entities import AccountField, AccountForm, AccountWords
from chatapp.views.cards.dialog import Dialog
from chatapp.views.look.palette import Look
from chatapp.views.widgets.form_field import FormField

OnForm = Callable[[AccountForm], Mapping[AccountField, str]]


class AccountDialog(Dialog):
    """Stays until what was typed is accepted, or it is given up."""

    width = 440

    def __init__(self, window: tk.Toplevel, look: Look, words: AccountWords) -> None:
        super().__init__(
            window, look, words.title, words.words, words.action, words.cancel
        )
        self.on_form: OnForm = lambda _form: {}
        fields = ttk.Frame(self.content, style="Page.TFrame")
        fields.grid(row=2, sticky="ew", columnspan=2)
        fields.columnconfigure(0, weight=1)
        look.space(fields, pady=(14, 6))
        self.fields = {
            AccountField.NAME: FormField(fields, look, words.name),
            AccountField.PASSWORD: FormField(fields, look, words.password, secret=True),
            AccountField.CERTIFICATE: FormField(
                fields, look, words.certificate, words.example
            ),
        }
        for row, field in enumerate(self.fields.values()):
            field.on_enter = self.submit
            is_alone = field is not self.fields[AccountField.CERTIFICATE]
            field.grid(row=row, column=0, sticky="ew", columnspan=1 + is_alone)
            look.space(field, pady=(0 if row == 0 else 2, 0))
        self._choose = ttk.Button(
            fields, text=words.choose, style="Second.TButton", command=self._find_file
        )
        self._choose.grid(row=2, column=1, sticky="n")
        look.space(self._choose, padx=(10, 0), pady=(27, 0))

    def open(self, form: AccountForm) -> None:
        """Show what is known, and let it be changed."""
        known = (form.name, form.password, form.certificate)
        for field, text in zip(self.fields.values(), known, strict=True):
            field.text = text
        name = self.fields[AccountField.NAME]
        self.show(name.entry)
        name.take_focus()

    def submit(self) -> None:
        """Offer what was typed; close if it is accepted, else show what is wrong."""
        texts = [field.text for field in self.fields.values()]
        problems = self.on_form(AccountForm(*texts))
        if not self.winfo_exists():
            return
        if not problems:
            self.close()
            return
        for name, field in self.fields.items():
            field.show_problem(problems.get(name, ""))
        self.fields[next(iter(problems))].take_focus()

    def _find_file(self) -> None:
        from tkinter import filedialog  # noqa: PLC0415 - few need it

        chosen = filedialog.askopenfilename(parent=self, title=self._choose["text"])
        if chosen:
            self.fields[AccountField.CERTIFICATE].text = str(chosen)
