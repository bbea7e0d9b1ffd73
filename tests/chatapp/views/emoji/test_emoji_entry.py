"""Emoji in the box to write in: pictures on the screen, and text for everybody else."""

import pytest

from chatapp.views.emoji.emoji import EmojiArtist
from chatapp.views.emoji.emoji_area import MOST
from chatapp.views.writing.composer_box import ComposerBox


@pytest.fixture
def box(place, look, settle) -> ComposerBox:
    composer = ComposerBox(place, look)
    composer.pack(fill="x")
    settle()
    composer.entry.focus_force()
    settle()
    return composer


def test_emoji_are_shown_as_pictures_and_sent_as_text(box, settle):
    box.entry.insert("insert", "hi 👩‍👩‍👧‍👦 and 👋")
    settle()

    assert len(box.entry.image_names()) == 2
    assert box.entry.get("1.0", "end-1c") == "hi  and "
    assert box.text() == "hi 👩‍👩‍👧‍👦 and 👋"


def test_a_skin_tone_written_behind_an_emoji_colours_it(box, settle):
    box.entry.insert("insert", "👋")
    settle()
    box.entry.insert("insert", "🏽")
    settle()

    assert box.text() == "👋🏽"
    assert len(box.entry.image_names()) == 1


def test_the_cursor_stays_where_an_emoji_was_written(box, settle):
    box.show_text("before  after")
    box.entry.mark_set("insert", "1.7")

    box.entry.insert("insert", "🙂")
    settle()
    box.entry.insert("insert", "x")
    settle()

    assert box.text() == "before 🙂x after"


def test_emoji_are_copied_and_cut_as_text(box, settle):
    box.show_text("one 🙂 two")
    settle()
    box.entry.tag_add("sel", "1.0", "end-1c")

    box.entry.event_generate("<<Copy>>")
    copied = box.clipboard_get()
    box.entry.event_generate("<<Cut>>")
    settle()

    assert copied == box.clipboard_get() == "one 🙂 two"
    assert box.text() == ""


def test_each_change_with_emoji_is_told_once(box, settle):
    told = []
    box.on_change = told.append

    box.entry.insert("end", "🙂")
    settle()

    assert told == ["🙂"]


def test_of_very_many_emoji_the_first_are_pictures(box, settle):
    box.show_text("🙂" * (MOST + 100))
    settle()

    assert len(box.entry.image_names()) == MOST
    assert box.text() == "🙂" * (MOST + 100)


PARTS = {
    "astronaut": "👩🏽‍🚀",
    "family": "👩‍👩‍👧‍👦",
    "flag": "🇩🇪",
    "england": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "heart": "❤️‍🔥",
    "keycap": "1️⃣",
}


@pytest.mark.parametrize("name", PARTS)
def test_an_emoji_written_part_by_part_never_shows_its_joints(box, settle, name):
    boxes = set()

    for part in f"a {PARTS[name]}":
        box.entry.insert("insert", part)
        settle()
        boxes |= set(box.entry.get("1.0", "end-1c")) - set("a 1\u2764\ufe0f")

    assert boxes == set()
    assert len(box.entry.image_names()) == 1
    assert box.text() == f"a {PARTS[name]}"


def test_a_cursor_in_the_middle_of_an_emoji_is_put_behind_it(box, settle):
    box.entry.fill("a 🇩🇪 b", 3)

    assert box.entry.cursor() == 4
    assert len(box.entry.image_names()) == 1


def keys(box, settle, *names):
    for name in names:
        box.entry.event_generate(f"<{name}>")
        settle()


@pytest.mark.parametrize("name", PARTS)
def test_one_emoji_is_one_for_the_keys(box, settle, name):
    box.entry.insert("insert", f"a{PARTS[name]}b")
    settle()

    keys(box, settle, "Left", "Left")
    before = box.entry.cursor()
    keys(box, settle, "Right", "BackSpace")

    assert before == 1
    assert box.text() == "ab"


@pytest.fixture
def without_font(look, monkeypatch):
    """Have no font that has emoji."""
    monkeypatch.setattr(look.emoji, "_artist", EmojiArtist([]))
    names = {"🎉": ":tada:", PARTS["family"]: ":family:"}
    monkeypatch.setattr(look, "spell_emoji", lambda text: names.get(text, text))


@pytest.mark.parametrize("emoji", ["🎉", PARTS["family"], PARTS["flag"]])
def test_an_emoji_that_no_font_has_is_one_picture_of_its_name(
    box, settle, without_font, emoji
):
    box.entry.insert("insert", f"a{emoji}b")
    settle()
    pictures = box.entry.image_names()
    shown = box.entry.get("1.0", "end-1c")

    keys(box, settle, "Left", "BackSpace")

    assert (len(pictures), shown) == (1, "ab")
    assert box.text() == "ab"


def test_what_is_written_before_an_emoji_leaves_the_cursor_where_it_is(box, settle):
    box.show_text("one 🙂 two")
    box.entry.mark_set("insert", "1.0")

    box.entry.insert("insert", "𝄞 ")
    box.entry.insert("1.5", "🎉")
    settle()

    assert box.entry.cursor() == 2
    assert box.text() == "𝄞 on🎉e 🙂 two"
    assert len(box.entry.image_names()) == 2


def test_letters_of_two_flags_are_parted_anew(box, settle):
    box.show_text("🇪🇫")
    box.entry.mark_set("insert", "1.0")

    box.entry.insert("insert", "🇩")
    settle()

    assert box.entry.pictured() == ["🇩🇪", "🇫"]
    assert box.text() == "🇩🇪🇫"


def test_what_stood_between_two_halves_goes_and_they_are_one(box, settle):
    box.show_text("🇩x🇪")
    box.entry.mark_set("insert", "1.2")

    keys(box, settle, "BackSpace")

    assert box.entry.pictured() == ["🇩🇪"]


def test_a_picture_that_was_deleted_is_no_hindrance_to_other_colours(
    box, settle, main_window
):
    box.show_text("a🙂")
    keys(box, settle, "BackSpace")

    main_window.look.wear(main_window.look.palette)
    settle()

    assert box.text() == "a"


def test_what_may_not_be_pasted_stays_on_the_clipboard(box, settle):
    box.entry.on_paste = lambda text: text != "no"
    for text in ("no", "yes"):
        box.entry.clipboard_clear()
        box.entry.clipboard_append(text)
        box.entry.event_generate("<<Paste>>")
        settle()

    assert box.text() == "yes"


def test_with_an_empty_clipboard_nothing_is_pasted(box, settle):
    box.entry.clipboard_clear()

    box.entry.event_generate("<<Paste>>")
    settle()

    assert box.text() == ""
