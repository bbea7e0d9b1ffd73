"""Owns the program's windows: a hidden root, the sign-in window and the chat window."""

import logging
import sys
import threading
import tkinter as tk
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.models.entities import Palette
from chatapp.views.cards.card_keyboard import bind_escape, keep_keyboard_in_cards
from chatapp.views.cards.dialogs import Dialogs
from chatapp.views.login_view import LoginView
from chatapp.views.look.file_dialog_colors import color_file_dialogs
from chatapp.views.look.fonts import own_fontconfig
from chatapp.views.look.palette import Look, register_first_theme
from chatapp.views.look.scale import nearest_zoom, next_zoom
from chatapp.views.transcript.manner import Manner
from chatapp.views.widgets.sheet_place import TITLE_BAR
from chatapp.views.widgets.tab_stop import pass_over_hidden
from chatapp.views.windows.compose_cache import compose_cache
from chatapp.views.windows.keys import PageKeys, bind_buttons, bind_keys
from chatapp.views.windows.mac_menu import give_mac_menu
from chatapp.views.windows.side_windows import SideWindows
from chatapp.views.windows.task_bar import TaskBar
from chatapp.views.windows.tcl_case import guard_case
from chatapp.views.windows.title_bar import match_title_bar
from chatapp.views.windows.tk_loop import TkLoop
from chatapp.views.windows.window_size import Size, WindowSize, start_place
from chatapp.views.windows.work_area import work_area

if TYPE_CHECKING:
    from chatapp.views.chat_frame import ChatFrame, Page
    from chatapp.views.chat_view import ChatView

log = logging.getLogger(__name__)

_CLASS = "Chatapp"
_SMALLEST = (480, 400)
_CHAT_SIZE = (1180, 760)
_SIGN_IN_SIZE = (480, 600)
_LINKS = ("http://", "https://")
_MAC = "::tk::mac::"
"""Commands that Tk calls on macOS; without Quit it ends at once for ⌘Q."""


