import subprocess
from pathlib import Path

import pytest

from chatapp.views.look.system_mode import system_is_dark


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("GTK_THEME", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


def test_a_system_that_says_nothing_leaves_it_open(home):
    assert system_is_dark() is None


@pytest.mark.parametrize(
    ("theme", "dark"), [("Adwaita:dark", True), ("Adwaita", False)]
)
def test_the_theme_that_gtk_is_told_decides(home, monkeypatch, theme, dark):
    monkeypatch.setenv("GTK_THEME", theme)

    assert system_is_dark() is dark


@pytest.mark.parametrize(("value", "dark"), [("1", True), ("true", True), ("0", False)])
@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_gtk_settings_decide(home, version, value, dark):
    text = f"[Settings]\ngtk-application-prefer-dark-theme={value}\n"
    write(home / f"gtk-{version}/settings.ini", text)

    assert system_is_dark() is dark


@pytest.mark.parametrize(("scheme", "dark"), [("BreezeDark", True), ("Breeze", False)])
def test_kde_settings_decide(home, scheme, dark):
    (home / "kdeglobals").write_text(f"[General]\nColorScheme={scheme}\n")

    assert system_is_dark() is dark


def test_a_broken_settings_file_says_nothing(home):
    write(home / "gtk-3.0/settings.ini", "no section at all\x00")

    assert system_is_dark() is None


@pytest.mark.parametrize(("answer", "dark"), [("Dark\n", True), ("", False)])
def test_macos_is_asked_for_its_style(mocker, answer, dark):
    mocker.patch("sys.platform", "darwin")
    run = mocker.patch("subprocess.run")
    run.return_value = subprocess.CompletedProcess([], 0, answer, "")

    assert system_is_dark() is dark


def test_macos_that_does_not_answer_leaves_it_open(mocker):
    mocker.patch("sys.platform", "darwin")
    mocker.patch("subprocess.run", side_effect=subprocess.TimeoutExpired("defaults", 1))

    assert system_is_dark() is None
