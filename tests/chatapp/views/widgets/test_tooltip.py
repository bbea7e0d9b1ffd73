"""A tooltip over real widgets: where it stands, and what makes it go."""

import pytest
import ttkbootstrap as ttk

from chatapp.views.widgets.tooltip import Tooltip


@pytest.fixture
def row(place, settle) -> list[ttk.Button]:
    """Two buttons beside each other, at the foot of a window."""
    buttons = [ttk.Button(place, text=text) for text in ("B", "Send")]
    for button in buttons:
        button.pack(side="left", anchor="s")
    settle()
    return buttons


def ends(widget) -> tuple[int, int]:
    return widget.winfo_rooty(), widget.winfo_rooty() + widget.winfo_height()


def test_it_stands_above_what_is_low_and_covers_nothing_beside_it(row, settle):
    tip = Tooltip(row[0], "Pick an emoji")

    tip.show_tip()
    settle()

    assert ends(tip.toplevel)[1] <= ends(row[1])[0]


def test_it_stands_below_what_is_high(place, settle):
    button = ttk.Button(place, text="Search")
    button.pack()
    settle()
    tip = Tooltip(button, "Search this room")

    tip.show_tip()
    settle()

    assert ends(tip.toplevel)[0] >= ends(button)[1]


def test_the_next_key_ends_it_wherever_it_is_typed(place, row, settle):
    entry = ttk.Entry(place)
    entry.pack(side="top")
    tip = Tooltip(row[0], "Pick an emoji")
    tip.show_tip()
    entry.focus_force()
    settle()

    entry.event_generate("<a>")
    settle()

    assert tip.toplevel is None
    assert entry.get() == "a"
    assert place.tk.call("bind", "all", "<Key>") == ""


def test_it_ends_by_itself(row, monkeypatch, settle):
    left = []
    monkeypatch.setattr(row[0], "after", lambda *wait: left.append(wait) or "after#0")
    tip = Tooltip(row[0], "Pick an emoji")
    tip.show_tip()

    [(_milliseconds, leave)] = left
    leave()

    assert tip.toplevel is None


def test_a_widget_that_goes_takes_it_along(row, settle):
    tip = Tooltip(row[0], "Pick an emoji")
    tip.show_tip()

    row[0].destroy()
    settle()

    assert tip.toplevel is None
    assert row[1].tk.call("bind", "all", "<Key>") == ""
