"""A program in a terminal of tmux: what it shows is read, and keys are typed."""

import os
import shlex
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

DEADLINE_SECONDS = 30.0
SECONDS_BETWEEN_LOOKS = 0.05
COLUMNS, ROWS = "140", "50"
WHERE = "chat"


class Terminal:
    """One program in one terminal, with a tmux of its own."""

    def __init__(self, folder: Path, *command: str) -> None:
        """Start the program; the folder is its home."""
        folder.mkdir()
        # The path of a socket may have a hundred characters: begin where it lies.
        self._folder = folder
        self._environment = {
            **os.environ,
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "TERM": "screen-256color",
        }
        self._tmux(
            *("-f", "/dev/null", "new-session", "-d", "-s", WHERE),
            *("-x", COLUMNS, "-y", ROWS, shlex.join(command)),
        )

    def type(self, line: str) -> None:
        """Type a line, and Enter."""
        self._tmux("send-keys", "-t", WHERE, "-l", line)
        self._tmux("send-keys", "-t", WHERE, "Enter")

    def screen(self) -> str:
        """Give what the terminal shows now."""
        return self._tmux("capture-pane", "-p", "-t", WHERE)

    def shows(self, *texts: str) -> bool:
        """Tell whether all of these come to stand on the screen before the deadline."""
        return self._comes_true(lambda screen: all(each in screen for each in texts))

    def end(self) -> None:
        """End the program and its terminal."""
        self._tmux("kill-server")

    def _comes_true(self, holds: Callable[[str], bool]) -> bool:
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not holds(self.screen()):
            if time.monotonic() > deadline:
                print(self.screen())  # noqa: T201 - pytest shows it with the failure
                return False
            time.sleep(SECONDS_BETWEEN_LOOKS)
        return True

    def _tmux(self, *words: str) -> str:
        return subprocess.run(
            ["tmux", "-u", "-S", "tmux", *words],
            cwd=self._folder,
            env=self._environment,
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
