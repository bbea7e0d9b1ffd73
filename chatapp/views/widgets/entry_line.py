"""A line to write in whose words stand in its middle, also after a zoom."""

import tkinter as tk
from typing import Any

import ttkbootstrap as ttk


class EntryLine(ttk.Entry):
    """Takes what an entry of ttk takes; its font by the name of one."""

    def __init__(self, master: tk.Misc, font: str, **options: Any) -> None:
        super().__init__(master, font=font, **options)
        self._font = font
        self.bind("<Configure>", lambda _event: self._lay_out(), add="+")

    def _lay_out(self) -> None:
        """Have Tk find the middle anew, which it does for another font only."""
        self.configure(font=self._font)
