"""Where the keyboard is when parts of the chat window are folded away."""

import pytest

from chatapp.models.entities import PanelLine, PanelTab
from tests.chatapp.views.test_chat_view import press, resize


def test_a_panel_over_a_narrow_page_leaves_the_box_free_until_escape(view, settle):
    view.panel.open(PanelTab.SEARCH)
    resize(view, "632x500", settle)
    view.composer.take_focus()
    settle()
    over = view.panel.winfo_viewable()
    bottom = view.panel.winfo_rooty() + view.panel.winfo_height()

    press(view, "<Escape>", settle)

    assert over
    assert bottom <= view.composer.winfo_rooty()
    assert not view.panel.winfo_viewable()
    assert view.focus_get() is view.composer.entry


def test_in_a_narrow_window_the_keyboard_is_where_a_found_message_is(view, settle):
    resize(view, "632x500", settle)
    view.panel.on_choose = view.transcript.show_message
    view.panel.on_enter = view.panel.go_to_chosen
    view.panel.open(PanelTab.SEARCH)
    view.panel.add_lines([PanelLine("2", "", "Ada", "14:03", ())], has_more=False)
    settle()

    press(view, "<Return>", settle)

    assert not view.panel.winfo_viewable()
    assert view.focus_get() is view.transcript.text
    assert view.transcript.pointer.chosen.message.key == "2"


@pytest.mark.parametrize("part", ["rooms", "roster"])
def test_the_keyboard_leaves_a_rail_that_is_folded_away(view, settle, part):
    rail = view.rooms.rail.canvas if part == "rooms" else view.roster.canvas
    rail.focus_set()
    settle()

    view.winfo_toplevel().geometry("632x500")
    settle()
    settle()

    assert not rail.winfo_viewable()
    assert view.focus_lastfor() is view.composer.entry
