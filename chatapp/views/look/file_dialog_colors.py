"""Gives Tk's own file dialog the palette's colours, where the system has none."""

import tkinter as tk
from collections.abc import Iterator

from chatapp.views.look.palette import Look

_CLASS = "TkFDialog"
# After these, other entries of its list may be chosen, and the former ones are black.
_CHOOSING = ("<Button>", "<ButtonRelease>", "<Key>", "<KeyRelease>")
_NOT_CHOSEN = "text&&!selectionText"


def color_file_dialogs(root: tk.Tk, look: Look) -> None:
    """Dress each of them as it opens, now and in every palette.

    Their styles are those of ttk; only the list is Tk's, which is white and asks the
    option database for its ink. That it does but once, so each dialog is a new one.
    """

    def painting(path: str) -> None:
        root.after_idle(_color, root, path, look)

    paint = root.register(painting)

    def opened(event: "tk.Event[tk.Misc]") -> None:
        path = str(event.widget)
        _color(root, path, look)
        for sequence in _CHOOSING:
            root.tk.call("bind", path, sequence, f"{paint} {path}")

    def closed(event: "tk.Event[tk.Misc]") -> None:
        root.after_idle(_destroy_if_done, root, str(event.widget))

    root.bind_class(_CLASS, "<Map>", opened)
    root.bind_class(_CLASS, "<Unmap>", closed)
    look.follow(root, lambda: _set_ink(root, look.palette.text))


def _destroy_if_done(root: tk.Tk, path: str) -> None:
    """Destroy a dialog that was answered; one that is out of sight has its grab."""
    call = root.tk.call
    if int(call("winfo", "exists", path)) and call("grab", "status", path) == "none":
        call("destroy", path)


def _set_ink(root: tk.Tk, ink: str) -> None:
    root.option_add(f"*{_CLASS}*Canvas.foreground", ink)


def _color(root: tk.Tk, path: str, look: Look) -> None:
    palette, call = look.palette, root.tk.call
    for canvas in _canvases(root, path):
        call(canvas, "configure", "-background", palette.input)
        call(canvas, "itemconfigure", _NOT_CHOSEN, "-fill", palette.text)


def _canvases(root: tk.Tk, path: str) -> Iterator[str]:
    """Find them by their paths: they are none of Python's widgets."""
    if not int(root.tk.call("winfo", "exists", path)):
        return
    if root.tk.call("winfo", "class", path) == "Canvas":
        yield path
    for child in root.tk.splitlist(root.tk.call("winfo", "children", path)):
        yield from _canvases(root, str(child))
