"""What of the screen is for windows, on other systems."""

import ctypes
import sys

import pytest

from chatapp.views.windows.work_area import WorkArea, work_area


@pytest.fixture
def window(mocker):
    """Give one on a small notebook."""
    window = mocker.Mock()
    window.winfo_screenwidth.return_value = 1366
    window.winfo_screenheight.return_value = 768
    return window


@pytest.mark.parametrize(
    ("is_told", "area"),
    [(True, WorkArea(0, 0, 1366, 720)), (False, WorkArea(0, 0, 1366, 768))],
)
def test_the_task_bar_of_windows_is_left_free(
    window, monkeypatch, mocker, is_told, area
):
    def tell(_what: int, _size: int, edges: object, _how: int) -> bool:
        edges._obj[:] = (0, 0, 1366, 720)
        return is_told

    windll = mocker.MagicMock()
    windll.user32.SystemParametersInfoW = tell
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")

    assert work_area(window) == area


def test_the_menu_and_the_dock_of_macos_are_left_free(window, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")

    area = work_area(window)

    assert area.top > 0
    assert area.bottom < 768 - 60


def test_other_systems_give_windows_the_whole_screen(window, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")

    assert work_area(window) == WorkArea(0, 0, 1366, 768)
