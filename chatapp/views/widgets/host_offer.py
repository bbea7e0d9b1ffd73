"""The foot of the form to sign in: a chat can be started here instead."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.views.look.palette import Look
from chatapp.views.widgets.form_field import wrap_itself


class HostOffer(ttk.Frame):
    """A button below a line, and what comes of pressing it."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self.columnconfigure(0, weight=1)
        line = ttk.Frame(self, style="Line.TFrame")
        look.fit(line, height=1)
        line.grid(sticky="ew")
        self.button = ttk.Button(
            self, text=_("Start a chat on this computer"), style="Second.TButton"
        )
        self.button.grid(sticky="ew")
        look.space(self.button, pady=(18, 0))
        hint = ttk.Label(
            self,
            text=_("Others on your network can then join you."),
            style="PageSmall.TLabel",
        )
        hint.grid(sticky="ew")
        look.space(hint, pady=(8, 0))
        hint.configure(anchor="center", justify="center")
        wrap_itself(hint)
