"""Owns the program's windows: a hidden root, the sign-in window and the chat window."""

import logging
import select
import socket
import sys
import threading
import tkinter as tk
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.models.entities import Palette
from chatapp.views.fonts import own_fontconfig
from chatapp.views.keys import bind_keys
from chatapp.views.login_view import LoginView
from chatapp.views.palette import Look, register_first_theme
from chatapp.views.text_dialog import TextDialog

if TYPE_CHECKING:
    from chatapp.views.chat_view import ChatView
    from chatapp.views.pictures import Photo

log = logging.getLogger(__name__)

_CLASS = "Chatapp"
_SMALLEST = (480, 400)
_CHAT_SIZE = (1180, 760)
_SIGN_IN_SIZE = (480, 600)
_ICON_SIZES = (64, 32)
_LINKS = ("http://", "https://", "ftp://")
# Where Tk cannot watch a socket (Windows), it is looked at this often, in ms.
_BUSY_POLL, _IDLE_POLL, _BUSY_POLLS = 8, 40, 60


class Timer:
    """A callback that is still to come."""

    def __init__(self, root: tk.Misc) -> None:
        self._root = root
        self.key: str | None = None

    def cancel(self) -> None:
        """Let it not come; too late is no error."""
        if self.key is not None:
            self._root.after_cancel(self.key)
            self.key = None


