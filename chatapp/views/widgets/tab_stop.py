"""Lets Tab stop only at what is to be seen, and not at what something lies over."""

import tkinter as tk

from chatapp.views.cards.card import open_card

_NEXT, _PREVIOUS = "tk_focusNext", "tk_focusPrev"
_INSET = 2


def pass_over_hidden(root: tk.Misc) -> None:
    """Let Tab and Shift+Tab pass over what is hidden, in all windows of the program."""
    for event, step in (("<<NextWindow>>", _NEXT), ("<<PrevWindow>>", _PREVIOUS)):
        # By its path, as Tk's own dialogs have widgets that are none of Python's.
        command = root.register(lambda path, step=step: _go_on(root, path, step))
        root.tk.call("bind", "all", event, f"{command} %W")


def focus_next_seen(widget: tk.Misc) -> None:
    """Give the keyboard to the next widget that is to be seen."""
    _go_on(widget, str(widget), _NEXT)


def focus_previous_seen(widget: tk.Misc) -> None:
    """Give the keyboard to the widget before it that is to be seen."""
    _go_on(widget, str(widget), _PREVIOUS)


def _go_on(root: tk.Misc, start: str, step: str) -> None:
    call = root.tk.call
    card = open_card(root, start)
    if card is None:
        path = _next_seen(root, start, step)
    else:
        path = card.next_stop(start, 1 if step == _NEXT else -1)
    if path not in ("", start):
        call("event", "generate", start, "<<TraverseOut>>")
        call("focus", path)
        call("event", "generate", path, "<<TraverseIn>>")


def _next_seen(root: tk.Misc, start: str, step: str) -> str:
    path = str(root.tk.call(step, start))
    passed = {start}
    while path not in passed and not _is_seen(root, path):
        passed.add(path)
        path = str(root.tk.call(step, path))
    return path


def _is_seen(root: tk.Misc, path: str) -> bool:
    """Tell whether a widget is to be seen, or would be if one scrolled to it."""
    shown = _shown_part(root, path)
    if shown is None:
        return True
    left, top, right, bottom = shown
    across = (left + _INSET, (left + right) // 2, right - _INSET)
    return any(_is_on_top(root, path, x, (top + bottom) // 2) for x in across)


def _shown_part(root: tk.Misc, path: str) -> tuple[int, int, int, int] | None:
    """Give the part that no edge cuts off, on the screen; None if there is none."""
    left, top, right, bottom = _box(root, path)
    window = str(root.tk.call("winfo", "toplevel", path))
    while path != window:
        path = str(root.tk.call("winfo", "parent", path))
        edges = _box(root, path)
        left, top = max(left, edges[0]), max(top, edges[1])
        right, bottom = min(right, edges[2]), min(bottom, edges[3])
    return (left, top, right, bottom) if left < right and top < bottom else None


def _box(root: tk.Misc, path: str) -> tuple[int, int, int, int]:
    asked = ("rootx", "rooty", "width", "height")
    left, top, width, height = (int(root.tk.call("winfo", it, path)) for it in asked)
    return left, top, left + width, top + height


def _is_on_top(root: tk.Misc, path: str, x: int, y: int) -> bool:
    """Tell whether nothing else of its window lies over a widget at a place."""
    call = root.tk.call
    there = str(call("winfo", "containing", "-displayof", path, x, y))
    if not there or call("winfo", "toplevel", there) != call("winfo", "toplevel", path):
        return True  # another window lies there, which hides nothing for good
    return there == path or there.startswith(f"{path}.")
