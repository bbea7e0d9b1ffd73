"""Keeps the keyboard in the card that lies over a window, in all of the program."""

import tkinter as tk
from collections.abc import Callable

from chatapp.views.cards.card import open_card


def keep_keyboard_in_cards(root: tk.Misc) -> None:
    """Give cards the focus whoever takes it, and Escape wherever it is pressed."""
    _bind_all(root, "<FocusIn>", lambda _path: _keep_focus(root))
    _bind_all(root, "<Escape>", lambda path: _give_up(root, path))


def bind_escape(window: tk.Toplevel, escape: Callable[[], None]) -> None:
    """Call back for Escape in a window, unless the key is a card's."""

    def escaped(_event: "tk.Event[tk.Misc]") -> None:
        if open_card(window, str(window)) is None:
            escape()

    window.bind("<Escape>", escaped)


def _bind_all(root: tk.Misc, event: str, call: Callable[[str], None]) -> None:
    # By its path, as Tk's own dialogs have widgets that are none of Python's.
    root.tk.call("bind", "all", event, f"+{root.register(call)} %W")


def _keep_focus(root: tk.Misc) -> None:
    focus = str(root.tk.call("focus"))
    card = open_card(root, focus) if focus else None
    if card is None:
        return
    if focus == str(card) or focus.startswith(f"{card}."):
        card.focused(root.nametowidget(focus))
    else:
        card.take_focus()


def _give_up(root: tk.Misc, path: str) -> None:
    card = open_card(root, path)
    if card is not None:
        card.give_up()
