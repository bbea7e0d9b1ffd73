"""A field for one line, in a real window."""

import pytest

from chatapp.views.widgets.form_field import FormField


@pytest.fixture
def field(place, look, settle) -> FormField:
    field = FormField(place, look, "Topic")
    field.pack()
    settle()
    field.entry.focus_force()
    settle()
    return field


def test_several_lines_that_are_pasted_become_one(field, place, settle):
    place.clipboard_clear()
    place.clipboard_append("Tea at five,\n  and scones\n")

    field.entry.event_generate("<<Paste>>")
    settle()

    assert field.text == "Tea at five, and scones"


def test_a_line_break_at_the_end_alone_is_left_out(field):
    field.text = "Tea at five\n"

    assert field.text == "Tea at five"


def test_what_is_wrong_is_said_until_the_field_is_changed(field, settle):
    field.show_problem("Too long.")
    settle()

    field.entry.insert("end", "x")
    settle()

    assert (field.problem, field.line.cget("text")) == ("", "")
    assert not field.entry.instate(["invalid"])


def test_the_words_stand_in_the_middle_after_a_zoom(field, main_window, settle):
    field.text = "6667"
    main_window.zoom_to(2.0)
    settle()
    settle()

    top, height = field.entry.bbox(0)[1], field.entry.bbox(0)[3]
    below = field.entry.winfo_height() - top - height
    main_window.zoom_to(1.0)

    assert abs(top - below) <= 1
