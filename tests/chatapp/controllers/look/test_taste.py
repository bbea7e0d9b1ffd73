"""Palettes that are kept, and those that are never rolled."""

import pytest

from chatapp.controllers.look.palette_names import PaletteName
from chatapp.controllers.look.taste import PaletteKeeping, Taste, taste_of
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.choices import Contrast, Mode
from chatapp.models.settings.settings import Settings

OTTER, CRANE = PaletteName("teal", "otter"), PaletteName("rose", "crane")


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path)


@pytest.fixture
def keeping(settings):
    return PaletteKeeping(settings)


def test_without_settings_every_palette_will_do(settings):
    assert taste_of(settings) == Taste()


def test_the_settings_tell_what_is_asked_of_a_palette(settings, keeping):
    settings.change(table.MODE, Mode.DARK)
    settings.change(table.CONTRAST, Contrast.HIGH)
    settings.change(table.ROLLS_KEPT, True)
    keeping.keep("teal-otter")
    keeping.ban("rose-crane")

    assert taste_of(settings) == Taste(
        Mode.DARK, Contrast.HIGH, (OTTER,), frozenset([CRANE]), True
    )


def test_names_that_no_palette_has_are_passed_over(settings):
    settings.change(table.KEPT_PALETTES, ("purple-unicorn", "teal-otter"))

    assert taste_of(settings).kept == (OTTER,)


def test_what_is_kept_is_not_banned_and_the_other_way_round(settings, keeping):
    keeping.keep("teal-otter")
    keeping.ban("teal-otter")

    assert settings[table.KEPT_PALETTES] == ()
    assert settings[table.BANNED_PALETTES] == ("teal-otter",)


def test_a_banned_palette_can_be_kept_after_all(settings, keeping):
    keeping.ban("teal-otter")
    keeping.keep("teal-otter")

    assert keeping.is_kept("teal-otter")
    assert settings[table.BANNED_PALETTES] == ()


def test_what_is_kept_or_banned_can_be_let_go(settings, keeping):
    keeping.keep("teal-otter")
    keeping.ban("rose-crane")

    keeping.let_go("teal-otter")
    keeping.allow("rose-crane")

    assert taste_of(settings) == Taste()
