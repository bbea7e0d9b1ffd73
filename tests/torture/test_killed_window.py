"""A screen that is missing is told from a window that is."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from pytest_mock import MockerFixture

from tools.virtual_screen import NoVirtualScreen
from torture import killed_window
from torture.__main__ import main
from torture.play import NotPlayed, Play


@pytest.mark.parametrize("problem", [NoVirtualScreen("none"), FileNotFoundError("sh")])
def test_without_a_screen_no_window_is_killed_and_that_is_told(
    tmp_path: Path, mocker: MockerFixture, problem: Exception
) -> None:
    mocker.patch("torture.killed_window.virtual_screen", side_effect=problem)

    with pytest.raises(NotPlayed, match="No window can be opened here"):
        killed_window.run(Play("7", tmp_path, 1.0, print))


def test_what_was_not_played_does_not_count_as_played(
    mocker: MockerFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    problem = NoVirtualScreen("Xvfb did not start.")
    mocker.patch("torture.killed_window.virtual_screen", side_effect=problem)
    mocker.patch.dict("os.environ")

    exit_code = main(["--only", "killed-window", "--seconds", "1"])

    told = capsys.readouterr().out
    assert exit_code == 1
    assert "killed-window was not played." in told
    assert "--without killed-window" in told
    assert "Everything held." not in told


def test_what_is_left_out_on_purpose_is_no_failure(mocker: MockerFixture) -> None:
    mocker.patch.dict("os.environ")
    never = mocker.patch("torture.killed_window.virtual_screen")
    asked_for = ["--only", "killed-window", "simulated-server", "--seconds", "1"]

    assert main([*asked_for, "--without", "killed-window"]) == 0

    never.assert_not_called()


def test_to_play_nothing_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "killed-window", "--without", "killed-window"]) == 1

    assert "Nothing is left" in capsys.readouterr().out


def test_a_file_that_is_missing_later_is_a_failure(
    tmp_path: Path, mocker: MockerFixture
) -> None:
    screen = nullcontext(":7")
    mocker.patch("torture.killed_window.virtual_screen", return_value=screen)
    mocker.patch("torture.killed_window.Window", side_effect=FileNotFoundError)

    with pytest.raises(FileNotFoundError):
        killed_window.run(Play("7", tmp_path, 1.0, print))
