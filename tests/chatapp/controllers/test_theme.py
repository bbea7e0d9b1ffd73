from random import Random

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.palette_names import HUES, UnknownPalette, parse_name
from chatapp.controllers.theme import ThemeController


def controller(seed: int = 1, dark: bool | None = None) -> ThemeController:
    return ThemeController(Random(seed), lambda: dark)


def test_a_palette_is_there_from_the_start():
    theme = controller()

    assert parse_name(theme.palette.name)


def test_another_seed_gives_another_palette():
    assert controller(1).palette.name != controller(2).palette.name


@pytest.mark.parametrize("dark", [True, False])
def test_the_system_decides_between_light_and_dark(dark):
    palettes = [controller(seed, dark).palette for seed in range(20)]

    assert {palette.dark for palette in palettes} == {dark}


def test_chance_decides_where_the_system_says_nothing():
    palettes = [controller(seed).palette for seed in range(40)]

    assert {palette.dark for palette in palettes} == {True, False}


def test_a_name_chooses_its_palette_whatever_the_system_says():
    theme = controller(dark=False)

    palette = theme.choose("teal-otter")

    assert (palette.name, palette.dark) == ("teal-otter", True)


def test_an_unknown_name_leaves_the_palette_as_it_is():
    theme = controller()
    before = theme.palette

    with pytest.raises(UnknownPalette):
        theme.choose("purple-unicorn")

    assert theme.palette is before


def test_a_roll_is_shown_in_every_view(mocker: MockerFixture):
    theme = controller()
    views = [mocker.Mock(), mocker.Mock()]
    theme.show_on(views[0])
    theme.show_on(views[1])

    theme.roll()

    for view in views:
        view.show_palette.assert_called_once_with(theme.palette)


def test_each_roll_takes_a_clearly_different_hue():
    theme = controller()
    steps = []

    for _ in range(50):
        before = parse_name(theme.palette.name).turn
        theme.roll()
        steps.append(abs(parse_name(theme.palette.name).turn - before))

    assert all(min(step, 1 - step) >= 1 / 6 for step in steps)


def test_rolling_comes_by_most_hues():
    theme = controller()
    seen = set()

    for _ in range(300):
        theme.roll()
        seen.add(parse_name(theme.palette.name).hue)

    assert len(seen) > 0.9 * len(HUES)
