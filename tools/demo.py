"""Opens a chat on this computer; without a display, two windows on virtual screens.

Settings and data go to run/demo, and no keyring is used.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from tools.own_folders import empty_folder, own_environment
from tools.pictures import picture_of, side_by_side
from tools.process_group import ToldToEnd, run_in_group, signals_as_exceptions
from tools.programs import WINDOW, NoServer, running_server, running_window
from tools.virtual_screen import NoVirtualScreen, display_opens, virtual_screen
from tools.visitor import NothingHeard, Visitor, is_join_of, is_said_by, speaker

FOLDER = Path("run/demo")
PICTURE = Path("run/two-windows.png")
HOST = "maria"
NICKS = ("maria", "jonas")
GUEST = "ines"
GREETING = "Welcome, both of you! Do you see this?"


def open_window(environment: Mapping[str, str]) -> int:
    """One window on the real display, until the person closes it."""
    print("chatapp: Opening a window, signed in to a server of its own.")
    return run_in_group([*WINDOW, "--host", "--username", HOST], environment)


def show_two_windows(environment: Mapping[str, str]) -> None:
    """A server and two windows, each on a virtual screen, and what they show."""
    print("chatapp: No display opens here, so the windows open on virtual screens.")
    with ExitStack() as stack:
        port = stack.enter_context(running_server(environment))
        print(f"chatapp: A server listens on 127.0.0.1, port {port}.")
        guest = stack.enter_context(Visitor(port, GUEST))
        witness = stack.enter_context(Visitor(port, "witness"))
        displays = []
        for nick in NICKS:
            display = stack.enter_context(virtual_screen())
            window_environment = {
                **own_environment(environment, FOLDER.resolve() / nick),
                "DISPLAY": display,
            }
            stack.enter_context(running_window(window_environment, port, nick))
            witness.wait_for(partial(is_join_of, nick))
            print(f"chatapp: {nick}'s window has signed in.")
            displays.append(display)
        guest.say(GREETING)
        heard = witness.wait_for(partial(is_said_by, GUEST))
        print(f"    {speaker(heard)}: {heard.trailing}")
        side_by_side([picture_of(display) for display in displays]).save(PICTURE)
    print(f"chatapp: A picture of both windows lies in {PICTURE}.")


def main() -> int:
    """Does the one or the other; tells the exit code."""
    environment = own_environment(os.environ, empty_folder(FOLDER))
    if display_opens():
        return open_window(environment)
    try:
        with signals_as_exceptions():
            show_two_windows(environment)
    except ToldToEnd as told:
        return told.exit_code
    except (NoVirtualScreen, NoServer, NothingHeard) as problem:
        print(f"chatapp: {problem}", file=sys.stderr)
        return 69
    return 0


if __name__ == "__main__":
    sys.exit(main())
