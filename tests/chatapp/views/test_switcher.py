"""The cards that keys open: the switcher, and the list of keys."""

import pytest

from chatapp.controllers.shortcuts import key_help
from chatapp.models.entities import Finding, FindingKind
from chatapp.views.keys import MODIFIER_NAME, label
from tests.chatapp.views.test_trust_dialog import texts

FINDINGS = [
    Finding(FindingKind.ROOM, "#garden", "Tomatoes", 3),
    Finding(FindingKind.PERSON, "Mateo", "Write a message"),
    Finding(FindingKind.COMMAND, "/whois", "Show what the server knows"),
]


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def switcher(main_window, settle, chosen):
    main_window.open_chat()
    settle()
    main_window._chat.focus_force()
    settle()
    switcher = main_window.new_switcher("Go to", "Where")
    switcher.on_choose = chosen.append
    switcher.show_findings(FINDINGS)
    switcher.open()
    settle()
    yield switcher
    main_window.close_chat()


def test_what_was_found_can_be_read(switcher):
    shown = " ".join(texts(switcher))

    assert "garden" in shown
    assert "3 new" in shown
    assert "Write a message" in shown


def test_enter_goes_to_the_best(switcher, chosen, settle):
    switcher.field.entry.event_generate("<Return>")
    settle()

    assert chosen == FINDINGS[:1]
    assert not switcher.winfo_exists()


def test_down_and_up_choose_another(switcher, chosen, settle):
    switcher.field.entry.event_generate("<Down>")
    switcher.field.entry.event_generate("<Down>")
    switcher.field.entry.event_generate("<Up>")
    switcher.field.entry.event_generate("<Return>")
    settle()

    assert chosen == FINDINGS[1:2]


def test_a_click_goes_there(switcher, chosen, settle):
    row = switcher._rows.winfo_children()[2]

    row.event_generate("<Button-1>", x=2, y=2)
    settle()

    assert chosen == FINDINGS[2:]


def test_what_is_typed_is_told(switcher, settle):
    typed = []
    switcher.on_type = typed.append

    switcher.field.text = "gar"
    settle()

    assert typed == ["gar"]


def test_where_nothing_is_found_enter_stays(switcher, chosen, settle):
    switcher.show_findings([])
    switcher.field.entry.event_generate("<Return>")
    settle()

    assert chosen == []
    assert "Nothing goes by that." in texts(switcher)


def test_the_keys_are_listed_as_people_read_them(main_window, settle):
    main_window.open_chat()
    main_window.list_shortcuts("Keys", key_help())
    settle()

    shown = texts(main_window._dialog)

    assert label("Mod-k") == f"{MODIFIER_NAME}+K"
    assert f"{MODIFIER_NAME}+K" in shown
    assert "Go to a room, a person or a command" in shown
    main_window.close_chat()
