"""Runs a command on the display, or on a virtual screen where no display opens.

Usage: python -m tools.virtual_screen [--always] COMMAND...
"""

import argparse
import os
import subprocess
import sys
import tkinter as tk
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, cast

from tools.process_group import run_in_group

WIDTH, HEIGHT = 1400, 1000

# The shell ends Xvfb when its own input ends: also when this process is killed.
_XVFB_UNTIL_INPUT_ENDS = """
Xvfb "$@" &
exec >&-
read -r _
kill $!
wait $!
"""


class NoVirtualScreen(Exception):
    """Xvfb is not installed or did not start."""


def display_opens() -> bool:
    """Whether Tk can open a window here; $DISPLAY alone does not tell."""
    try:
        tk.Tk().destroy()
    except tk.TclError:
        return False
    return True


@contextmanager
def virtual_screen(width: int = WIDTH, height: int = HEIGHT) -> Iterator[str]:
    """A screen of its own, as a value for $DISPLAY, until the block is left.

    Raises:
        NoVirtualScreen: Xvfb does not start.
    """
    xvfb = subprocess.Popen(
        ["/bin/sh", "-c", _XVFB_UNTIL_INPUT_ENDS, "xvfb", *_options(width, height)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl+C is for the command, not for its screen
        text=True,
    )
    with xvfb:  # leaving closes its input and waits for it
        number = cast(IO[str], xvfb.stdout).readline().strip()
        if not number:
            raise NoVirtualScreen("Xvfb did not start. Is it installed?")
        yield f":{number}"


def _options(width: int, height: int) -> list[str]:
    size = f"{width}x{height}x24"
    return ["-displayfd", "1", "-screen", "0", size, "-noreset", "-nolisten", "tcp"]


@contextmanager
def screen(*, always_virtual: bool = False) -> Iterator[Mapping[str, str]]:
    """The environment in which windows open: the real display's, or a virtual one's."""
    if not always_virtual and display_opens():
        yield os.environ
        return
    with virtual_screen() as display:
        yield {**os.environ, "DISPLAY": display}


def main() -> int:
    """Runs the command; its exit code is ours."""
    parser = argparse.ArgumentParser(
        prog="tools.virtual_screen", description="Runs a command where windows open."
    )
    parser.add_argument(
        "--always", action="store_true", help="virtual even where a display opens"
    )
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if not options.command:
        parser.error("a command is needed")
    try:
        with screen(always_virtual=options.always) as environment:
            return run_in_group(options.command, environment)
    except NoVirtualScreen as problem:
        print(f"chatapp: {problem}", file=sys.stderr)
        return 69


if __name__ == "__main__":
    sys.exit(main())
