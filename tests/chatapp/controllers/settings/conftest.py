"""The settings card with a mocked view."""

from random import Random

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.look.palette_menu import PaletteMenu
from chatapp.controllers.look.taste import PaletteKeeping, taste_of
from chatapp.controllers.settings import settings_wording as wording
from chatapp.controllers.settings.missing_parts import MissingParts
from chatapp.controllers.settings.palette_rows import PaletteRows
from chatapp.controllers.settings.settings_card import SettingsController, SettingsView
from chatapp.controllers.settings.spelling_rows import SpellingRows
from chatapp.controllers.theme import ThemeController
from chatapp.models.desktop.spelling import Spelling
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.settings import Settings

KEPT, BANNED = table.KEPT_PALETTES.name, table.BANNED_PALETTES.name
START = table.START_PALETTE.name
DENSITY = table.DENSITY.name


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path)


@pytest.fixture
def view(mocker: MockerFixture):
    view = mocker.create_autospec(SettingsView, instance=True)
    view.is_open.return_value = True
    return view


@pytest.fixture
def theme(settings):
    theme = ThemeController(Random(1), lambda: None, lambda: taste_of(settings))
    theme.choose("teal-otter")
    return theme


@pytest.fixture
def sizes(mocker: MockerFixture):
    return {key: mocker.stub() for key in wording.SIZES}


@pytest.fixture
def card(view, settings, theme, sizes, scheduler, mocker: MockerFixture):
    keeping = PaletteKeeping(settings)
    menu = PaletteMenu(keeping, theme)
    palettes = PaletteRows(settings, theme, keeping, menu, scheduler)
    spelling = SpellingRows(settings, mocker.create_autospec(Spelling, instance=True))
    card = SettingsController(
        lambda: view, settings, palettes, spelling, sizes, MissingParts({})
    )
    card.open()
    return card
