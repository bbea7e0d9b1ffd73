"""How lines are written, as the settings say."""

from datetime import UTC, datetime

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.look.appearance import (
    CLOCKS,
    AppearanceController,
    AppearanceView,
)
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.choices import Density, TimeFormat
from chatapp.models.settings.settings import Settings
from chatapp.views.transcript.manner import Manner

MORNING = datetime(2026, 11, 22, 7, 5, 9, tzinfo=UTC).astimezone()
MORNING = MORNING.replace(hour=7)


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path)


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(AppearanceView, instance=True)


def test_the_window_is_told_at_the_beginning(view, settings):
    settings.change(table.DENSITY, Density.COMPACT)

    AppearanceController(view, settings)

    view.show_manner.assert_called_once_with(is_compact=True, clock="%H:%M")


def test_the_window_is_told_of_a_change(view, settings):
    AppearanceController(view, settings)

    settings.change(table.TIME_FORMAT, TimeFormat.NONE)

    view.show_manner.assert_called_with(is_compact=False, clock="")


def test_the_window_is_not_told_of_what_is_not_its_matter(view, settings):
    AppearanceController(view, settings)

    settings.change(table.SOUNDS, False)

    view.show_manner.assert_called_once()


@pytest.mark.parametrize(
    ("format_", "written"),
    [
        (TimeFormat.HOURS_24, "07:05"),
        (TimeFormat.SECONDS, "07:05:09"),
        (TimeFormat.HOURS_12, "7:05 AM"),
        (TimeFormat.NONE, ""),
    ],
)
def test_times_are_written_as_it_was_chosen(format_, written):
    assert Manner(clock=CLOCKS[format_]).time(MORNING) == written


@pytest.mark.parametrize(
    ("format_", "written"),
    [
        (TimeFormat.HOURS_24, "07:05"),
        (TimeFormat.SECONDS, "07:05"),
        (TimeFormat.HOURS_12, "7:05 AM"),
        (TimeFormat.NONE, "07:05"),
    ],
)
def test_where_a_time_has_to_be_it_is_one_to_the_minute(format_, written):
    assert Manner(clock=CLOCKS[format_]).minute(MORNING) == written
