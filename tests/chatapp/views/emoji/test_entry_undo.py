"""Undo and Redo in the box, emoji included."""

import pytest

from chatapp.views.emoji.entry_undo import MOST_STEPS
from chatapp.views.writing.composer_box import ComposerBox

FAMILY = "👩‍👩‍👧‍👦"


@pytest.fixture
def box(place, look, settle) -> ComposerBox:
    composer = ComposerBox(place, look)
    composer.pack(fill="x")
    settle()
    composer.entry.focus_force()
    settle()
    return composer


def write(box, settle, *parts: str) -> None:
    for part in parts:
        box.entry.insert("insert", part)
        settle()


def press(box, settle, *events: str) -> list[str]:
    """Press keys; give what stands in the box after each."""
    texts = []
    for event in events:
        box.entry.event_generate(event)
        settle()
        texts.append(box.text())
    return texts


def test_words_are_undone_one_by_one_and_done_again(box, settle):
    write(box, settle, *"one two")

    texts = press(box, settle, "<<Undo>>", "<<Undo>>", "<<Undo>>", "<<Redo>>")

    assert texts == ["one ", "", "", "one "]


def test_an_emoji_takes_nothing_of_what_can_be_undone(box, settle):
    write(box, settle, *"hi ", FAMILY, "!")

    texts = press(box, settle, "<<Undo>>", "<<Undo>>", "<<Undo>>")
    again = press(box, settle, "<<Redo>>", "<<Redo>>", "<<Redo>>")

    assert texts == [f"hi {FAMILY}", "hi ", ""]
    assert again[-1] == f"hi {FAMILY}!"
    assert len(box.entry.image_names()) == 1


def test_an_emoji_that_was_deleted_comes_back(box, settle):
    write(box, settle, f"a{FAMILY}")

    texts = press(box, settle, "<BackSpace>", "<<Undo>>")

    assert texts == ["a", f"a{FAMILY}"]
    assert box.entry.pictured() == [FAMILY]


def test_what_is_deleted_in_one_go_comes_back_in_one(box, settle):
    box.show_text("one two")

    press(box, settle, *["<BackSpace>"] * 3)
    texts = press(box, settle, "<<Undo>>")

    assert texts == ["one two"]
    assert box.entry.cursor() == 7


def test_what_is_written_after_an_undo_takes_the_place_of_what_was_undone(box, settle):
    write(box, settle, *"one two")
    press(box, settle, "<<Undo>>")

    write(box, settle, *"six")
    texts = press(box, settle, "<<Redo>>", "<<Undo>>")

    assert texts == ["one six", "one "]


def test_what_another_room_had_in_the_box_does_not_come_back(box, settle):
    write(box, settle, "secret")

    box.show_text("of this room")
    texts = press(box, settle, "<<Undo>>")

    assert texts == ["of this room"]


def test_only_so_many_steps_are_kept(box, settle):
    write(box, settle, *(f"{number}\n" for number in range(MOST_STEPS + 20)))

    texts = press(box, settle, *["<<Undo>>"] * (MOST_STEPS + 20))

    assert texts[-1].startswith("0\n")
    assert texts[-1] == texts[MOST_STEPS]


def test_a_change_is_told_when_it_is_undone(box, settle):
    told = []
    write(box, settle, "one")
    box.on_change = told.append

    press(box, settle, "<<Undo>>")

    assert told == [""]
