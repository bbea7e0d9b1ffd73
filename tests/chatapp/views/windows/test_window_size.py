from collections.abc import Iterator

import pytest
import ttkbootstrap as ttk

from chatapp.views.windows.window_size import WindowSize, start_place
from chatapp.views.windows.work_area import WorkArea
from tests.chatapp.views.waiting import wait_until


@pytest.fixture
def window(main_window, settle) -> Iterator[ttk.Toplevel]:
    window = ttk.Toplevel(size=(600, 500), position=(0, 0))
    settle()
    yield window
    window.destroy()


@pytest.fixture
def told() -> list[tuple[int, int]]:
    return []


@pytest.fixture
def watch(window, told, settle) -> WindowSize:
    watch = WindowSize(window, lambda width, height: told.append((width, height)))
    window.geometry("620x500")
    wait_until(window, lambda: watch._known == (620, 500))
    return watch


def test_the_size_it_opens_with_is_nobodys_choice(watch, told):
    assert told == []


def test_a_size_is_told_once_it_has_come_to_rest(watch, window, told, settle):
    for width in (640, 660, 680):
        window.geometry(f"{width}x480")
        settle()

    wait_until(window, lambda: bool(told))

    assert told == [(680, 480)]


def test_what_is_not_told_yet_is_told_before_the_window_goes(
    watch, window, told, settle
):
    window.geometry("700x480")
    settle()

    watch.finish()
    watch.finish()

    assert told == [(700, 480)]


def test_the_size_of_a_maximised_window_is_not_its_own(watch, window, told, mocker):
    mocker.patch(
        "chatapp.views.windows.window_size._fills_the_screen", return_value=True
    )
    window.geometry("900x700")

    wait_until(window, lambda: watch._size == (900, 700) and watch._due is None)

    assert told == []


def test_an_iconified_window_has_no_size_of_its_own(watch, window, told, mocker):
    mocker.patch.object(window, "state", return_value="iconic")
    window.geometry("640x480")

    wait_until(window, lambda: watch._size == (640, 480) and watch._due is None)

    assert told == []


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        ((1180, 760), "1024x688+0+0"),
        ((600, 500), "600x500+212+62"),
        ((9999, 99), "1024x99+0+196"),
    ],
)
def test_a_window_opens_no_larger_than_there_is_room(wanted, place):
    assert start_place(WorkArea(0, 0, 1024, 728), wanted, 40) == place


def test_a_window_opens_beside_a_task_bar_at_the_left():
    area = WorkArea(62, 0, 1304, 768)

    assert start_place(area, (1180, 760), 40) == "1180x728+124+0"


def test_the_chat_window_opens_in_the_size_that_was_kept(main_window, settle):
    main_window._size = (905, 605)

    main_window.open_chat()
    settle()
    size = main_window.chat.winfo_width(), main_window.chat.winfo_height()
    main_window.close_chat()
    main_window._size = None

    assert size == (905, 605)


def test_a_new_size_of_the_chat_window_is_told(main_window, settle, mocker):
    told = mocker.patch.object(main_window, "on_resized")
    main_window.open_chat()
    watch = main_window._chat_size
    wait_until(main_window.root, lambda: watch._known is not None)

    main_window.chat.geometry("950x650")
    settle()
    main_window.close_chat()

    told.assert_called_once_with(950, 650)
    main_window._size = None
