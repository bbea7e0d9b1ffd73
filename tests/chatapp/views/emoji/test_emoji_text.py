"""A line of words with emoji among them, as labels and rails draw it."""

import tkinter as tk

import pytest

from chatapp.views.emoji.emoji_text import draw_parts, fitted_parts, has_emoji

WORDS = "well done 👍 and 🎉🎉 so on"


@pytest.fixture
def canvas(place):
    canvas = tk.Canvas(place, width=400, height=40)
    canvas.pack()
    return canvas


@pytest.fixture(autouse=True)
def time_to_draw(look):
    look.emoji.begin()


def texts(parts) -> list[str]:
    return [part.text for part in parts]


def test_words_and_emoji_are_parted_in_their_order(look):
    parts = fitted_parts(look, WORDS, look.fonts.small, 1000)

    assert texts(parts) == ["well done ", "👍", " and ", "🎉", "🎉", " so on"]
    assert [part.is_emoji for part in parts] == [False, True, False, True, True, False]


def test_what_does_not_fit_is_dots(look):
    whole = sum(part.width for part in fitted_parts(look, WORDS, look.fonts.small, 999))

    for room in range(20, whole):
        parts = fitted_parts(look, WORDS, look.fonts.small, room)
        assert parts[-1].text.endswith("…")
        assert "".join(texts(parts))[:-1].rstrip() in WORDS


def test_an_emoji_that_cannot_be_drawn_stays_among_the_words(look, monkeypatch):
    monkeypatch.setattr(look.emoji, "has", lambda _emoji, _size: False)

    assert texts(fitted_parts(look, WORDS, look.fonts.small, 1000)) == [WORDS]


def test_parts_are_drawn_side_by_side(canvas, look):
    parts = fitted_parts(look, "a 👍 b", look.fonts.small, 1000)

    photos = draw_parts(
        canvas, look, parts, (10, 20), look.fonts.small, ("#000000", "#ffffff")
    )

    items = canvas.find_all()
    lefts = [canvas.bbox(item)[0] for item in items]
    assert [canvas.type(item) for item in items] == ["text", "image", "text"]
    assert lefts == sorted(lefts)
    assert len(photos) == 1


@pytest.mark.parametrize(
    ("text", "has"), [("plain", False), ("Grüße", False), ("so 👍", True), ("❤️", True)]
)
def test_a_text_is_known_to_have_emoji(text, has):
    assert has_emoji(text) is has
