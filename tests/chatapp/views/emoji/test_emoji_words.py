"""Words on labels, buttons and in menus, with emoji among them."""

import pytest
import ttkbootstrap as ttk

from chatapp.models.entities import MenuEntry
from chatapp.views.emoji.emoji_words import WordsOn, emoji_words
from chatapp.views.widgets.parted_menu import PartedMenu


@pytest.fixture(autouse=True)
def spelled(look, monkeypatch):
    monkeypatch.setattr(look, "spell_emoji", lambda text: text.replace("🎉", ":tada:"))


@pytest.fixture
def button(place) -> ttk.Button:
    button = ttk.Button(place, style="Main.TButton")
    button.pack()
    return button


@pytest.fixture
def words(button, look) -> WordsOn:
    return WordsOn(button, look, look.fonts.label)


def said(button: ttk.Button) -> tuple[str, bool, str]:
    """Give a button's words, whether it has a picture, and on which side."""
    picture = bool(str(button.cget("image")))
    return str(button.cget("text")), picture, str(button.cget("compound"))


def test_an_emoji_at_the_end_is_a_picture_behind_the_words(words, button):
    words.show("Leave #otters🎉")

    assert said(button) == ("Leave #otters", True, "right")


def test_an_emoji_at_the_begin_is_a_picture_before_the_words(words, button):
    words.show("🎉 Join")

    assert said(button) == (" Join", True, "left")


def test_other_emoji_are_named(words, button):
    words.show("A 🎉 between")

    assert said(button) == ("A :tada: between", False, "left")


def test_words_without_emoji_take_the_place_of_those_with_one(words, button):
    words.show("Leave #otters🎉")

    words.show("Leave")

    assert said(button) == ("Leave", False, "left")


def test_what_cannot_be_drawn_is_named(words, button, look, monkeypatch):
    monkeypatch.setattr(look.emoji, "has", lambda _emoji, _size: False)

    words.show("Leave #otters🎉")

    assert said(button) == ("Leave #otters:tada:", False, "left")


def test_a_picture_grows_with_the_words(words, button, look, main_window):
    words.show("Leave #otters🎉")
    before = words._shown.photo.height()

    main_window.zoom_to(2.0)
    after = words._shown.photo.height()
    main_window.zoom_to(1.0)

    assert after > 1.5 * before


def test_entries_of_menus_have_their_emoji_too(place, look):
    menu = PartedMenu(place, look)
    menu.fill([[MenuEntry("Leave 🎉", print), MenuEntry("🎉", print, is_on=True)]])

    pictures = [str(menu.menu.entrycget(place, "image")) for place in (0, 1)]
    assert all(pictures)
    assert menu.menu.entrycget(0, "label") == "Leave "


def test_the_words_of_rtl_and_strangers_are_as_safe_as_anywhere(look):
    assert emoji_words(look, "a\u202eb", look.fonts.label).words == "ab"
