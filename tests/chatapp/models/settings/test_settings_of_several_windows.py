"""Several windows share one settings file, and a disk that may take its time."""

import pytest

from chatapp.models.settings import settings_table as table
from chatapp.models.settings.choices import Density, TimeFormat
from chatapp.models.settings.settings import FILE_NAME, Settings
from tests.chatapp.models.settings.later import Later


@pytest.fixture
def file(tmp_path):
    return tmp_path / FILE_NAME


def test_two_windows_do_not_overwrite_what_the_other_changed(tmp_path):
    one, other = Settings.load(tmp_path), Settings.load(tmp_path)

    one.change(table.DENSITY, Density.COMPACT)
    other.change(table.TIME_FORMAT, TimeFormat.NONE)

    known = Settings.load(tmp_path)
    assert known[table.DENSITY] is other[table.DENSITY] is Density.COMPACT
    assert known[table.TIME_FORMAT] is TimeFormat.NONE


def test_a_list_grows_by_what_two_windows_add_to_it(tmp_path):
    one, other = Settings.load(tmp_path), Settings.load(tmp_path)

    one.alter(table.KEPT_PALETTES, lambda kept: (*kept, "teal-otter"))
    other.alter(table.KEPT_PALETTES, lambda kept: (*kept, "rose-crane"))

    assert other[table.KEPT_PALETTES] == ("teal-otter", "rose-crane")


def test_who_watches_hears_of_each_setting_that_has_another_value(tmp_path):
    one, other = Settings.load(tmp_path), Settings.load(tmp_path)
    heard = []
    other.watch(heard.append)

    one.change(table.DENSITY, Density.COMPACT)
    other.change(table.SOUNDS, False)
    other.change(table.SOUNDS, False)

    assert heard == [table.SOUNDS, table.DENSITY]


def test_a_window_takes_over_what_others_changed_when_it_is_asked_to(tmp_path):
    one, other = Settings.load(tmp_path), Settings.load(tmp_path)
    one.change(table.DENSITY, Density.COMPACT)

    other.refresh()

    assert other[table.DENSITY] is Density.COMPACT


def test_a_file_that_was_broken_meanwhile_is_set_aside(tmp_path, file):
    settings = Settings.load(tmp_path)
    settings.change(table.DENSITY, Density.COMPACT)
    file.write_text("[chat\n", encoding="utf-8")

    settings.change(table.SOUNDS, False)

    known = Settings.load(tmp_path)
    assert (known[table.DENSITY], known[table.SOUNDS]) == (Density.COMPACT, False)
    assert any("broken" in each.name for each in tmp_path.iterdir())


def test_a_file_that_cannot_be_read_now_is_not_written_over(tmp_path, file):
    settings = Settings.load(tmp_path)
    file.mkdir()

    settings.change(table.SOUNDS, False)

    assert file.is_dir()
    assert settings[table.SOUNDS] is False


def test_a_change_holds_at_once_and_is_written_when_the_disk_is_ready(tmp_path, file):
    settings, later = Settings.load(tmp_path), Later()
    settings.write_by(later.do)

    settings.change(table.DENSITY, Density.COMPACT)
    held = (settings[table.DENSITY], file.exists())
    later.run()

    assert held == (Density.COMPACT, False)
    assert Settings.load(tmp_path)[table.DENSITY] is Density.COMPACT


def test_what_is_still_to_be_written_holds_whatever_is_written_before(tmp_path):
    settings, later = Settings.load(tmp_path), Later()
    settings.write_by(later.do)
    Settings.load(tmp_path).change(table.TIME_FORMAT, TimeFormat.NONE)

    settings.change(table.DENSITY, Density.COMPACT)
    settings.change(table.SOUNDS, False)
    later.run()
    between = settings[table.SOUNDS]
    later.run()

    assert between is settings[table.SOUNDS] is False
    assert settings[table.TIME_FORMAT] is TimeFormat.NONE
