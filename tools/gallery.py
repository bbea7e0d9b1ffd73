"""Takes a picture of each main view, in dark and in light colours, to be looked at.

Usage: python -m tools.gallery [--size WIDTHxHEIGHT] [--language CODE] [--larger STEPS]
[NAME...]
The pictures go to run/gallery; each view is opened by the keys that a person presses.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from chatapp import language
from chatapp.language import gettext as _
from tools.own_folders import empty_folder, own_environment
from tools.pictures import picture_of
from tools.process_group import ToldToEnd, signals_as_exceptions
from tools.programs import running_server
from tools.screenshot import SAID, let_them_talk
from tools.virtual_screen import virtual_screen
from tools.visitor import Visitor, is_join_of
from tools.window import SECONDS_TO_WAIT, NotSeen, Window

FOLDER = Path("run/gallery")
PALETTES = {"dark": "teal-otter", "light": "indigo-puffin"}
READER = "noor"
ROOMS = ("#kitchen", "#harbour", "#a-room-with-a-rather-long-name")
SIZE = (1100, 720)


@dataclass(frozen=True, slots=True)
class View:
    """What is to be seen: how one gets there from the box, and words that it shows."""

    name: str
    open: Callable[[Window], object]
    words: str = ""
    """In English; what is translated is waited for in the window's language."""
    most_width: int = 10_000
    """It is to be seen in a window no wider than this."""


def _press(*keys: str) -> Callable[[Window], object]:
    def press(window: Window) -> None:
        for key in keys:
            window.order("type", text="", key=key)

    return press


def _write(text: str, *keys: str) -> Callable[[Window], object]:
    """Write a text, and press keys after it."""

    def write(window: Window) -> None:
        window.order("type", text=text)
        _press(*keys)(window)

    return write


def _find(words: str, *keys: str) -> Callable[[Window], object]:
    """Write words where some keys lead to, in place of those that are there."""

    def find(window: Window) -> None:
        _press(*keys, "Control-a", "Delete")(window)
        window.order("type", text=words, key="Return")

    return find


def _choose_of_room(words: str) -> Callable[[Window], object]:
    return lambda window: window.order("choose_of_room", room="#lobby", words=_(words))


def _press_button(words: str, *keys: str) -> Callable[[Window], object]:
    """Press a button by its words or its tip, once some keys have brought it."""

    def press(window: Window) -> None:
        _press(*keys)(window)
        deadline = time.monotonic() + SECONDS_TO_WAIT
        while not window.order("press", text=_(words)):
            if time.monotonic() > deadline:
                raise NotSeen(f"No button {words!r}")

    return press


def _sign_in(**form: str) -> Callable[[Window], object]:
    """Fill in the sign-in window, and try it."""

    def sign_in(window: Window) -> None:
        for field, text in form.items():
            window.order("fill", field=field.upper(), text=text)
        window.press(_("Sign in"))

    return sign_in


def _pin_in_own_room(window: Window) -> None:
    _write("/join #harvest", "Return")(window)
    window.wait_for("harvest")
    window.say("The ladders are behind the barn. Who takes one brings it back.")
    _press("Shift-Tab", "Up")(window)
    window.order("choose_of_message", words=_("Pin for everybody in this room"))
    _press_button("Pinned in this room", "Control-f")(window)


