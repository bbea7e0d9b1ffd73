"""Emoji in the box to write in: pictures on the screen, and text for everybody else."""

import pytest

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


def test_so_many_emoji_that_drawing_would_take_long_stay_letters(box, settle):
    box.show_text("🙂" * 500)
    settle()

    assert not box.entry.image_names()
    assert box.text() == "🙂" * 500


PARTS = {
    "astronaut": "👩🏽‍🚀",
    "family": "👩‍👩‍👧‍👦",
    "flag": "🇩🇪",
    "england": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "heart": "❤️‍🔥",
}


@pytest.mark.parametrize("name", PARTS)
def test_an_emoji_written_part_by_part_never_shows_its_joints(box, settle, name):
    boxes = set()

    for part in f"a {PARTS[name]}":
        box.entry.insert("insert", part)
        settle()
        boxes |= set(box.entry.get("1.0", "end-1c")) - set("a \u2764")

    assert boxes == set()
    assert len(box.entry.image_names()) == 1
    assert box.text() == f"a {PARTS[name]}"


def test_a_cursor_in_the_middle_of_an_emoji_is_put_behind_it(box, settle):
    box.entry.fill("a 🇩🇪 b", 3)

    assert box.entry.cursor() == 4
    assert len(box.entry.image_names()) == 1
