"""What can be done about the palette of the moment."""

from random import Random

import pytest

from chatapp.controllers.look.palette_menu import PaletteMenu
from chatapp.controllers.look.taste import PaletteKeeping
from chatapp.controllers.theme import ThemeController
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path)


@pytest.fixture
def theme():
    theme = ThemeController(Random(1), lambda: None)
    theme.choose("teal-otter")
    return theme


@pytest.fixture
def menu(settings, theme):
    return PaletteMenu(PaletteKeeping(settings), theme)


def entries(menu: PaletteMenu):
    return {entry.words: entry for part in menu.offer() for entry in part}


def test_it_can_be_kept(menu, settings):
    entries(menu)["Keep teal-otter"].do()

    assert settings[table.KEPT_PALETTES] == ("teal-otter",)
    assert entries(menu)["Keep teal-otter"].is_on


def test_one_that_is_kept_can_be_let_go(menu, settings):
    menu.keep()
    menu.keep()

    assert settings[table.KEPT_PALETTES] == ()


def test_one_that_is_banned_gives_way_to_another_at_once(menu, settings, theme):
    entries(menu)["Never teal-otter again"].do()

    assert settings[table.BANNED_PALETTES] == ("teal-otter",)
    assert theme.palette.name != "teal-otter"


def test_another_can_be_rolled_and_the_settings_opened(menu, theme, mocker):
    menu.on_settings = mocker.Mock()

    entries(menu)["Other colours"].do()
    entries(menu)["All settings"].do()

    assert theme.palette.name != "teal-otter"
    menu.on_settings.assert_called_once_with()
