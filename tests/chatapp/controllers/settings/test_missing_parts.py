"""The settings say what is not installed that they need, and how to get it."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.settings.missing_parts import MissingParts
from chatapp.controllers.settings.palette_rows import PaletteRows
from chatapp.controllers.settings.settings_card import SettingsController, SettingsView
from chatapp.controllers.settings.spelling_rows import SpellingRows
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path)


@pytest.fixture
def installed():
    """What tells of settings whether their library is there; of others nothing."""
    return {table.NOTIFICATIONS: lambda: True}


@pytest.fixture
def view(mocker: MockerFixture):
    view = mocker.create_autospec(SettingsView, instance=True)
    view.is_open.return_value = True
    return view


@pytest.fixture
def card(view, settings, installed, mocker: MockerFixture):
    palettes = mocker.create_autospec(PaletteRows, instance=True)
    spelling = mocker.create_autospec(SpellingRows, instance=True)
    missing = MissingParts(installed)
    card = SettingsController(lambda: view, settings, palettes, spelling, {}, missing)
    card.open()
    return card


def row(method, setting):
    return next(
        call.args for call in method.call_args_list if call.args[0] == setting.name
    )


def test_what_needs_a_part_that_is_missing_is_off_and_says_how_to_get_it(
    card, view, settings, installed
):
    installed[table.NOTIFICATIONS] = lambda: False

    view.on_page("notifications")
    view.on_switch(table.NOTIFICATIONS.name, True)

    _key, _title, words, is_on = row(view.add_switch, table.NOTIFICATIONS)
    assert "pip install desktop-notifier" in words
    assert not is_on
    view.show_switch.assert_called_with(table.NOTIFICATIONS.name, is_on=False)
    assert settings[table.NOTIFICATIONS]


def test_sounds_without_their_part_are_on_as_the_window_rings(card, view, installed):
    installed[table.SOUNDS] = lambda: False

    view.on_page("notifications")

    _key, _title, words, is_on = row(view.add_switch, table.SOUNDS)
    assert "the window only rings" in words
    assert is_on


def test_what_is_installed_needs_no_word(card, view):
    view.on_page("notifications")

    _key, _title, words, is_on = row(view.add_switch, table.NOTIFICATIONS)
    assert words == table.NOTIFICATIONS.summary
    assert is_on
