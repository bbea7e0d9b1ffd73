import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.controllers.look.contrast import (
    BLACK,
    WHITE,
    Grounds,
    color_of,
    contrast,
    fit,
    luminance,
    mix,
    shades,
)
from tests.chatapp.controllers.hues import hue_of

shares = st.floats(0, 1)
colors = st.builds(color_of, shares, shares, shares)


def test_black_on_white_has_the_greatest_contrast_there_is():
    assert contrast(BLACK, WHITE) == pytest.approx(21)


def test_a_color_has_no_contrast_with_itself():
    assert contrast("#3a7bd5", "#3a7bd5") == 1


# https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio, computed by the W3C's own tools.
@pytest.mark.parametrize(
    ("text", "ground", "expected"),
    [("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0), ("#00f", "#fff", 8.59)],
)
def test_contrast_is_that_of_wcag(text, ground, expected):
    full = [_six_digits(color) for color in (text, ground)]

    assert contrast(*full) == pytest.approx(expected, abs=0.01)


def _six_digits(color: str) -> str:
    return color if len(color) == 7 else "#" + "".join(2 * c for c in color[1:])


@given(colors, colors)
def test_contrast_does_not_ask_which_of_the_two_is_the_text(one, other):
    assert contrast(one, other) == contrast(other, one)


@given(shares, shares, st.lists(colors, min_size=1, max_size=4), shares)
def test_a_fitted_color_reads_on_every_ground(hue, saturation, grounds, wish):
    try:
        color = fit(hue, saturation, Grounds.of(grounds), 4.5, wish)
    except ValueError:
        levels = sorted(luminance(ground) for ground in grounds)
        assert (1.05 / (levels[-1] + 0.05)) < 4.5
        assert ((levels[0] + 0.05) / 0.05) < 4.5
    else:
        assert min(contrast(color, ground) for ground in grounds) >= 4.5


def test_a_color_that_reads_already_stays_as_wished():
    color = fit(0.6, 0.5, Grounds.of([WHITE]), 4.5, 0.3)

    assert color == color_of(0.6, 0.5, 0.3)


def test_a_fitted_color_keeps_its_hue():
    color = fit(0.6, 0.8, Grounds.of([WHITE]), 7, 0.9)

    assert hue_of(color) == pytest.approx(0.6, abs=0.02)


def test_half_of_white_in_black_is_grey():
    assert mix(BLACK, WHITE, 0.5) == "#808080"


def test_dark_fills_grow_lighter_under_the_pointer_and_light_ones_darker():
    dark, dark_hover, dark_pressed = map(luminance, shades("#204080"))
    light, light_hover, light_pressed = map(luminance, shades("#c0e0f0"))

    assert dark < dark_hover < dark_pressed
    assert light > light_hover > light_pressed
