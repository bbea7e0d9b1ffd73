"""Finds what of a program's windows can be seen, and what can be read in it."""

import tkinter as tk
from collections.abc import Iterator
from tkinter import ttk


def windows(root: tk.Misc) -> Iterator[tk.Toplevel]:
    """Give the windows that can be seen, the newest first."""
    for child in reversed(root.winfo_children()):
        if isinstance(child, tk.Toplevel) and child.winfo_viewable():
            yield child


def widgets_below(widget: tk.Misc) -> Iterator[tk.Misc]:
    """Give every widget below this one."""
    for child in widget.winfo_children():
        yield child
        yield from widgets_below(child)


def visible_widgets(root: tk.Misc) -> Iterator[tk.Misc]:
    """Give every widget that can be seen."""
    return (widget for widget in widgets_below(root) if widget.winfo_viewable())


def visible_texts(root: tk.Misc) -> Iterator[str]:
    """Give what can be read in every window."""
    for widget in visible_widgets(root):
        if isinstance(widget, tk.Text):
            yield widget.get("1.0", "end-1c")
        elif isinstance(widget, tk.Canvas):
            for item in widget.find_all():
                if str(widget.type(item)) == "text":
                    yield str(widget.tk.call(widget, "itemcget", item, "-text"))
        elif isinstance(widget, (ttk.Entry, tk.Entry)):
            yield widget.get()
        elif isinstance(widget, (tk.Label, tk.Button, ttk.Label, ttk.Button)):
            yield str(widget["text"])
