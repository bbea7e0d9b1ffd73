"""The codes of bold and coloured text: https://modern.ircdocs.horse/formatting.html"""

import pytest

from chatapp.wire.formatting import (
    PLAIN_STYLE,
    Style,
    carry_on,
    has_formatting,
    strip_formatting,
    styled,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain", "plain"),
        ("\x02bold\x0f and \x1ditalic\x1d", "bold and italic"),
        ("\x0304,01red on black\x03 and not", "red on black and not"),
        ("\x034four, \x03043", "four, 3"),
        ("\x04ff0000red", "red"),
        ("\x03,5", ",5"),
        ("\x04ff0000,00ff00red on green\x04 and not", "red on green and not"),
        ("\x04ff00", "ff00"),
    ],
)
def test_the_words_are_left_without_their_codes(text, words):
    assert strip_formatting(text) == words


def test_each_part_comes_with_its_style():
    assert list(styled("a\x02b\x1dc\x0fd")) == [
        (PLAIN_STYLE, "a"),
        (Style(bold=True), "b"),
        (Style(bold=True, italic=True), "c"),
        (PLAIN_STYLE, "d"),
    ]


@pytest.mark.parametrize(
    ("text", "styles"),
    [
        ("\x034a", [Style(ink="#ff0000")]),
        ("\x034,2a", [Style(ink="#ff0000", ground="#00007f")]),
        (
            "\x034,2a\x033b",
            [
                Style(ink="#ff0000", ground="#00007f"),
                Style(ink="#009300", ground="#00007f"),
            ],
        ),
        ("\x034,2a\x03b", [Style(ink="#ff0000", ground="#00007f"), PLAIN_STYLE]),
        ("\x034,2a\x0399,99b", [Style(ink="#ff0000", ground="#00007f"), PLAIN_STYLE]),
        ("\x04FF8000,00ff00a", [Style(ink="#ff8000", ground="#00ff00")]),
        ("\x16a\x16b", [Style(reverse=True), PLAIN_STYLE]),
        ("\x11a", [Style(mono=True)]),
        ("\x1ea\x1fb", [Style(strike=True), Style(strike=True, underline=True)]),
    ],
)
def test_codes_set_colours_and_styles(text, styles):
    assert [style for style, _part in styled(text)] == styles


def test_what_was_parted_goes_on_as_it_was_written():
    assert carry_on(["a \x02b\x1dc ", "d\x02 e ", "f\x1dg ", "h"]) == [
        "a \x02b\x1dc ",
        "\x02\x1dd\x02 e ",
        "\x1df\x1dg ",
        "h",
    ]


def test_a_text_tells_whether_it_has_codes():
    assert has_formatting("a\x02b")
    assert not has_formatting("*a*")
