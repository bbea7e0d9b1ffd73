"""The cards that keys open: the switcher, and the list of keys."""

import pytest

from chatapp.controllers.shortcuts import key_help
from chatapp.models.entities import Finding, FindingKind
from chatapp.views.windows.keys import label
from tests.chatapp.views.cards.test_trust_dialog import texts

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
    main_window.chat.focus_force()
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


def test_all_rows_have_what_they_tell_on_the_same_side(switcher, settle):
    def sides() -> list[bool]:
        """Tell of each row whether its words stand beside its name."""
        labels = [row.winfo_children()[1:] for row in switcher.rows.winfo_children()]
        return [name.winfo_y() == about.winfo_y() for name, about in labels]

    before = sides()
    long = Finding(FindingKind.COMMAND, "/ban", "Keep somebody out, for ever. " * 3)
    switcher.show_findings([*FINDINGS, long])
    settle()

    assert before == [True] * 3
    assert sides() == [False] * 4


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
    row = switcher.rows.winfo_children()[2]

    row.event_generate("<Button-1>", x=2, y=2)
    settle()

    assert chosen == FINDINGS[2:]


def test_what_is_typed_is_told(switcher, settle):
    typed = []
    switcher.on_type = typed.append

    switcher.field.text = "gar"
    settle()

    assert typed == ["gar"]


def test_what_was_chosen_stays_so_when_more_is_found(switcher, chosen, settle):
    more = Finding(FindingKind.OTHER_ROOM, "#gardeners", "40 people")
    switcher.field.entry.event_generate("<Down>")

    switcher.show_findings([FINDINGS[0], more, FINDINGS[1]])
    settle()
    words = texts(switcher)
    switcher.field.entry.event_generate("<Return>")
    settle()

    assert "Join #gardeners" in words
    assert chosen == FINDINGS[1:2]


def test_who_types_on_begins_with_the_best_again(switcher, chosen, settle):
    switcher.field.entry.event_generate("<Down>")
    switcher.field.text = "mat"

    switcher.show_findings(FINDINGS)
    switcher.field.entry.event_generate("<Return>")
    settle()

    assert chosen == FINDINGS[:1]


def test_where_nothing_is_found_enter_stays(switcher, chosen, settle):
    switcher.show_findings([])
    switcher.field.entry.event_generate("<Return>")
    settle()

    assert chosen == []
    assert "Nothing goes by that." in texts(switcher)
    assert switcher.action.instate(["disabled"])
    switcher.show_findings([Finding(FindingKind.NEW_ROOM, "#tea")])
    assert switcher.action.instate(["!disabled"])
    assert "Make or join #tea" in texts(switcher)


def test_the_keys_are_listed_as_people_read_them(main_window, settle):
    main_window.open_chat()
    main_window.list_shortcuts("Keys", key_help())
    settle()

    shown = texts(main_window.dialog)

    assert label("Mod-k") in shown
    assert "Go to a room, a person or a command" in shown
    main_window.close_chat()


@pytest.mark.parametrize(
    ("size", "zoom"), [("480x400", 1.0), ("900x600", 2.0), ("1100x700", 1.0)]
)
def test_the_list_of_keys_can_be_closed_in_every_window(
    main_window, look, settle, size, zoom
):
    chat = main_window.open_chat()
    look.zoom(zoom)
    chat.winfo_toplevel().geometry(f"{size}+0+0")
    settle()
    main_window.list_shortcuts("Keys", key_help())
    settle()

    card = main_window.dialog
    window, button = chat.winfo_toplevel(), card.action
    below = button.winfo_rooty() + button.winfo_height() - window.winfo_rooty()
    assert card.winfo_y() >= 0
    assert below <= window.winfo_height()
    card.close()
    look.zoom(1.0)
    main_window.close_chat()


def test_keys_that_have_no_room_are_scrolled_to(main_window, settle):
    chat = main_window.open_chat()
    chat.winfo_toplevel().geometry("480x400+0+0")
    settle()
    main_window.list_shortcuts("Keys", key_help())
    settle()
    card = main_window.dialog
    card.action.focus_force()
    settle()

    card.action.event_generate("<Next>")
    settle()

    assert card.scrolled.is_moved
    assert card.content.winfo_reqwidth() <= card.scrolled.winfo_width()
    card.close()
    main_window.close_chat()


def test_emoji_that_a_label_cannot_show_are_named(
    switcher, main_window, settle, monkeypatch
):
    spell = lambda text: text.replace("🍕", ":pizza:")  # noqa: E731
    monkeypatch.setattr(main_window.look, "spell_emoji", spell)

    switcher.show_findings([Finding(FindingKind.ROOM, "#🍕", "All 🍕 of it")])
    settle()

    assert "All :pizza: of it" in " ".join(texts(switcher))
