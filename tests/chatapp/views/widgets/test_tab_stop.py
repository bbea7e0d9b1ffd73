"""Tab stops at what is to be seen only."""

import tkinter as tk

import pytest
import ttkbootstrap as ttk

from chatapp.models.entities import PanelTab
from chatapp.views.widgets.scrolled_rows import ScrolledRows


@pytest.fixture
def buttons(place, settle) -> list[ttk.Button]:
    """Three buttons, one under the other; the first has the keyboard."""
    buttons = [ttk.Button(place, text=text) for text in ("first", "second", "third")]
    for button in buttons:
        button.pack()
    settle()
    buttons[0].focus_force()
    settle()
    return buttons


def press(widget: tk.Misc, settle, key: str = "<Tab>") -> tk.Misc | None:
    """Press a key where the keyboard is; tell where it is then."""
    before = widget.focus_lastfor()
    before.event_generate(key)
    settle()
    return widget.focus_lastfor()


def test_what_is_seen_is_a_stop(buttons, settle) -> None:
    first, second, _third = buttons

    assert press(first, settle) is second
    assert press(first, settle, "<<PrevWindow>>") is first


def test_what_something_lies_over_is_passed_over(place, buttons, settle) -> None:
    first, second, third = buttons

    ttk.Frame(place).place(in_=second, relwidth=1, relheight=1)
    settle()

    assert press(first, settle) is third
    assert press(first, settle, "<<PrevWindow>>") is first


def test_what_something_lies_over_in_part_is_a_stop(place, buttons, settle) -> None:
    first, second, _third = buttons

    ttk.Frame(place).place(in_=second, relx=0.3, relwidth=0.7, relheight=1)
    settle()

    assert press(first, settle) is second


def test_where_nothing_else_is_seen_the_keyboard_stays(place, buttons, settle) -> None:
    first, *others = buttons

    for button in others:
        ttk.Frame(place).place(in_=button, relwidth=1, relheight=1)
    settle()

    assert press(first, settle) is first


def test_what_one_would_see_by_scrolling_is_a_stop(place, look, settle) -> None:
    scrolled = ScrolledRows(place, look)
    scrolled.pack(fill="x")
    buttons = [ttk.Button(scrolled.rows, text=str(at)) for at in range(9)]
    for button in buttons:
        button.pack()
    scrolled.show_height(60)
    settle()
    buttons[0].focus_force()
    settle()

    reached = [press(place, settle) for _ in buttons[1:]]

    assert reached == buttons[1:]


def test_the_dialogs_of_tk_itself_have_their_stops(place, settle) -> None:
    window = place.tk.eval("toplevel .tcl; button .tcl.a; button .tcl.b; set x .tcl")
    place.tk.eval(f"pack {window}.a {window}.b; update; focus -force {window}.a")
    settle()

    place.tk.eval(f"event generate {window}.a <Tab>")
    settle()
    focus = place.tk.eval("focus")
    place.tk.eval(f"destroy {window}")

    assert focus == f"{window}.b"


def test_under_the_panel_in_a_narrow_window_nothing_is_a_stop(view, settle) -> None:
    view.winfo_toplevel().geometry("560x640+0+0")
    settle()
    view.panel.show_tabs(list(PanelTab))
    view.panel.open(PanelTab.SEARCH)
    settle()
    view.panel.pane.focus_force()
    settle()

    reached = [press(view, settle) for _ in range(40)]

    assert {view.panel.field.entry, view.composer.send_button} <= set(reached)
    assert view.header.leave not in reached
    assert view.header.search not in reached
