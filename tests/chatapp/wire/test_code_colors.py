"""The table of https://modern.ircdocs.horse/formatting.html#colors"""

import pytest

from chatapp.wire.code_colors import COLORS, color_of_number


@pytest.mark.parametrize(
    ("digits", "color"),
    [("00", "#ffffff"), ("4", "#ff0000"), ("52", "#ff0000"), ("98", "#ffffff")],
)
def test_a_number_names_a_colour(digits, color):
    assert color_of_number(digits) == color


def test_the_number_after_the_last_names_none():
    assert len(COLORS) == 99
    assert color_of_number("99") == ""
