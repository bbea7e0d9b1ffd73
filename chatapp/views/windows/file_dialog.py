"""Asks with the system's own dialog which file is to be saved, or read."""

import tkinter as tk
from pathlib import Path


def choose_file(over: tk.Misc, name: str) -> Path | None:
    """Ask for a file that would be called so; None if the person changes his mind."""
    from tkinter import filedialog  # noqa: PLC0415 - few ever need it

    chosen = filedialog.asksaveasfilename(
        parent=over.winfo_toplevel(),
        initialfile=name,
        defaultextension=Path(name).suffix,
    )
    return Path(chosen) if chosen else None


def choose_existing_file(over: tk.Misc) -> Path | None:
    """Ask for a file that is there; None if the person changes his mind."""
    from tkinter import filedialog  # noqa: PLC0415 - few ever need it

    chosen = filedialog.askopenfilename(parent=over.winfo_toplevel())
    return Path(chosen) if chosen else None
