"""The window as the system shows it."""

import ctypes
import sys

import pytest

from chatapp.views.look.drawing import emblem
from chatapp.views.windows.task_bar import TaskBar, be_a_program_of_its_own
from chatapp.views.windows.urgency import show_urgent


@pytest.fixture
def task_bar(main_window, look, place):
    task_bar = TaskBar(main_window.root, look, lambda: place)
    task_bar.watch(place)
    return task_bar


@pytest.fixture
def focus(task_bar, mocker):
    """Say whether the window has the keyboard, and let Tk tell of it."""

    def focus(place, settle, *, has_it: bool) -> None:
        mocker.patch.object(task_bar, "has_focus", return_value=has_it)
        place.event_generate("<FocusIn>" if has_it else "<FocusOut>")
        settle()

    return focus


def test_it_tells_when_somebody_looks_and_looks_away(task_bar, place, settle, focus):
    looks = []
    task_bar.on_focus = lambda: looks.append("here")
    task_bar.on_blur = lambda: looks.append("away")

    for has_it in (False, True, True, False, False, True):
        focus(place, settle, has_it=has_it)

    assert looks == ["here", "away", "here"]


def test_it_comes_up_with_the_keyboard(task_bar, place, settle):
    place.iconify()
    settle()

    task_bar.bring_up()
    settle()

    assert place.winfo_viewable()
    assert task_bar.has_focus()


def test_the_sign_has_a_count_only_where_something_waits():
    plain, one, two = (
        emblem(64, "#aa2266", "#ffffff", badge=(words, "#cc0000", "#ffffff"))
        for words in ("", "1", "2")
    )

    assert len({plain.tobytes(), one.tobytes(), two.tobytes()}) == 3


def test_the_count_is_drawn_once_for_each_number(task_bar):
    task_bar.show_badge(3)
    icons = task_bar._icons
    task_bar.show_badge(3)

    assert task_bar._icons is icons


def test_it_stands_out_until_somebody_looks(task_bar, place, settle, focus, mocker):
    shown = mocker.patch("chatapp.views.windows.urgency.show_urgent")
    focus(place, settle, has_it=False)

    task_bar.ask_for_attention()
    task_bar.ask_for_attention()
    focus(place, settle, has_it=True)

    assert [call.kwargs["is_urgent"] for call in shown.call_args_list] == [True, False]


def test_asking_the_system_does_no_harm(place):
    show_urgent(place, is_urgent=True)
    show_urgent(place, is_urgent=False)

    assert place.winfo_exists()


def test_windows_knows_it_as_a_program_of_its_own(monkeypatch, mocker):
    windll = mocker.MagicMock()
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")

    be_a_program_of_its_own()

    name = windll.shell32.SetCurrentProcessExplicitAppUserModelID.call_args.args
    assert name == ("chatapp.chatapp",)


def test_a_windows_without_such_names_is_no_problem(monkeypatch, mocker):
    windll = mocker.Mock(spec=[])
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")

    be_a_program_of_its_own()
