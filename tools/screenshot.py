"""Takes the pictures of the README: a conversation, in dark and in light colours."""

import os
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from tools.own_folders import empty_folder, own_environment
from tools.pictures import picture_of
from tools.process_group import ToldToEnd, signals_as_exceptions
from tools.programs import running_server, running_window
from tools.virtual_screen import virtual_screen
from tools.visitor import Visitor, is_join_of, is_said_by

PALETTES = {"docs/chat-dark.png": "teal-otter", "docs/chat-light.png": "indigo-puffin"}
READER = "noor"
SAID = (
    ("amara", "Good morning! The projector in room 12 works again 🎉"),
    ("amara", "I left the long cable beside it."),
    ("kofi", "Wonderful, thank you. Then we show the harbour film at ten."),
    ("mateo", "Who brings the second half of the map? https://example.org/map"),
    ("lena", "I do. It is drying on the radiator, so please mind the paint 🙈"),
    ("kofi", "Noor, can you take the sound?"),
)


def take_picture(path: Path, palette: str, folder: Path) -> None:
    """Has people talk in front of one window, and keeps what it shows."""
    with ExitStack() as stack:
        display = stack.enter_context(virtual_screen())
        environment = own_environment({**os.environ, "DISPLAY": display}, folder)
        port = stack.enter_context(running_server(environment))
        people = {
            nick: stack.enter_context(Visitor(port, nick))
            for nick in dict.fromkeys(nick for nick, _ in SAID)
        }
        listener = stack.enter_context(Visitor(port, "ines"))
        stack.enter_context(
            running_window(environment, port, READER, "--palette", palette)
        )
        listener.wait_for(partial(is_join_of, READER))
        let_them_talk(people, listener)
        path.parent.mkdir(exist_ok=True)
        picture_of(display).save(path, optimize=True)


def let_them_talk(people: dict[str, Visitor], listener: Visitor) -> None:
    """Each line is said when the one before it was heard."""
    for nick, text in SAID:
        people[nick].say(text)
        listener.wait_for(partial(is_said_by, nick))


def main() -> int:
    """Takes all the pictures."""
    try:
        with signals_as_exceptions():
            for name, palette in PALETTES.items():
                take_picture(Path(name), palette, empty_folder(Path("run/screenshot")))
                print(f"chatapp: {name} shows the palette {palette}.")
    except ToldToEnd as told:
        return told.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