class MainWindow:
    """The program on the screen, as far as it is not one view's own matter."""

    def __init__(self, palette: Palette, directory: Path) -> None:
        """Start Tk in this palette; `directory` keeps a small file for its fonts."""
        self.on_close: Callable[[], None] = self.destroy
        self.on_roll: Callable[[], None] = lambda: None
        with own_fontconfig(directory):
            self.root = ttk.App(
                title="chatapp",
                theme=register_first_theme(palette),
                iconphoto=None,
                className=_CLASS,
            )
            self.root.withdraw()
            self.look = Look(self.root, palette)
        self.root.report_callback_exception = _report
        self.root.bind_class("TButton", "<space>", _press)
        self._timers: set[Timer] = set()
        self._polls: dict[socket.socket, Timer] = {}
        self._icons: list[Photo] = []
        self._sign_in: tk.Toplevel | None = None
        self._chat: tk.Toplevel | None = None
        self._dialog: TextDialog | None = None
        self.look.follow(self.root, self._paint)

    # -- windows ---------------------------------------------------------------

    def open_sign_in(self) -> LoginView:
        """Open the sign-in window, in place of the one that may be open."""
        self.close_sign_in()
        window = self._sign_in = self._new_window(_SIGN_IN_SIZE)
        view = LoginView(window, self.look)
        view.pack(fill="both", expand=True)
        bind_keys(window, {"Mod-r": self._roll})
        self._show(window)
        return view

    def open_chat(self) -> "ChatView":
        """Open the chat window; the sign-in window goes as soon as it is there."""
        # The sign-in window is to be there first, and needs none of this.
        from chatapp.views.chat_view import ChatView  # noqa: PLC0415

        self.close_chat()
        window = self._chat = self._new_window(_CHAT_SIZE)
        view = ChatView(window, self.look)
        view.pack(fill="both", expand=True)
        bind_keys(window, {"Mod-r": self._roll, **view.shortcuts()})
        window.bind("<Map>", lambda _event: self.close_sign_in())
        self._show(window)
        return view

    def close_sign_in(self) -> None:
        """Close the sign-in window, if it is open."""
        if self._sign_in:
            self._sign_in.destroy()
            self._sign_in = None

    def close_chat(self) -> None:
        """Close the chat window, if it is open."""
        self._dialog = None
        if self._chat:
            self._chat.destroy()
            self._chat = None

    def show_title(self, text: str) -> None:
        """Write this in the title bar of the window that is open."""
        for window in (self._sign_in, self._chat):
            if window:
                window.title(text)

    def ask_text(
        self,
        *,
        title: str,
        label: str,
        initial: str,
        action: str,
        on_text: Callable[[str], str | None],
        hint: str = "",
    ) -> None:
        """Ask for a line of text; a problem that `on_text` returns is shown."""
        window = self._chat or self._sign_in
        if window is None:
            return
        if self._dialog:
            self._dialog.close()
        self._dialog = TextDialog(window, self.look, title, label, action, hint)
        self._dialog.on_text = on_text
        self._dialog.open(initial)

    def _new_window(self, size: tuple[int, int]) -> tk.Toplevel:
        window: tk.Toplevel = ttk.Toplevel(
            title="chatapp", iconphoto=None, class_=_CLASS
        )
        window.withdraw()
        width, height = (self.look.px(side) for side in size)
        width = min(width, window.winfo_screenwidth())
        height = min(height, window.winfo_screenheight())
        window.minsize(*(self.look.px(side) for side in _SMALLEST))
        left = (window.winfo_screenwidth() - width) // 2
        top = (window.winfo_screenheight() - height) // 3
        window.geometry(f"{width}x{height}+{left}+{top}")
        window.protocol("WM_DELETE_WINDOW", self._closed)
        return window

    def _closed(self) -> None:
        self.on_close()

    def _show(self, window: tk.Toplevel) -> None:
        window.deiconify()
        window.lift()

    # -- palette ---------------------------------------------------------------

    def show_palette(self, palette: Palette) -> None:
        """Wear another palette at once, in every window."""
        self.look.wear(palette)

    def _paint(self) -> None:
        palette, pictures = self.look.palette, self.look.pictures
        self._icons = [
            pictures.emblem(size, palette.primary, palette.on_accent)
            for size in _ICON_SIZES
        ]
        self.root.iconphoto(True, *(str(icon) for icon in self._icons))

    def _roll(self) -> None:
        self.on_roll()

    # -- the system ------------------------------------------------------------

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        self.root.clipboard_clear()
        self.root.clipboard_append(text)

    def open_link(self, url: str) -> None:
        """Open a link of the web in the browser, which may take its time."""
        if url.lower().startswith(_LINKS):
            threading.Thread(
                target=_browse, args=(url,), name="chatapp-link", daemon=True
            ).start()

    # -- time and sockets ------------------------------------------------------

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Timer:
        """Call back after so many seconds, unless the timer is cancelled."""
        timer = Timer(self.root)

        def run() -> None:
            timer.key = None
            self._timers.discard(timer)
            callback()

        timer.key = self.root.after(round(seconds * 1000), run)
        self._timers.add(timer)
        return timer

    def watch(self, readable: socket.socket, callback: Callable[[], None]) -> None:
        """Call back whenever there is something to read from a socket."""
        if sys.platform == "win32":
            self._poll(readable, callback, _BUSY_POLLS)
        else:
            self.root.createfilehandler(
                readable, tk.READABLE, lambda _file, _mask: callback()
            )

    def unwatch(self, readable: socket.socket) -> None:
        """Stop calling back for a socket; to be done before it is closed."""
        timer = self._polls.pop(readable, None)
        if timer:
            timer.cancel()
        elif sys.platform != "win32":
            self.root.deletefilehandler(readable)

    def _poll(
        self, readable: socket.socket, callback: Callable[[], None], patience: int
    ) -> None:
        ready, _, _ = select.select([readable], [], [], 0)
        patience = _BUSY_POLLS if ready else max(0, patience - 1)
        pause = (_BUSY_POLL if patience else _IDLE_POLL) / 1000
        self._polls[readable] = self.call_later(
            pause, lambda: self._poll(readable, callback, patience)
        )
        if ready:
            callback()

    def run(self) -> None:
        """Serve the windows until they are closed."""
        self.root.mainloop()

    def destroy(self) -> None:
        """Close everything; callbacks that are still to come do not come."""
        for timer in list(self._timers):
            timer.cancel()
        self._timers.clear()
        self.root.destroy()


def _browse(url: str) -> None:
    import webbrowser  # noqa: PLC0415 - it takes long to load, and few need it

    webbrowser.open(url)


def _press(event: "tk.Event[tk.Misc]") -> str:
    if isinstance(event.widget, ttk.Button):
        event.widget.invoke()
    return "break"


def _report(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    log.error("A callback of the window failed", exc_info=(kind, error, trace))
