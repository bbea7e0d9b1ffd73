from random import Random

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.look.palette_names import (
    DAY,
    HUES,
    PaletteName,
    UnknownPalette,
    parse_name,
)
from chatapp.controllers.look.taste import Taste
from chatapp.controllers.theme import ThemeController
from chatapp.models.settings.choices import Contrast, Mode


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


def with_taste(taste: Taste, seed: int = 1, dark: bool | None = None):
    return ThemeController(Random(seed), lambda: dark, lambda: taste)


@pytest.mark.parametrize("mode", [Mode.DARK, Mode.LIGHT])
def test_a_mode_that_was_chosen_counts_more_than_the_systems(mode):
    taste = Taste(mode=mode)
    wanted = mode is Mode.DARK
    palettes = [with_taste(taste, seed, not wanted).palette for seed in range(20)]

    assert {palette.dark for palette in palettes} == {wanted}


def test_a_banned_palette_is_never_rolled():
    banned = frozenset(PaletteName(hue, animal) for hue in HUES for animal in DAY[1:])
    theme = with_taste(Taste(mode=Mode.LIGHT, banned=banned))

    theme.roll()

    assert parse_name(theme.palette.name).animal == DAY[0]


def test_where_all_are_banned_one_is_rolled_all_the_same():
    banned = frozenset(PaletteName(hue, animal) for hue in HUES for animal in DAY)
    theme = with_taste(Taste(mode=Mode.LIGHT, banned=banned))

    assert theme.palette


def test_colours_can_be_rolled_among_those_that_are_kept():
    kept = (parse_name("teal-otter"), parse_name("blue-owl"), parse_name("rose-crane"))
    theme = with_taste(Taste(mode=Mode.DARK, kept=kept, rolls_kept=True))
    seen = [theme.palette.name]

    theme.roll()
    seen.append(theme.palette.name)

    assert sorted(seen) == ["blue-owl", "teal-otter"]


def test_where_none_that_is_kept_fits_the_mode_any_is_rolled():
    kept = (parse_name("rose-crane"),)
    theme = with_taste(Taste(mode=Mode.DARK, kept=kept, rolls_kept=True))

    assert theme.palette.dark


def test_another_taste_changes_the_colours_at_once(mocker: MockerFixture):
    taste = Taste(mode=Mode.DARK)
    theme = ThemeController(Random(1), lambda: None, lambda: taste)
    view = mocker.Mock()
    theme.show_on(view)

    taste = Taste(mode=Mode.LIGHT)
    theme.obey()

    view.show_palette.assert_called_once_with(theme.palette)
    assert not theme.palette.dark


def test_more_contrast_keeps_the_palettes_name():
    taste = Taste()
    theme = ThemeController(Random(1), lambda: None, lambda: taste)
    before = theme.palette

    taste = Taste(contrast=Contrast.HIGH)
    theme.obey()

    assert theme.palette.name == before.name
    assert theme.palette != before


def test_each_start_can_begin_with_one_palette():
    theme = controller()

    theme.begin_with("teal-otter")

    assert theme.palette.name == "teal-otter"


def test_a_start_with_a_palette_that_does_not_exist_has_another(caplog):
    theme = controller()

    theme.begin_with("purple-unicorn")

    assert theme.palette
    assert "purple-unicorn" in caplog.text
