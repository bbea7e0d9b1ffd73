"""What stands in the chat window: the strip of servers, and the page of one of them."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.views.chat_view import ChatView
from chatapp.views.login_view import LoginView
from chatapp.views.look.palette import Look
from chatapp.views.rails.server_strip import WIDTH, ServerStrip

Page = ChatView | LoginView


class ChatFrame(ttk.Frame):
    """One page for each server, of which one is to be seen."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Line.TFrame")
        self._look = look
        self._page: Page | None = None
        self.columnconfigure(1, weight=1)
        self.rowconfigure(0, weight=1)
        # Tk does not lay out again what asks for no room, as a page to sign in does.
        self.grid_propagate(False)
        self._edge = ttk.Frame(self, style="Line.TFrame")
        look.fit(self._edge, width=WIDTH, padding=(0, 0, 1, 0))
        self._edge.pack_propagate(False)
        self._edge.grid(row=0, column=0, sticky="ns")
        self._edge.grid_remove()
        self.strip = ServerStrip(self._edge, look)
        self.strip.pack(fill="both", expand=True)
        self.strip.on_wanted = self._show_strip
        self._is_looking = False
        for event in ("<Unmap>", "<Destroy>"):  # of any part of the window
            master.bind(event, lambda _event: self._look_soon(), add="+")

    def add_chat(self) -> ChatView:
        """Put the page of a chat into the frame, and show it."""
        view = ChatView(self, self._look)
        view.panes_before = (self.strip.canvas,)
        self.show_page(view)
        return view

    def add_sign_in(self) -> LoginView:
        """Put a page to sign in into the frame, and show it."""
        view = LoginView(self, self._look)
        self.show_page(view)
        return view

    def show_page(self, page: Page) -> None:
        """Show a page that was put into the frame, in place of the one that is."""
        if self._page is not None and self._page is not page:
            self._page.grid_remove()
        self._page = page
        page.grid(row=0, column=1, sticky="nsew")

    def drop_page(self, page: Page) -> None:
        """Take a page away for good."""
        if self._page is page:
            self._page = None
        page.destroy()

    def escape(self) -> None:
        """Do what the key Escape is for on the page that is to be seen."""
        if self._page is not None:
            self._page.escape()

    def _look_soon(self) -> None:
        """Look who has the keyboard, once all is done that has a part go."""
        if not self._is_looking and self.winfo_exists():
            self._is_looking = True
            self.after_idle(self._keep_keyboard)

    def _keep_keyboard(self) -> None:
        """Let no keys be lost because what had the keyboard has gone."""
        self._is_looking = False
        if isinstance(self._page, ChatView) and self._page.winfo_exists():
            self._page.keep_keyboard()

    def _show_strip(self, wanted: bool) -> None:
        if wanted:
            self._edge.grid()
        else:
            self._edge.grid_remove()
