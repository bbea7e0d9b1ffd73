"""Takes what is dropped on a widget, where the library tkinterdnd2 is installed."""

import logging
import tkinter as tk
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

log = logging.getLogger(__name__)

_LINKS = ("http://", "https://", "irc://", "ircs://", "ftp://")
_COPY = "copy"
_WHAT = "%D"
"""What was dropped, as one word of a command of Tk, whatever it is."""

# The library and Tk's package take a moment, and nobody drops anything before that.
_MOMENT_MS = 1500


class DropTarget:
    """Tells of texts, links and files that are held over a widget, or dropped on it.

    What is within it belongs to it.
    """

    def __init__(self, widget: tk.Widget, *within: tk.Widget) -> None:
        """Accept them a moment from now, when the window has been drawn.

        Args:
            widget: what takes them.
            within: parts of it that the mouse is over, as far as they matter.
        """
        self.on_text: Callable[[str], None] = lambda _text: None
        self.on_files: Callable[[Sequence[Path]], None] = lambda _paths: None
        self.on_hover: Callable[[bool], None] = lambda _is_over: None
        self._is_over = False
        self._widget = widget
        self._within = (widget, *within)
        due = widget.after(_MOMENT_MS, self.accept)
        widget.bind("<Destroy>", lambda _event: widget.after_cancel(due), add="+")

    def accept(self) -> bool:
        """Accept drops from now on; tells whether that is possible here."""
        if not self._widget.winfo_exists():
            return False
        try:
            from tkinterdnd2 import (  # noqa: PLC0415 - it need not be installed
                DND_FILES,
                DND_TEXT,
                TkinterDnD,
            )
        except ImportError:
            return False
        target: Any = self._widget  # the library gives every widget methods of its own
        try:
            TkinterDnD.require(target.winfo_toplevel())
            target.drop_target_register(DND_FILES, DND_TEXT)
        except (RuntimeError, tk.TclError) as error:
            log.info("Nothing can be dropped here: %s", type(error).__name__)
            return False
        self._hear("<<Drop:DND_Files>>", self._files_dropped, _WHAT)
        self._hear("<<Drop:DND_Text>>", self._text_dropped, _WHAT)
        # Not <<DropEnter>>: whoever listens to that is given the keyboard meanwhile.
        self._hear("<<DropPosition>>", self._held_over)
        self._hear("<<DropLeave>>", lambda: self._hover(False))
        # The mouse is told of again once nothing is dragged: also if no end was told.
        for part in self._within:
            for sequence in ("<Motion>", "<Enter>"):
                part.bind(sequence, lambda _event: self._hover(False), add="+")
        return True

    def _hear(self, event: str, do: "Callable[..., object]", told: str = "") -> None:
        """Have Tk's package call something, and tell it no more than it needs.

        The library would have it told what else the other program offers, and the
        package writes that into a command as it is: such a name could be another one.
        """
        command = self._widget.register(do)
        self._widget.tk.call("bind", str(self._widget), event, f"{command} {told}")

    def _held_over(self) -> str:
        self._hover(True)
        return _COPY

    def _hover(self, is_over: bool) -> None:
        if is_over is not self._is_over:
            self._is_over = is_over
            self.on_hover(is_over)

    def _files_dropped(self, data: str) -> str:
        """Take files, and links, which browsers hand over in the same way."""
        self._hover(False)
        parts = [str(part) for part in self._widget.tk.splitlist(data)]
        links = [part for part in parts if part.lower().startswith(_LINKS)]
        files = [Path(part) for part in parts if part not in links]
        if links:
            self.on_text(" ".join(links))
        if files:
            self.on_files(files)
        return _COPY

    def _text_dropped(self, data: str) -> str:
        self._hover(False)
        self.on_text(data.replace("\r\n", "\n").strip("\0"))
        return _COPY