class MainWindow(TkLoop, Dialogs):
    """The program on the screen, as far as it is not one view's own matter."""

    def __init__(
        self,
        palette: Palette,
        directory: Path,
        *,
        zoom: float = 1.0,
        size: Size | None = None,
    ) -> None:
        """Start Tk in this palette; `directory` keeps what it reads of X11.

        `zoom` and `size`, the chat window's in pixels, are what was told last time.
        """
        self.on_close: Callable[[], None] = self.destroy
        self.on_settings: Callable[[], None] = lambda: None
        self.keys: Mapping[str, Callable[[], object]] = {}
        self.on_zoom: Callable[[float], None] = lambda _zoom: None
        self.on_resized: Callable[[int, int], None] = lambda _width, _height: None
        self._zoom = nearest_zoom(zoom)
        with own_fontconfig(directory), compose_cache(directory):
            root = ttk.App(
                title="chatapp",
                theme=register_first_theme(palette),
                iconphoto=None,
                high_dpi=sys.platform == "win32",  # loads ctypes, for Windows alone
                className=_CLASS,
            )
            root.withdraw()
            self.look = Look(root, palette, self._zoom)
        TkLoop.__init__(self, root)
        Dialogs.__init__(self, self.look, lambda: self.chat or self.sign_in)
        self._set_up_root()
        self._size = size
        self._chat_size: WindowSize | None = None
        self._first: LoginView | None = None
        self.sign_in: tk.Toplevel | None = None
        self.chat: tk.Toplevel | None = None
        self._frame: ChatFrame | None = None
        self._page_keys = PageKeys()
        self.beside = SideWindows(self.look, self._new_window)
        self.task_bar = TaskBar(root, self.look, lambda: self.chat or self.sign_in)

    def _set_up_root(self) -> None:
        """Have the program's own rules hold, and answer macOS, as `_MAC` says."""
        self.root.report_callback_exception = _report
        rules = (guard_case, bind_buttons, pass_over_hidden, keep_keyboard_in_cards)
        for hold in rules:
            hold(self.root)
        color_file_dialogs(self.root, self.look)
        answer = self.root.createcommand
        answer(f"{_MAC}Quit", self._closed)
        answer(f"{_MAC}ShowPreferences", lambda *_: self.on_settings())
        answer(f"{_MAC}ReopenApplication", lambda *_: self.task_bar.bring_up())

    # -- windows ---------------------------------------------------------------

    def show_first(self) -> None:
        """Have the sign-in window seen, before there is anything behind it."""
        self._first = self._new_sign_in()
        self.root.update()

    def open_sign_in(self) -> LoginView:
        """Open the sign-in window, in place of the one that may be open."""
        view, self._first = self._first or self._new_sign_in(), None
        self.look.complete()
        if self.sign_in:
            bind_keys(self.sign_in, self.keys)
        return view

    def _new_sign_in(self) -> LoginView:
        self.close_sign_in()
        self._wear_zoom(self._zoom)
        width, height = map(self.look.px, _SIGN_IN_SIZE)
        window = self.sign_in = self._new_window((width, height))
        view = LoginView(window, self.look)
        view.pack(fill="both", expand=True)
        bind_escape(window, view.escape)
        self._show(window)
        return view

    def open_chat(self) -> "ChatView":
        """Open the page of a chat, in the chat window."""
        return self.open_frame().add_chat()

    def open_frame(self) -> "ChatFrame":
        """Open the chat window; the sign-in window goes as soon as it is there."""
        if self._frame:
            return self._frame
        # The sign-in window is to be there first, and needs none of this.
        from chatapp.views.chat_frame import ChatFrame  # noqa: PLC0415

        self.look.complete()
        self._wear_zoom(self._zoom)
        width, height = map(self.look.scale.unzoomed, _CHAT_SIZE)
        window = self.chat = self._new_window(self._size or (width, height))
        self._chat_size = WindowSize(window, self._resized)
        frame = self._frame = ChatFrame(window, self.look)
        frame.pack(fill="both", expand=True)
        bind_keys(window, self.keys)
        window.bind("<Map>", lambda _event: self.close_sign_in())
        bind_escape(window, frame.escape)
        self.task_bar.watch(window)
        self._show(window)
        return frame

    def open_sign_in_page(self) -> LoginView:
        """Open a page to sign in, in the chat window."""
        return self.open_frame().add_sign_in()

    def show_page(self, page: "Page") -> None:
        """Show one of the pages of the chat window."""
        self._close_dialog()
        self.open_frame().show_page(page)
        self.root.update_idletasks()  # the keyboard goes only to what can be seen

    def drop_page(self, page: "Page") -> None:
        """Take away a page of the chat window for good."""
        if self._frame:
            self._frame.drop_page(page)

    def close_sign_in(self) -> None:
        """Close the sign-in window, if it is open."""
        if self.sign_in:
            self.sign_in.destroy()
            self.sign_in = self._first = None

    def close_chat(self) -> None:
        """Close the chat window, if it is open."""
        self.forget_dialog()
        self.task_bar.show_badge(0)
        self.beside.close()
        if self.chat:
            if self._chat_size:
                self._chat_size.finish()
            self.chat.destroy()
            self.chat = self._frame = None
            self._page_keys = PageKeys()

    def destroy(self) -> None:
        """Close everything, and tell what is not told yet."""
        self.close_chat()
        super().destroy()

    def show_badge(self, count: int) -> None:
        """Show on the program's sign how much waits; 0 shows nothing."""
        self.task_bar.show_badge(count)

    def show_title(self, text: str) -> None:
        """Write this in the title bar of the window that is open."""
        for window in (self.sign_in, self.chat):
            if window:
                window.title(text)

    def _new_window(self, wanted: Size) -> tk.Toplevel:
        window: tk.Toplevel = ttk.Toplevel(
            title="chatapp", iconphoto=None, class_=_CLASS
        )
        window.withdraw()
        unzoomed = self.look.scale.unzoomed
        window.minsize(*map(unzoomed, _SMALLEST))
        area = work_area(window)
        window.geometry(start_place(area, wanted, unzoomed(TITLE_BAR)))
        window.protocol("WM_DELETE_WINDOW", self._closed)
        match_title_bar(window, self.look)
        give_mac_menu(window)
        return window

    def _closed(self) -> None:
        self.on_close()

    def _show(self, window: tk.Toplevel) -> None:
        window.deiconify()
        window.update_idletasks()  # laid out before it is there, it is drawn but once
        window.lift()

    def _resized(self, width: int, height: int) -> None:
        self._size = (width, height)
        self.on_resized(width, height)

    # -- zoom ------------------------------------------------------------------

    def zoom_to(self, zoom: float) -> None:
        """Show everything so much larger than usual: 1.0 is as usual."""
        if zoom != self.look.scale.zoom:
            self._zoom = zoom
            self._wear_zoom(zoom)
            self.on_zoom(zoom)

    def _wear_zoom(self, zoom: float) -> None:
        if zoom != self.look.scale.zoom:
            self.look.zoom(zoom)

    # -- palette and keys --------------------------------------------------------

    def show_palette(self, palette: Palette) -> None:
        """Wear another palette at once, in every window."""
        self.look.wear(palette)

    def show_manner(self, *, is_compact: bool, clock: str) -> None:
        """Write lines so from now on; `clock` is a format for `strftime`."""
        self.look.take_manner(Manner(is_compact, clock))

    def bind_chat_keys(self, keys: Mapping[str, Callable[[], object]]) -> None:
        """Have these keys, too, hold in the chat window, in place of others before."""
        if self.chat:
            self._page_keys.hold(self.chat, keys)

    def enlarge(self) -> None:
        """Show everything larger."""
        self.zoom_to(next_zoom(self.look.scale.zoom, 1))

    def reduce(self) -> None:
        """Show everything smaller."""
        self.zoom_to(next_zoom(self.look.scale.zoom, -1))

    def restore_size(self) -> None:
        """Show everything in its usual size."""
        self.zoom_to(1.0)

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


def _browse(url: str) -> None:
    import webbrowser  # noqa: PLC0415 - it takes long to load, and few need it

    webbrowser.open(url)


def _report(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log a failed callback without the error's words, which may be people's."""
    del error
    frames = "".join(traceback.format_tb(trace))
    log.error("A callback of the window failed: %s\n%s", kind.__name__, frames)
