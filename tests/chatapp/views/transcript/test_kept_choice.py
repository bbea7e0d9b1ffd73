"""A message stays chosen while a card is open, and no longer than that."""

import pytest

from chatapp.models.entities import Emoji, EmojiGroup
from chatapp.views.chat_view import ChatView
from chatapp.views.emoji.emoji_picker import EmojiPicker

GROUPS = [EmojiGroup("Faces", "😀", (Emoji("😀", "grinning"),))]


def press(view: ChatView, settle, *keys: str) -> None:
    for key in keys:
        (view.focus_get() or view).event_generate(key)
        settle()


def chosen(view: ChatView) -> str:
    """Give the text of the message that is chosen."""
    place = view.transcript.text.tag_ranges("chosen")
    return view.transcript.rows.at(str(place[0])).message.text if place else ""


@pytest.fixture
def reacting(view, main_window, settle) -> EmojiPicker:
    """Choose the last message by keyboard, and open the picker on it."""
    view.transcript.text.focus_force()
    press(view, settle, "<Up>")
    picker = main_window.new_emoji_picker("Search", "Nothing")
    picker.show_groups(GROUPS)
    picker.open()
    settle()
    return picker


def test_who_has_reacted_by_keyboard_is_still_at_the_message(view, reacting, settle):
    meanwhile = chosen(view)

    press(view, settle, "<Return>")

    assert (meanwhile, chosen(view)) == ("No", "No")
    assert view.focus_get() is view.transcript.text
    assert not reacting.winfo_exists()


def test_a_card_that_is_given_up_leads_back_to_the_message(view, reacting, settle):
    press(view, settle, "<Escape>")
    press(view, settle, "<Up>")

    assert not reacting.winfo_exists()
    assert chosen(view) == "Yes"


def test_who_goes_to_the_box_leaves_no_message_chosen(view, settle):
    view.transcript.text.focus_force()
    press(view, settle, "<Up>")

    view.composer.entry.focus_set()
    settle()
    view.transcript.text.focus_set()
    settle()

    assert chosen(view) == ""


def test_who_goes_from_the_card_to_the_box_leaves_none_either(view, reacting, settle):
    view.composer.entry.event_generate("<Button-1>", x=5, y=5)
    settle()
    there = view.focus_get()
    view.transcript.text.focus_set()
    settle()

    assert there is view.composer.entry
    assert not reacting.winfo_exists()
    assert chosen(view) == ""


def test_a_pointer_that_goes_takes_no_choice_of_the_keyboard(view, settle):
    view.transcript.text.focus_force()
    press(view, settle, "<Up>")

    view.transcript.text.event_generate("<Leave>")
    settle()

    assert chosen(view) == "No"
