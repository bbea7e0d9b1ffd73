"""A screen that is missing is told from a window that is."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from pytest_mock import MockerFixture

from tools.virtual_screen import NoVirtualScreen
from torture import killed_window
from torture.play import Play


@pytest.mark.parametrize("problem", [NoVirtualScreen("none"), FileNotFoundError("sh")])
def test_without_a_screen_no_window_is_killed(
    tmp_path: Path, mocker: MockerFixture, problem: Exception
) -> None:
    mocker.patch("torture.killed_window.virtual_screen", side_effect=problem)

    did = killed_window.run(Play("7", tmp_path, 1.0, print))

    assert did.startswith("No window was killed")


def test_a_file_that_is_missing_later_is_a_failure(
    tmp_path: Path, mocker: MockerFixture
) -> None:
    screen = nullcontext(":7")
    mocker.patch("torture.killed_window.virtual_screen", return_value=screen)
    mocker.patch("torture.killed_window.Window", side_effect=FileNotFoundError)

    with pytest.raises(FileNotFoundError):
        killed_window.run(Play("7", tmp_path, 1.0, print))
