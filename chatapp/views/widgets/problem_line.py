"""The line under a field: what is wrong with it, or else a note about it."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look


class ProblemLine(ttk.Label):
    """Is a line high also where it says nothing, so that nothing moves by a problem.

    It may belong to several fields; then what is wrong with each stands in a line.
    `on_say` is called when it says something else.
    """

    on_say: Callable[[], None]

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="PageMuted.TLabel")
        self.on_say = lambda: None
        self._look = look
        self._note = ""
        self._problems: dict[str, str] = {}
        self.bind("<Configure>", self._resized)

    def show_problem(self, field: str, problem: str) -> None:
        """Say what is wrong with a field; "" says that nothing is."""
        self._problems[field] = problem
        self._say()

    def show_note(self, note: str) -> None:
        """Say this as long as nothing is wrong."""
        self._note = note
        self._say()

    def _say(self) -> None:
        text = "\n".join(filter(None, self._problems.values()))
        style = "PageDanger.TLabel" if text else "PageMuted.TLabel"
        self.configure(text=text or self._note, style=style)
        self.on_say()

    def _resized(self, event: "tk.Event[tk.Misc]") -> None:
        self.configure(wraplength=event.width - self._look.px(6))