NOBODY = "127.0.0.1"
SIGN_IN = (
    View("sign-in", _press(), "Sign in"),
    View("account", _press_button("Account…"), "Password"),
    View("sign-in-fields", _sign_in(address="my chat", username="mo"), "Sign in"),
    View(
        "sign-in-error",
        _sign_in(address=NOBODY, port="1", username=READER),
        "Find out why",
    ),
)
VIEWS = (
    View("chat", _press(), "can you take the sound"),
    View("chosen", _press("Shift-Tab", "Up"), "kofi"),
    View("reply", _press("Shift-Tab", "Up", "r"), "kofi"),
    View("formatting", _write("Bring **two** `maps`, or *three*"), "maps"),
    View("commands", _press("slash"), "/away"),
    View("people", _press("at"), "amara"),
    View("emoji-names", _write(":s", "m"), ":smile"),
    View("emoji-picker", _press("Control-period"), "Smileys"),
    View("switcher", _press("Control-k", "k", "i"), "kitchen"),
    View("search", _find("map", "Control-f"), "map"),
    View("search-empty", _find("pineapple", "Control-f"), "Search"),
    View("rooms", _press("Control-Shift-O"), "lobby"),
    View("person", _write("/whois kofi", "Return"), "kofi"),
    View("settings", _press("Control-comma"), "Settings"),
    View("keys", _press("Control-slash"), "Search everywhere"),
    View("export", _choose_of_room("Export…"), "Export"),
    View("wire-log", _press("Control-Shift-L"), "Pause"),
    View("plain-text", _press("Control-Shift-T"), "projector"),
    View("add-server", _press("Control-Shift-N"), "Cancel"),
    View("rooms-folded", _press_button("Show the rooms"), "lobby", most_width=700),
    View(
        "people-folded",
        _press_button("Show or hide who is here"),
        "kofi",
        most_width=700,
    ),
    View(
        "saved",
        _press_button("Saved by you", "Shift-Tab", "Up", "s", "Control-f"),
        "kofi",
    ),
    View("pinned", _pin_in_own_room, "ladders"),
)
"""The last ones leave something behind."""
OFFLINE = (View("offline", _press(), "Try now"),)


@contextmanager
def chat(
    environment: Mapping[str, str], palette: str
) -> Iterator[tuple[Window, Callable[[], None]]]:
    """Have a window in a conversation of several people, until the block is left.

    It is given with what ends the server before that.
    """
    with ExitStack() as stack:
        server = stack.enter_context(ExitStack())
        port = server.enter_context(running_server(environment))
        people = {
            nick: stack.enter_context(Visitor(port, nick))
            for nick in dict.fromkeys(nick for nick, *_ in SAID)
        }
        listener = stack.enter_context(Visitor(port, "ines"))
        for room in ROOMS:
            listener.send("JOIN", room)
        address = ("--server", "127.0.0.1", "--port", str(port), "--username", READER)
        window = stack.enter_context(
            Window(environment, *address, "--connect", "--palette", palette)
        )
        listener.wait_for(partial(is_join_of, READER))
        let_them_talk(people, listener)
        window.wait_for("can you take the sound")
        yield window, server.close


def take_pictures(kind: str, palette: str, options: argparse.Namespace) -> None:
    """Take the pictures of one palette."""
    size: tuple[int, int] = options.size
    with ExitStack() as stack:
        display = stack.enter_context(virtual_screen(*size))
        folder = empty_folder(FOLDER / "own")
        environment = own_environment({**os.environ, "DISPLAY": display}, folder)
        environment["LANGUAGE"] = options.language
        with Window(environment, "--palette", palette) as window:
            _press(*options.larger * ["Control-plus"])(window)  # the next has it, too
            _show_all(window, SIGN_IN, display, options, kind)
        window, end_server = stack.enter_context(chat(environment, palette))
        _show_all(window, VIEWS, display, options, kind)
        end_server()
        _show_all(window, OFFLINE, display, options, kind)


def _show_all(
    window: Window,
    views: Sequence[View],
    display: str,
    options: argparse.Namespace,
    kind: str,
) -> None:
    width, height = options.size
    for view in views:
        if options.names and view.name not in options.names:
            continue
        window.order("resize", width=min(width, view.most_width), height=height)
        view.open(window)
        window.wait_for(_(view.words))
        path = FOLDER / f"{view.name}-{kind}.png"
        picture_of(display).save(path)
        print(f"chatapp: {path}", flush=True)
        _press("Escape", "Escape", "Control-a", "Delete")(window)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take what is asked for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="gallery", description=__doc__)
    parser.add_argument("--size", type=_size, default=SIZE, metavar="WIDTHxHEIGHT")
    parser.add_argument("--language", default=language.SOURCE, metavar="CODE")
    parser.add_argument("--larger", type=int, default=0, metavar="STEPS")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args(arguments)
    language.choose(options.language, os.environ)
    try:
        with signals_as_exceptions():
            for kind, palette in PALETTES.items():
                take_pictures(kind, palette, options)
    except ToldToEnd as told:
        return told.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
