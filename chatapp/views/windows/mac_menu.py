"""The menu of macOS at the top of the screen, where Tk's own offers to run Tcl."""

import tkinter as tk
from contextlib import suppress
from functools import partial

from chatapp.language import gettext as _
from chatapp.views.windows.keys import accelerator

_EDIT, _WINDOW = _("Edit"), _("Window")
_ENTRIES = (
    ((_("Undo"), "<<Undo>>", "Mod-z"), (_("Redo"), "<<Redo>>", "Mod-Shift-z")),
    (
        (_("Cut"), "<<Cut>>", "Mod-x"),
        (_("Copy"), "<<Copy>>", "Mod-c"),
        (_("Paste"), "<<Paste>>", "Mod-v"),
        (_("Select all"), "<<SelectAll>>", "Mod-a"),
    ),
)
"""For each part of the menu: words, what is told to who has the keyboard, and a key."""


def give_mac_menu(window: tk.Toplevel) -> None:
    """Have a window show the usual menus, and no others; for macOS.

    The system itself fills the program's menu, with the settings and the end, and that
    of the windows.
    """
    if str(window.tk.call("tk", "windowingsystem")) != "aqua":
        return
    bar = tk.Menu(window, tearoff=False)
    bar.add_cascade(menu=tk.Menu(bar, name="apple", tearoff=False))
    edit = tk.Menu(bar, name="edit", tearoff=False)
    for entries in _ENTRIES:
        if edit.index("end") is not None:
            edit.add_separator()
        for words, event, key in entries:
            tell = partial(_tell, window, event)
            edit.add_command(label=words, accelerator=accelerator(key), command=tell)
    bar.add_cascade(label=_EDIT, menu=edit)
    windows = tk.Menu(bar, name="window", tearoff=False)
    bar.add_cascade(label=_WINDOW, menu=windows)
    window.configure(menu=bar)


def _tell(window: tk.Toplevel, event: str) -> None:
    with suppress(
        KeyError
    ):  # tkinter does not know what is Tk's own, as in its dialogs
        focused = window.focus_get()
        if focused:
            focused.event_generate(event)
