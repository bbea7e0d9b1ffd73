"""The bell that has one not be disturbed."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notifying.quiet_switch import QuietSwitch, QuietView
from chatapp.controllers.settings import settings_wording as wording
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path)


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(QuietView, instance=True)


def test_the_bell_is_shown_as_it_is(view, settings):
    QuietSwitch(view, settings)

    view.show_quiet.assert_called_once_with(False, wording.BEGIN_QUIET)


def test_pressing_it_changes_the_setting_and_the_bell(view, settings):
    QuietSwitch(view, settings)

    view.on_quiet()

    assert settings[table.QUIET] is True
    view.show_quiet.assert_called_with(True, wording.END_QUIET)


def test_a_bell_that_has_gone_is_told_nothing(view, settings):
    switch = QuietSwitch(view, settings)
    switch.end()

    settings.change(table.QUIET, True)

    view.show_quiet.assert_called_once()
