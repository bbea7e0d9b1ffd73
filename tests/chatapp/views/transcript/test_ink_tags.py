import tkinter as tk

import pytest

from chatapp.controllers.look.contrast import contrast
from chatapp.controllers.look.palette_names import parse_name
from chatapp.controllers.look.palettes import make_palette
from chatapp.controllers.reading.inks import fit_ink
from chatapp.views.look.palette import Look
from chatapp.views.transcript.ink_tags import InkTags
from chatapp.wire.code_colors import COLORS
from chatapp.wire.formatting import PLAIN_STYLE, Style


@pytest.fixture
def text(place: tk.Toplevel) -> tk.Text:
    return tk.Text(place)


@pytest.fixture
def tags(text: tk.Text, look: Look, monkeypatch: pytest.MonkeyPatch) -> InkTags:
    monkeypatch.setattr(look, "fit_ink", fit_ink)
    return InkTags(text, look)


def colors(text: tk.Text, tag: str) -> tuple[str, str]:
    return text.tag_cget(tag, "foreground"), text.tag_cget(tag, "background")


def test_a_text_without_colours_has_no_tag(tags):
    assert tags.tag(PLAIN_STYLE) == ""
    assert tags.tag(Style(bold=True)) == ""


def test_a_colour_reads_on_the_page(tags, text, look):
    ink, ground = colors(text, tags.tag(Style(ink=look.palette.page)))

    assert contrast(ink, look.palette.page) >= 4.5
    assert ground == ""


def test_a_colour_reads_on_the_ground_that_came_with_it(tags, text):
    ink, ground = colors(text, tags.tag(Style(ink="#ff0000", ground="#ff0000")))

    assert ground == "#ff0000"
    assert contrast(ink, ground) >= 4.5


def test_what_is_reversed_changes_ink_and_ground(tags, text, look):
    palette = look.palette

    assert colors(text, tags.tag(Style(reverse=True))) == (palette.page, palette.text)
    assert colors(text, tags.tag(Style(reverse=True, ink="#ffffff", ground="#000000")))[
        1
    ] == ("#ffffff")


def test_another_palette_fits_the_colours_anew(tags, text, look, monkeypatch):
    tag = tags.tag(Style(ink="#000000"))

    monkeypatch.setattr(look, "palette", make_palette(parse_name("teal-alpaca")))
    tags.paint()

    assert colors(text, tag)[0] == "#000000"


def test_colours_stay_below_what_is_selected(tags, text):
    tags.tag(Style(ink="#00ff00"))

    assert text.tag_names()[-1] == "sel"


def test_there_are_never_too_many_tags(tags, text):
    made = [tags.tag(Style(ink=a, ground=b)) for a in COLORS for b in COLORS[:16]]

    assert len(text.tag_names()) < 100
    assert "" not in made


def test_where_there_are_too_many_one_gets_the_nearest(tags):
    red = tags.tag(Style(ink="#ff0000"))
    for color in COLORS:
        tags.tag(Style(ink="#000000", ground=color))

    assert tags.tag(Style(ink="#ff3300")) == red


def test_tags_go_with_the_last_row_that_has_them(tags, text):
    tags.begin("row1")
    kept, gone = tags.tag(Style(ink="#ff0000")), tags.tag(Style(ink="#00ff00"))
    tags.begin("row2")
    tags.tag(Style(ink="#ff0000"))

    tags.forget("row1")

    assert kept in text.tag_names()
    assert gone not in text.tag_names()
