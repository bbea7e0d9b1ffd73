"""Opens a chat on this computer; without a display, two windows on virtual screens.

Settings and data go to run/demo, and no keyring is used.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from tools.own_folders import empty_folder, own_environment
from tools.pictures import picture_of, side_by_side
from tools.process_group import ToldToEnd, run_in_group, signals_as_exceptions
from tools.programs import WINDOW, NoServer, running_server
from tools.virtual_screen import NoVirtualScreen, display_opens, virtual_screen
from tools.window import NotSeen, Window

FOLDER = Path("run/demo")
PICTURE = Path("run/two-windows.png")
HOST = "maria"
PALETTES = {"maria": "teal-otter", "jonas": "indigo-puffin"}
SAID = (
    ("maria", "Good morning! Can you read this? 👋"),
    ("jonas", "Every word. It took no setting up at all."),
    ("maria", "Then I fetch the others: https://example.org/invitation"),
    ("jonas", "/me puts the kettle on"),
)


def open_window(environment: Mapping[str, str]) -> int:
    """One window on the real display, until the person closes it."""
    print("chatapp: Opening a window, signed in to a server of its own.")
    command = [*WINDOW, "--host", "--port", "0", "--username", HOST]
    return run_in_group(command, environment)


def show_two_windows(environment: Mapping[str, str]) -> None:
    """A server and two windows, each on a virtual screen, and what they say."""
    print("chatapp: No display opens here, so the windows open on virtual screens.")
    with ExitStack() as stack:
        port = stack.enter_context(running_server(environment))
        print(f"chatapp: A server listens on 127.0.0.1, port {port}.")
        displays, windows = [], {}
        for nick, palette in PALETTES.items():
            display = stack.enter_context(virtual_screen())
            own = own_environment(environment, FOLDER.resolve() / nick)
            options = ("--server", "127.0.0.1", "--port", str(port), "--connect")
            window = Window(
                {**own, "DISPLAY": display},
                *(*options, "--username", nick, "--palette", palette),
            )
            windows[nick] = stack.enter_context(window)
            window.wait_for("Message #lobby")
            print(f"chatapp: {nick}'s window has signed in.")
            displays.append(display)
        let_them_talk(windows)
        side_by_side([picture_of(display) for display in displays]).save(PICTURE)
    print(f"chatapp: A picture of both windows lies in {PICTURE}.")


def let_them_talk(windows: Mapping[str, Window]) -> None:
    """Each line is typed in its window, and read in all of them."""
    for nick, text in SAID:
        windows[nick].write(text)
        readable = text.removeprefix("/me ").partition(" 👋")[0]
        for window in windows.values():
            window.wait_for(readable)
        print(f"    {nick}: {readable}")


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
    except (NoVirtualScreen, NoServer, NotSeen) as problem:
        print(f"chatapp: {problem}", file=sys.stderr)
        return 69
    return 0


if __name__ == "__main__":
    sys.exit(main())
