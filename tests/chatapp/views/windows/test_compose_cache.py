"""X11's library keeps what it has read of its Compose file in a folder of ours."""

import os
from pathlib import Path

import pytest

from chatapp.views.windows.compose_cache import compose_cache

VARIABLE = "XCOMPOSECACHE"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch) -> Path:
    """The home of somebody on Linux who has chosen nothing of this."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.delenv("XCOMPOSEFILE", raising=False)
    return tmp_path


def folder_while_tk_starts(directory: Path) -> str | None:
    with compose_cache(directory):
        return os.environ.get(VARIABLE)


def test_it_has_a_folder_of_its_own_for_as_long_as_tk_starts(home: Path):
    folder = folder_while_tk_starts(home / "data")

    assert folder == str(home / "data" / "compose")
    assert Path(folder).stat().st_mode & 0o077 == 0
    assert VARIABLE not in os.environ


def test_a_file_of_ones_own_is_read_as_ever(home: Path):
    (home / ".XCompose").write_text('include "%L"\n', encoding="utf-8")

    assert folder_while_tk_starts(home) is None


@pytest.mark.parametrize("chosen", [VARIABLE, "XCOMPOSEFILE"])
def test_what_somebody_has_chosen_stays(home: Path, monkeypatch, chosen):
    monkeypatch.setenv(chosen, "/somewhere/else")

    with compose_cache(home):
        assert os.environ[chosen] == "/somewhere/else"
        assert not (home / "compose").exists()


def test_a_folder_that_cannot_be_made_keeps_no_window_shut(home: Path):
    (home / "file").write_text("", encoding="utf-8")

    assert folder_while_tk_starts(home / "file" / "data") is None


def test_other_systems_have_no_such_file(home: Path, monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")

    assert folder_while_tk_starts(home) is None
    assert not (home / "compose").exists()
