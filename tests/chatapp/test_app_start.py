"""The first window is there before what only the chat needs."""

import os
import subprocess
import sys

import pytest

from tools.own_folders import own_environment

# Says whether the collector runs, before the first window and in the main loop, and
# in between whether ctypes is loaded.
START = """
import gc, sys
from chatapp import __main__
from chatapp.views.windows.main_window import MainWindow

show_first = MainWindow.show_first

def telling(window):
    print(gc.isenabled())
    show_first(window)
    print("ctypes" in sys.modules)

def closing(window):
    print(gc.isenabled())
    window.on_close()

MainWindow.show_first, MainWindow.run = telling, closing
__main__.main([])
"""

# Says which styles the first window lacks, and whether those of dialogs are there.
STYLES = """
from chatapp import __main__
from chatapp.views.windows.main_window import MainWindow

show_first = MainWindow.show_first

def telling(window):
    show_first(window)
    found = [window.root]
    for each in found:
        found += each.winfo_children()
    worn = {str(it.cget("style")) for it in found if "style" in it.keys()}
    print(len(worn) > 1, *(worn - {""} - set(window.look.style_names)))
    print("Dialog.TFrame" in window.look.style_names)

def closing(window):
    print("Dialog.TFrame" in window.look.style_names)
    window.on_close()

MainWindow.show_first, MainWindow.run = telling, closing
__main__.main([])
"""


def said_by(program: str, environment: dict[str, str]) -> list[str]:
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    return own_environment(os.environ, tmp_path)


def test_what_the_first_window_does_without_is_not_loaded_before_it(environment):
    loaded = said_by("import sys, chatapp.app_start; print(*sys.modules)", environment)

    assert "chatapp.views.login_view" in loaded
    assert not {
        "chatapp.app",
        "chatapp.models.entities.rooms",
        "chatapp.models.program.mailbox",
        "chatapp.views.emoji.emoji_photos",
        "chatapp.views.rails.rail",
        "chatapp.views.transcript.rich_text",
        "chatapp.wire.announcement",
        "configparser",
    } & set(loaded)


def test_the_collector_waits_for_the_first_window(environment):
    before, _, in_main_loop = said_by(START, environment)

    assert (before, in_main_loop) == ("False", "True")


@pytest.mark.skipif(sys.platform == "win32", reason="ttkbootstrap needs it there")
def test_what_only_windows_needs_is_not_loaded_for_the_first_window(environment):
    assert said_by(START, environment)[1] == "False"


def test_styles_that_the_first_window_does_not_wear_are_built_after_it(environment):
    assert said_by(STYLES, environment) == ["True", "False", "True"]
