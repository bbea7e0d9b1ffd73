"""Tab stops at what is to be seen only."""

import pytest
import ttkbootstrap as ttk

from chatapp.views.tab_stop import stop_where_seen


@pytest.fixture
def buttons(place, settle) -> list[ttk.Button]:
    """Two buttons, one under the other."""
    buttons = [ttk.Button(place, text=text) for text in ("first", "second")]
    for button in buttons:
        button.pack()
    stop_where_seen(buttons[1])
    settle()
    return buttons


def test_what_is_seen_is_a_stop(buttons) -> None:
    first, second = buttons

    assert first.tk_focusNext() == second


def test_what_something_lies_over_is_none(place, buttons, settle) -> None:
    first, second = buttons

    ttk.Frame(place).place(in_=second, relwidth=1, relheight=1)
    settle()

    assert first.tk_focusNext() == first


def test_what_has_gone_is_none(buttons, settle) -> None:
    first, second = buttons

    second.pack_forget()
    settle()

    assert first.tk_focusNext() == first
