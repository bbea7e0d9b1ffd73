"""A desktop of its own: a screen, a window manager, a file manager and our window."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from PIL import Image

from tests.desktop.pointer import Part, Place, Pointer
from tools.own_folders import own_environment
from tools.process_group import end_group
from tools.programs import running_server
from tools.virtual_screen import HEIGHT, WIDTH, virtual_screen
from tools.window import Window


@dataclass(frozen=True, slots=True)
class Files:
    """A folder that stands on the screen."""

    PANE: ClassVar[Part] = (160, 80, 500, 390)

    folder: Path
    pointer: Pointer
    empty: Image.Image

    def add(self, name: str, text: str) -> Place:
        """Make the first file in it; give where on the screen it is."""
        (self.folder / name).write_text(text)
        return self.pointer.place_of_news(self.PANE, self.empty)


@contextmanager
def running(*command: str, environment: dict[str, str]) -> Iterator[None]:
    """Run a program of the desktop until the block is left."""
    program = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0,
    )
    try:
        yield
    finally:
        end_group(program)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a screen with a window manager, and with an empty home."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    own = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "NO_AT_BRIDGE": "1",
    }
    with virtual_screen(WIDTH, HEIGHT) as display:
        environment = {**os.environ, **own, "DISPLAY": display}
        with running("openbox", "--sm-disable", environment=environment):
            yield environment


@pytest.fixture
def pointer(desktop: dict[str, str]) -> Pointer:
    return Pointer(desktop)


@pytest.fixture
def window(
    desktop: dict[str, str], pointer: Pointer, tmp_path: Path
) -> Iterator[Window]:
    """Our window, signed in, at the right of the screen."""
    environment = own_environment(desktop, tmp_path / "own")
    with running_server(environment) as port:
        address = ("--server", "127.0.0.1", "--port", str(port))
        name = ("--username", "maria", "--connect")
        with Window(environment, *address, *name) as window:
            window.wait_for("Message #lobby")
            pointer.put(pointer.window("chatapp"), 560, 100, 800, 700)
            yield window


@pytest.fixture
def files(desktop: dict[str, str], pointer: Pointer, tmp_path: Path) -> Iterator[Files]:
    """An empty folder that a file manager shows, at the left of the screen."""
    folder = tmp_path / "files"
    folder.mkdir()
    nothing = pointer.settled(Files.PANE)
    with running("pcmanfm", "--no-desktop", str(folder), environment=desktop):
        pointer.put(pointer.window("pcmanfm"), 0, 0, 500, 420)
        yield Files(folder, pointer, pointer.settled(Files.PANE, nothing))
