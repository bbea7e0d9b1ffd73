"""Real windows for the views: a root for each module, a window for each test."""

import tkinter as tk
from collections.abc import Callable, Iterator
from unittest.mock import create_autospec

import pytest
import ttkbootstrap as ttk

from chatapp.controllers.look.palette_names import parse_name
from chatapp.controllers.look.palettes import make_palette
from chatapp.controllers.servers.servers import ServersController
from chatapp.controllers.shortcuts import Action, bind
from chatapp.controllers.theme import ThemeController
from chatapp.parts.keys import window_keys
from chatapp.views.chat_view import ChatView
from chatapp.views.look.palette import Look
from chatapp.views.transcript.transcript import Transcript
from chatapp.views.windows.main_window import MainWindow
from tests.chatapp.views.content import fill


@pytest.fixture(scope="module")
def main_window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    ttk.set_bootstyle_strict(True)
    palette = make_palette(parse_name("teal-otter"))
    window = MainWindow(palette, tmp_path_factory.mktemp("fonts"))
    window.look.complete()
    window.keys = window_keys(
        window,
        create_autospec(ThemeController, instance=True),
        create_autospec(ServersController, instance=True),
        lambda: None,
    )
    yield window
    window.destroy()


@pytest.fixture(autouse=True)
def usual_size(request: pytest.FixtureRequest) -> None:
    """Forget what size the last test has given the chat window of its module."""
    if "main_window" in request.fixturenames:
        request.getfixturevalue("main_window")._size = None


@pytest.fixture(autouse=True)
def no_callback_fails(request: pytest.FixtureRequest) -> Iterator[None]:
    if "main_window" not in request.fixturenames:
        yield
        return
    failures: list[BaseException] = []
    window = request.getfixturevalue("main_window")
    window.root.report_callback_exception = lambda _kind, error, _trace: (
        failures.append(error)
    )
    yield
    assert failures == []


@pytest.fixture
def look(main_window: MainWindow) -> Look:
    return main_window.look


@pytest.fixture
def place(main_window: MainWindow) -> Iterator[tk.Toplevel]:
    """Give an empty window on the screen that has the keyboard."""
    window = ttk.Toplevel(size=(820, 620), position=(0, 0))
    window.update()
    window.focus_force()
    yield window
    window.destroy()


@pytest.fixture
def transcript(place: tk.Toplevel, look: Look) -> Transcript:
    """Give an empty transcript that fills the window."""
    view = Transcript(place, look)
    view.pack(fill="both", expand=True)
    place.update()
    return view


@pytest.fixture
def settle(main_window: MainWindow) -> Callable[[], None]:
    """Let Tk do all that is due."""
    return main_window.root.update


@pytest.fixture
def view(main_window: MainWindow, settle: Callable[[], None]) -> Iterator[ChatView]:
    """Give a chat window with people, rooms and messages in it."""
    chat = main_window.open_chat()
    panes = {Action.NEXT_PANE: chat.next_pane, Action.PREVIOUS_PANE: chat.previous_pane}
    main_window.bind_chat_keys(bind(panes))
    chat.winfo_toplevel().geometry("1100x700+0+0")
    settle()
    fill(chat)
    settle()
    chat.winfo_toplevel().focus_force()
    settle()
    yield chat
    main_window.close_chat()
