"""Sees whether a card shows all that is in it, within itself and its window."""

import tkinter as tk
from collections.abc import Iterator
from itertools import combinations
from tkinter import ttk

from chatapp.views.cards.card import Card
from chatapp.views.cards.dialog import Dialog
from chatapp.views.widgets.fitted_label import FittedLabel

Box = tuple[int, int, int, int]
SPOKEN = ttk.Button | ttk.Label | tk.Label | tk.Button
WORKED = ttk.Button | ttk.Entry | tk.Button | tk.Entry | tk.Listbox | tk.Text


def what_is_wrong(card: Card) -> list[str]:
    """Tell what is cut, lies outside or over something else, wherever one scrolls."""
    card.update()
    wrong = [*cut_words(card), *outside(card, card.winfo_toplevel())]
    inside = [it for it in seen(card) if isinstance(it, WORKED)]
    if not isinstance(card, Dialog):
        return [*wrong, *overlapping(inside)]
    for widget in inside:
        if in_content(card, widget):
            card.scrolled.reveal(widget)
            card.update()
            hidden = widget.winfo_height() - height_of(visible(card, widget))
            if hidden > 0 and widget.winfo_height() < card.scrolled.winfo_height():
                wrong.append(f"{named(widget)} cannot be scrolled into sight")
        wrong += overlapping(inside, card)
    return list(dict.fromkeys(wrong))


def cut_words(card: tk.Misc) -> Iterator[str]:
    """Find words that have less room than they need."""
    for widget in seen(card):
        if isinstance(widget, SPOKEN) and not isinstance(widget, FittedLabel):
            if widget.winfo_reqwidth() > widget.winfo_width():
                yield f"{named(widget)} has no room for its words"
            if widget.winfo_reqheight() > widget.winfo_height():
                yield f"{named(widget)} has no room for its lines"


def outside(card: Card, window: tk.Misc) -> Iterator[str]:
    """Find what lies outside the card or the window, and cannot be moved there."""
    for widget in (card, *seen(card)):
        left, _top, right, _bottom = box(widget)
        around = box(window if widget is card else card)
        if left < around[0] or right > around[2]:
            yield f"{named(widget)} lies beside it"
        if isinstance(card, Dialog):
            if widget is card or in_content(card, widget):
                continue
            card.reveal(widget)
            card.update()
        _left, top, _right, bottom = box(widget)
        edges = box(window)
        if top < edges[1] or bottom > edges[3]:
            yield f"{named(widget)} lies above or below it"


def overlapping(widgets: list[tk.Misc], card: Dialog | None = None) -> Iterator[str]:
    """Find what can be used and lies over something else that can."""
    for one, other in combinations(widgets, 2):
        if str(other).startswith(f"{one}.") or str(one).startswith(f"{other}."):
            continue
        boxes = [visible(card, it) if card else box(it) for it in (one, other)]
        first, second = boxes
        width = min(first[2], second[2]) - max(first[0], second[0])
        height = min(first[3], second[3]) - max(first[1], second[1])
        if width > 0 and height > 0:
            yield f"{named(one)} and {named(other)} lie over each other"


def visible(card: Dialog, widget: tk.Misc) -> Box:
    """Tell which part of a widget is to be seen as the card is scrolled now."""
    left, top, right, bottom = box(widget)
    if in_content(card, widget):
        _left, first, _right, last = box(card.scrolled)
        top, bottom = max(top, first), min(bottom, last)
    return left, top, right, bottom


def in_content(card: Dialog, widget: tk.Misc) -> bool:
    return str(widget).startswith(f"{card.scrolled}.")


def seen(widget: tk.Misc) -> Iterator[tk.Misc]:
    for child in widget.winfo_children():
        if child.winfo_viewable():
            yield child
            yield from seen(child)


def box(widget: tk.Misc) -> Box:
    left, top = widget.winfo_rootx(), widget.winfo_rooty()
    return left, top, left + widget.winfo_width(), top + widget.winfo_height()


def height_of(part: Box) -> int:
    return part[3] - part[1]


def named(widget: tk.Misc) -> str:
    words = widget.cget("text") if isinstance(widget, SPOKEN) else ""
    return f"{type(widget).__name__} {words!r}"
