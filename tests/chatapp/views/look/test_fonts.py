"""Which fonts the window speaks in, and what is brought along for that."""

import os
from pathlib import Path
from tkinter.font import nametofont

import pytest

from chatapp.views.look.fonts import own_fontconfig


def test_fontconfig_is_ours_only_for_as_long_as_tk_starts(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/other/fonts.conf")

    with own_fontconfig(tmp_path):
        inside = Path(os.environ["FONTCONFIG_FILE"])
        text = inside.read_text(encoding="utf-8")

    assert inside.parent == tmp_path
    assert '<include ignore_missing="yes">/etc/other/fonts.conf</include>' in text
    assert 'name="color"' in text
    assert os.environ["FONTCONFIG_FILE"] == "/etc/other/fonts.conf"


def test_where_there_was_no_variable_there_is_none_again(tmp_path: Path, monkeypatch):
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)

    with own_fontconfig(tmp_path):
        pass

    assert "FONTCONFIG_FILE" not in os.environ


@pytest.fixture
def no_folder(tmp_path: Path, monkeypatch) -> Path:
    """A folder that cannot be made, on a system whose fonts are configured."""
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/other/fonts.conf")
    (tmp_path / "file").write_text("", encoding="utf-8")
    return tmp_path / "file" / "folder"


def test_a_folder_that_takes_no_file_keeps_no_window_shut(no_folder: Path):
    with own_fontconfig(no_folder):
        inside = Path(os.environ["FONTCONFIG_FILE"])
        text = inside.read_text(encoding="utf-8")

    assert 'name="color"' in text
    assert not inside.exists()


def test_where_no_file_can_be_written_at_all_the_fonts_are_the_systems(
    no_folder: Path, mocker
):
    mocker.patch(
        "chatapp.views.look.fonts.TemporaryDirectory", side_effect=PermissionError
    )

    with own_fontconfig(no_folder):
        assert os.environ["FONTCONFIG_FILE"] == "/etc/other/fonts.conf"


def test_other_systems_keep_their_fonts(tmp_path: Path, mocker):
    mocker.patch("chatapp.views.look.fonts.sys.platform", "win32")

    with own_fontconfig(tmp_path):
        assert list(tmp_path.iterdir()) == []


def test_the_window_speaks_inter(look):
    assert look.fonts.family == "Inter"


def test_code_has_a_font_of_one_width_as_large_as_all_others(look, place):
    look.zoom(2.0)
    try:
        mono = nametofont(look.fonts.mono, place)
        assert mono.measure("iiii") == mono.measure("WWWW")
        assert mono.cget("size") == -look.px(14)
    finally:
        look.zoom(1.0)
    assert mono.cget("size") == -look.px(14)
