"""The card that shows a link for another computer."""

import pytest

from chatapp.views.cards.link_dialog import COPIED, COPY

LINK = "ircs://192.168.1.20:6697/?a=noor&s=secret"


@pytest.fixture
def dialog(main_window, settle):
    main_window.open_chat()
    settle()
    main_window.chat.focus_force()
    settle()
    main_window.show_link(
        title="Use it on another computer",
        text="Paste it.",
        link=LINK,
        on_copy=main_window.copy,
    )
    settle()
    yield main_window.dialog
    main_window.close_chat()


def test_the_link_can_be_read_and_not_changed(dialog):
    dialog.entry.insert(0, "x")

    assert dialog.entry.get() == LINK


def test_its_button_copies_the_link_and_says_so(dialog, settle):
    before = str(dialog.action.cget("text"))

    dialog.focus_get().event_generate("<space>")
    settle()

    assert (before, str(dialog.action.cget("text"))) == (COPY, COPIED)
    assert dialog.clipboard_get() == LINK


def test_escape_closes_it(dialog, settle):
    dialog.focus_get().event_generate("<Escape>")
    settle()

    assert not dialog.winfo_exists()


def test_the_link_can_be_scanned(dialog):
    assert dialog.code.text == LINK
    assert dialog.code.winfo_ismapped()


def test_where_there_is_no_room_for_both_the_link_stands_above_its_code(
    dialog, main_window, settle
):
    dialog.close()
    main_window.chat.geometry("640x400")
    settle()

    words, copy = "Open it there. " * 20, main_window.copy
    main_window.show_link(title="T", text=words, link=LINK, on_copy=copy)
    settle()

    small = main_window.dialog
    end = small.entry.winfo_rooty() + small.entry.winfo_height()
    assert end <= small.code.winfo_rooty()
    assert end <= small.scrolled.winfo_rooty() + small.scrolled.winfo_height()


def test_the_link_fits_the_card(dialog):
    assert dialog.entry.winfo_width() <= dialog.winfo_width()
    assert dialog.action.winfo_ismapped()


def test_no_letter_is_cut_off_beside_the_card(dialog):
    room = dialog.winfo_width() - dialog._words.winfo_x()

    assert dialog._words.winfo_reqwidth() < room
    assert int(str(dialog._words.cget("wraplength"))) < dialog.winfo_width()
