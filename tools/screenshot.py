"""Takes the pictures of the README: a conversation, in dark and in light colours."""

import os
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from chatapp.wire.markdown import encode
from chatapp.wire.tag_names import MSGID
from tools.own_folders import empty_folder, own_environment
from tools.pictures import picture_of
from tools.process_group import ToldToEnd, signals_as_exceptions
from tools.programs import running_server, running_window
from tools.virtual_screen import virtual_screen
from tools.visitor import Visitor, is_join_of, is_said_by

PALETTES = {"docs/chat-dark.png": "teal-otter", "docs/chat-light.png": "indigo-puffin"}
READER = "noor"
CODE = """This draws the harbour's tides:
```python
for hour in range(24):
    tide = 2.1 * sin(hour / 12.4 * pi)  # metres
    print(hour, "~" * round(tide + 3))
```"""
SAID = (
    ("amara", "Good morning! The projector in room 12 works again 🎉", None),
    ("kofi", "Wonderful, thank you. Then we show the harbour film at *ten*.", None),
    ("mateo", "Who brings the second half of the map? https://example.org/map", None),
    ("lena", "I do. It is drying on the radiator, so please mind the paint 🙈", 2),
    ("mateo", CODE, None),
    ("kofi", "Noor, can you take the sound?", None),
)
"""Who says what, in answer to which of the lines before."""
REACTIONS = (
    ("kofi", "🎉", 0),
    ("lena", "🎉", 0),
    ("mateo", "👍", 0),
    ("amara", "❤️", 3),
)


def take_picture(path: Path, palette: str, folder: Path) -> None:
    """Has people talk in front of one window, and keeps what it shows."""
    with ExitStack() as stack:
        display = stack.enter_context(virtual_screen())
        environment = own_environment({**os.environ, "DISPLAY": display}, folder)
        port = stack.enter_context(running_server(environment))
        people = {
            nick: stack.enter_context(Visitor(port, nick))
            for nick in dict.fromkeys(nick for nick, *_ in SAID)
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
    """Each line is said when the one before it was heard; then people react."""
    msgids: list[str] = []
    for nick, text, place in SAID:
        answered = "" if place is None else msgids[place]
        people[nick].say(encode(text), answered)
        heard = listener.wait_for(partial(is_said_by, nick))
        msgids.append(heard.tags.get(MSGID, ""))
    for nick, emoji, place in REACTIONS:
        people[nick].react(emoji, msgids[place])
        listener.wait_for(lambda message: message.command == "TAGMSG")


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
