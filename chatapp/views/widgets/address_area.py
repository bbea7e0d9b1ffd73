"""Where to sign in: address and port, and the chats around here underneath."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.views.look.palette import Look
from chatapp.views.rails.server_list import ServerList
from chatapp.views.widgets.form_field import FormField, show
from chatapp.views.widgets.problem_line import ProblemLine
from chatapp.wire.ports import PLAIN_PORT

_ABOVE = 4


class AddressArea(ttk.Frame):
    """Is as high with a problem as without: the list gives it the room."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self._look = look
        self.columnconfigure(0, weight=1)
        self._line = line = ProblemLine(self, look)
        name, example = _("Server address"), "chat.example.org"
        self.address = FormField(self, look, name, example, line=line)
        self.address.grid(row=0, column=0, sticky="sew")
        usual = str(PLAIN_PORT)
        self.port = FormField(self, look, _("Port"), usual, width=6, line=line)
        self.port.grid(row=0, column=1, sticky="sew")
        look.space(self.port, padx=(12, 0))
        line.grid(row=1, column=0, columnspan=2, sticky="ew")
        look.space(line, pady=(_ABOVE, 0))
        line.grid_remove()
        line.on_say = self._show_line
        line.bind("<Configure>", lambda _event: self._share(), add="+")
        self.servers = ServerList(self, look)
        self.servers.grid(row=2, column=0, columnspan=2, sticky="ew")
        look.space(self.servers, pady=(10, 0))

    def show_problems(self, address: str, port: str) -> None:
        """Say what is wrong with each; "" says that nothing is."""
        self.address.show_problem(address)
        self.port.show_problem(port)

    def _show_line(self) -> None:
        show(self._line, bool(self._line.cget("text")))
        self._share()

    def _share(self) -> None:
        """Take the room for what is wrong from the list."""
        is_shown = bool(self._line.winfo_manager())
        height = self._line.winfo_reqheight() + self._look.px(_ABOVE)
        self.servers.give_way(height if is_shown else 0)
