"""Tab in cards: round in the order in which one reads, whatever stands in them."""

import pytest

from chatapp.models.entities import ExportField
from chatapp.views.cards.room_browser import RoomBrowser
from tests.chatapp.views.cards.tabbing import tab_round

LABELS = {field: field.name for field in ExportField}


@pytest.fixture
def export(main_window, view, settle):
    card = main_window.new_export(
        "Export", "All of it.", "Export", ["Web", "Text"], LABELS, LABELS
    )
    settle()
    return card


@pytest.fixture
def host_panel(main_window, view, settle):
    panel = main_window.new_host_panel("Invite others")
    panel.show_invitation("ircs://192.168.1.7:6667/", "2C0M-2J0A", "")
    panel.show_only(True)
    settle()
    return panel


def test_the_export_card_is_walked_as_one_reads_it(export):
    since, until, file = (export.fields[field].entry for field in ExportField)
    order = [*export.formats.buttons, since, until, file, export.choose]
    order += [export.cancel, export.action]

    assert tab_round(export, 8) == order
    assert tab_round(export, 8, "<<PrevWindow>>") == [*order[-2::-1], order[-1]]


def test_the_button_at_the_left_end_is_reached_before_those_at_the_right(host_panel):
    reached = tab_round(host_panel, 8)

    assert reached == [
        host_panel.link,
        host_panel.everybody,
        host_panel.invited,
        host_panel.links,
        host_panel.keep,
        host_panel.stop,
        host_panel.cancel,
        host_panel.action,
    ]


def test_a_room_can_be_made_from_the_list_by_keyboard(place, look, settle):
    browser = RoomBrowser(place, look, "Rooms on Lab", "Find a room")
    browser.open()
    settle()

    assert tab_round(browser, 5) == [
        browser.rail.canvas,
        browser.make,
        browser.cancel,
        browser.action,
        browser.field.entry,
    ]


def test_what_cannot_be_pressed_is_passed_over(export):
    export.choose.state(["disabled"])

    assert export.choose not in tab_round(export, 8)


def test_the_arrows_go_from_one_choice_to_the_next(export, settle):
    first, second = export.formats.buttons
    first.focus_force()
    settle()

    assert tab_round(export, 2, "<Right>") == [second, first]
    assert tab_round(export, 1, "<Down>") == [second]
