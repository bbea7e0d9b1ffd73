"""Bitmaps for the grounds of tags."""

import tkinter as tk

import pytest

from chatapp.views.transcript.stipples import SOLID, bitmap_files, has_stipples, wave


@pytest.mark.parametrize(("thick", "rows"), [(False, 3), (True, 5)])
def test_a_wave_is_at_the_foot_of_its_line_and_nowhere_broken(thick, rows):
    drawn = wave(20, thick=thick)

    assert len(drawn) == 20
    assert not any(drawn[:-rows])
    assert all(drawn[-rows:])
    columns = [[row >> x & 1 for row in drawn] for x in range(8)]
    assert all(sum(column) == (2 if thick else 1) for column in columns)


def test_tk_has_a_bitmap_when_its_file_has_gone(place, settle):
    text = tk.Text(place)
    text.insert("end", "word", "t")
    text.pack()
    if has_stipples(text):
        with bitmap_files() as name:
            text.tag_configure("t", bgstipple=name(SOLID), background="red")
    settle()

    assert bool(text.tag_cget("t", "bgstipple")) is has_stipples(text)
