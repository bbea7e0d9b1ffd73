"""A small card over the window that asks for one line of text."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.views.form_field import FormField
from chatapp.views.palette import Look

_WIDTH = 400


class TextDialog(ttk.Frame):
    """Asks until the text is accepted, or the dialog is given up."""

    on_text: Callable[[str], str | None]

    def __init__(
        self,
        window: tk.Toplevel,
        look: Look,
        title: str,
        label: str,
        action: str,
        hint: str = "",
    ) -> None:
        super().__init__(window, style="Dialog.TFrame")
        look.fit(self, padding=(26, 22, 26, 20))
        self.on_text = lambda _text: None
        self._look = look
        self._window = window
        self._focus_before: tk.Misc | None = None
        self.columnconfigure(0, weight=1)
        ttk.Label(self, text=title, style="PageHeading.TLabel").grid(
            sticky="w", columnspan=2
        )
        if hint:
            words = ttk.Label(self, text=hint, style="PageMuted.TLabel")
            words.grid(sticky="w", columnspan=2)
            look.fit(words, wraplength=_WIDTH - 52)
            look.space(words, pady=(4, 0))
        self.field = FormField(self, look, label)
        self.field.on_enter = self.submit
        self.field.grid(sticky="ew", columnspan=2)
        look.space(self.field, pady=(14, 18))
        self._cancel = ttk.Button(
            self, text="Cancel", style="Second.TButton", command=self.close
        )
        self._cancel.grid(row=3, column=0, sticky="e")
        look.space(self._cancel, padx=(0, 10))
        self._action = ttk.Button(
            self, text=action, style="Main.TButton", command=self.submit
        )
        self._action.grid(row=3, column=1, sticky="e")
        for widget in (self.field.entry, self._cancel, self._action):
            widget.bind("<Escape>", self._escaped)
        self._keep_tab_inside()

    def open(self, initial: str) -> None:
        """Show the dialog in the middle of the window, over everything else."""
        self._focus_before = self._window.focus_get()
        self._look.scale.follow(self, self._place)
        self.lift()
        self.field.text = initial
        self.field.take_focus()

    def _place(self) -> None:
        width = min(self._look.px(_WIDTH), self._window.winfo_width() or 10_000)
        self.place(relx=0.5, rely=0.42, anchor="center", width=width)

    def submit(self) -> None:
        """Offer the text; close if it is accepted, else show what is wrong."""
        problem = self.on_text(self.field.text)
        if not self.winfo_exists():
            return
        if problem:
            self.field.show_problem(problem)
            self.field.take_focus()
        else:
            self.close()

    def close(self) -> None:
        """Take the dialog away, and give the focus back."""
        if not self.winfo_exists():
            return
        before = self._focus_before
        self.destroy()
        if before is not None and before.winfo_exists():
            before.focus_set()

    def _escaped(self, _event: "tk.Event[tk.Misc]") -> str:
        self.close()
        return "break"

    def _keep_tab_inside(self) -> None:
        first, *_, last = (self.field.entry, self._cancel, self._action)
        last.bind("<Tab>", lambda _event: _go_to(first))
        for back in ("<Shift-Tab>", "<<PrevWindow>>"):
            first.bind(back, lambda _event: _go_to(last))


def _go_to(widget: tk.Misc) -> str:
    widget.focus_set()
    return "break"
