"""The button beside the box: makes bold, code and more of a text, or takes a file."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.views.look.palette import Look
from chatapp.views.widgets.icon_button import IconButton
from chatapp.views.windows.keys import accelerator
from chatapp.views.writing.entry_marks import BOLD, CODE, ITALIC, STRIKE, EntryMarks
from chatapp.views.writing.entry_menu import INSERT_FILE, EntryMenu

_TIP = _("Bold, italic, code and more")
_ENTRIES = (
    (_("Bold"), BOLD, "Mod-b"),
    (_("Italic"), ITALIC, "Mod-i"),
    (_("Struck out"), STRIKE, "Mod-Shift-x"),
    (_("Code"), CODE, "Mod-e"),
)


class MarksButton(IconButton):
    """Opens a menu over itself; what is chosen holds for what is selected."""

    def __init__(
        self, master: tk.Misc, look: Look, marks: EntryMarks, entry_menu: EntryMenu
    ) -> None:
        super().__init__(master, look, "Input", "type-bold", _TIP, self._open)
        self.menu: tk.Menu = ttk.Menu(self)
        for words, mark, key in _ENTRIES:
            self.menu.add_command(
                label=words,
                accelerator=accelerator(key),
                command=lambda mark=mark: marks.apply(mark),  # type: ignore[misc]  # str
            )
        self.menu.add_command(label=_("Quote"), command=marks.quote)
        self.menu.add_separator()
        self.menu.add_command(label=INSERT_FILE, command=entry_menu.insert_file)

    def _open(self) -> None:
        self.menu.tk_popup(self.winfo_rootx(), self.winfo_rooty())
