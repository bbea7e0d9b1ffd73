"""The settings file: kept whole, never lost, never in the way."""

import logging

import pytest

from chatapp.models.settings import settings_table as table
from chatapp.models.settings.choices import Density
from chatapp.models.settings.settings import FILE_NAME, LastSignIn, Misfit, Settings

NOOR = LastSignIn("192.168.1.20", 6667, "noor")


@pytest.fixture
def file(tmp_path):
    return tmp_path / FILE_NAME


def test_at_the_first_start_nothing_is_known_and_nothing_is_written(tmp_path, file):
    settings = Settings.load(tmp_path)

    assert settings.last_sign_in is None
    assert not file.exists()


def test_a_sign_in_that_worked_is_known_at_the_next_start(tmp_path):
    Settings.load(tmp_path / "new").remember_sign_in(NOOR)

    assert Settings.load(tmp_path / "new").last_sign_in == NOOR


def test_the_folder_can_be_moved(tmp_path, monkeypatch):
    monkeypatch.setenv("CHATAPP_CONFIG_DIR", str(tmp_path / "elsewhere"))

    Settings.load().remember_sign_in(NOOR)

    assert (tmp_path / "elsewhere" / FILE_NAME).exists()


def test_what_another_version_wrote_is_kept(tmp_path, file):
    file.write_text('future = "yes"\n[sign_in]\naddress = "old"\n', encoding="utf-8")

    Settings.load(tmp_path).remember_sign_in(NOOR)

    assert 'future = "yes"' in file.read_text(encoding="utf-8")
    assert Settings.load(tmp_path).last_sign_in == NOOR


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"[sign_in\n", "line 1"),
        (b"a = 1\na = 2\n", "line 2"),
        (b"a = 1 \xff", "not in UTF-8 (at byte 6)"),
    ],
)
def test_a_broken_file_is_set_aside_with_a_warning(
    tmp_path, file, caplog, content, where
):
    file.write_bytes(content)

    with caplog.at_level(logging.WARNING):
        settings = Settings.load(tmp_path)
    settings.remember_sign_in(NOOR)

    aside = [each for each in tmp_path.iterdir() if "broken" in each.name]
    assert [each.read_bytes() for each in aside] == [content]
    assert "The settings are broken" in caplog.text
    assert where in caplog.text
    assert Settings.load(tmp_path).last_sign_in == NOOR


@pytest.mark.parametrize(
    "section",
    [
        "sign_in = 3",
        "[sign_in]\naddress = 1\nport = 6667\nusername = 'noor'",
        "[sign_in]\naddress = 'a'\nport = 'x'\nusername = 'noor'",
        "[sign_in]\naddress = 'a'\nport = true\nusername = 'noor'",
        "[sign_in]\naddress = 'a'\nport = 70000\nusername = 'noor'",
        "[sign_in]\naddress = 'a'\nport = 6667",
    ],
)
def test_values_that_make_no_sense_are_not_used(tmp_path, file, section):
    file.write_text(section, encoding="utf-8")

    assert Settings.load(tmp_path).last_sign_in is None


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path, caplog):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    settings = Settings.load(in_the_way / "below")

    with caplog.at_level(logging.WARNING):
        settings.remember_sign_in(NOOR)

    assert settings.last_sign_in == NOOR
    assert "cannot be saved" in caplog.text


def test_a_file_that_cannot_be_read_is_no_hindrance(tmp_path, file, caplog):
    file.mkdir()

    with caplog.at_level(logging.WARNING):
        settings = Settings.load(tmp_path)

    assert settings.last_sign_in is None
    assert file.is_dir()


def test_a_failure_while_writing_leaves_the_old_file_whole(tmp_path, file, mocker):
    settings = Settings.load(tmp_path)
    settings.remember_sign_in(NOOR)
    mocker.patch("pathlib.Path.replace", side_effect=OSError(28, "No space left"))

    settings.remember_sign_in(LastSignIn("10.0.0.1", 6667, "noor"))

    assert Settings.load(tmp_path).last_sign_in == NOOR
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


def test_the_same_values_are_not_written_again(tmp_path, file):
    settings = Settings.load(tmp_path)
    settings.remember_sign_in(NOOR)
    file.unlink()

    settings.remember_sign_in(LastSignIn("192.168.1.20", 6667, "noor"))

    assert not file.exists()


def test_the_windows_shape_is_known_at_the_next_start(tmp_path):
    settings = Settings.load(tmp_path)
    settings.remember_size(1200, 800)
    settings.change(table.ZOOM, 1.25)

    known = Settings.load(tmp_path)

    assert known.window_size == (1200, 800)
    assert known[table.ZOOM] == 1.25


def test_a_window_that_was_never_changed_has_its_usual_shape(tmp_path):
    settings = Settings.load(tmp_path)

    assert settings.window_size is None
    assert settings[table.ZOOM] == 1.0


@pytest.mark.parametrize(
    "section",
    [
        "window = 7",
        "[window]\nwidth = 900",
        "[window]\nwidth = 3\nheight = 900",
        '[window]\nwidth = "wide"\nheight = 900\nzoom = nan',
        "[window]\nwidth = true\nheight = 900\nzoom = true",
        "[window]\nzoom = 70",
    ],
)
def test_a_shape_that_makes_no_sense_is_not_worn(tmp_path, file, section):
    file.write_text(section, encoding="utf-8")

    settings = Settings.load(tmp_path)

    assert settings.window_size is None
    assert settings[table.ZOOM] == 1.0


def test_a_new_shape_keeps_what_another_version_wrote_beside_it(tmp_path, file):
    file.write_text("[window]\nmaximised = true\n", encoding="utf-8")

    Settings.load(tmp_path).remember_size(1000, 700)

    assert "maximised = true" in file.read_text(encoding="utf-8")


def test_a_change_is_written_and_known_at_the_next_start(tmp_path, file):
    Settings.load(tmp_path).change(table.DENSITY, Density.COMPACT)

    assert 'density = "compact"' in file.read_text(encoding="utf-8")
    assert Settings.load(tmp_path)[table.DENSITY] is Density.COMPACT


def test_a_setting_can_be_reset_to_what_is_usual(tmp_path, file):
    settings = Settings.load(tmp_path)
    settings.change(table.DENSITY, Density.COMPACT)

    settings.reset(table.DENSITY)

    assert settings[table.DENSITY] is Density.COMFORTABLE
    assert not settings.is_set(table.DENSITY)
    assert "chat" not in file.read_text(encoding="utf-8")


def test_a_wrong_value_is_reported_and_stays_until_it_is_changed(tmp_path, file):
    file.write_text('[chat]\ndensity = "tight"\n', encoding="utf-8")
    settings = Settings.load(tmp_path)

    settings.change(table.SOUNDS, False)

    assert settings.misfits() == [Misfit(table.DENSITY, "tight")]
    assert settings[table.DENSITY] is Density.COMFORTABLE
    assert 'density = "tight"' in file.read_text(encoding="utf-8")


def test_a_changed_value_is_no_longer_reported(tmp_path, file):
    file.write_text('[chat]\ndensity = "tight"\n', encoding="utf-8")
    settings = Settings.load(tmp_path)

    settings.change(table.DENSITY, Density.COMFORTABLE)

    assert settings.misfits() == []


def test_a_list_that_makes_no_sense_begins_anew(tmp_path, file):
    file.write_text("[colours]\nkept = 3\n", encoding="utf-8")

    Settings.load(tmp_path).alter(table.KEPT_PALETTES, lambda kept: (*kept, "a-b"))

    assert Settings.load(tmp_path)[table.KEPT_PALETTES] == ("a-b",)
