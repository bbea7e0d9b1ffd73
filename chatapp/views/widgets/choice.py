"""Some buttons in a row, of which one is chosen; what finds no room wraps."""

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.widgets.form_field import wrap_itself
from chatapp.views.widgets.wrapped_buttons import WrappedButtons


class Choice(ttk.Frame):
    """The last one is chosen to begin with; `on_choose` hears of another one."""

    def __init__(
        self, master: tk.Misc, look: Look, label: str, choices: Sequence[str]
    ) -> None:
        super().__init__(master, style="Page.TFrame")
        self.on_choose: Callable[[int], None] = lambda _index: None
        title = ttk.Label(self, text=label, style="PageBold.TLabel")
        title.grid(row=0, sticky="ew")
        wrap_itself(title)
        look.space(title, pady=(0, 5))
        place = WrappedButtons(self, look)
        place.grid(row=1, sticky="ew")
        self.columnconfigure(0, weight=1)
        self.buttons = [
            ttk.Button(place, text=words, command=lambda at=index: self.choose(at))
            for index, words in enumerate(choices)
        ]
        place.show(self.buttons)
        self.choose(len(choices) - 1)

    def choose(self, index: int) -> None:
        """Let this be what is chosen, and tell of it."""
        self.show(index)
        self.on_choose(index)

    def show(self, index: int) -> None:
        """Show this as what is chosen."""
        self.chosen = index
        for number, button in enumerate(self.buttons):
            is_chosen = number == index
            button.configure(style="Jump.TButton" if is_chosen else "Choice.TButton")
