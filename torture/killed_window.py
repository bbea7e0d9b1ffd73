"""Kills a real window: what was seen in it is sent once, and seen again."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from tests.support.window_lives import NICK, Person
from tools.own_folders import own_environment
from tools.virtual_screen import NoVirtualScreen, virtual_screen
from tools.window import Window
from torture.play import NotPlayed, Play
from torture.server_program import ServerProgram

SEEDS = 1_000_000
SECONDS_TO_JUDGE = 8.0
LIVES_OF_A_PERSON = 15
"""So much can be seen in a window at a time."""


def run(play: Play) -> str:
    """Kill windows on a screen of their own.

    Raises:
        NotPlayed: there can be none here.
    """
    with ExitStack() as stack:
        try:
            display = stack.enter_context(virtual_screen())
        except (NoVirtualScreen, FileNotFoundError) as problem:
            raise NotPlayed(f"No window can be opened here: {problem}") from problem
        return _kill_windows(play, display)


def _kill_windows(play: Play, display: str) -> str:
    """Let one person after the other live and die while time remains."""
    lives = messages = 0
    while not lives or play.remaining() > SECONDS_TO_JUDGE:
        folder = play.folder / str(lives)
        with _person(play, folder, display) as person:
            lives += _live(person, play)
            found = person.look(folder / "server" / "data" / "server" / "history.db")
        play.demand(not found, "\n".join(found))
        messages += len(person.told.written)
    return (
        f"A window was killed {lives} times: what was seen of {messages} messages was "
        "sent once, and is seen again."
    )


def _live(person: Person, play: Play) -> int:
    for life in range(LIVES_OF_A_PERSON):
        if play.random.random() < 1 / 2:
            person.live()
        else:
            person.live_in_a_hurry()
        if play.remaining() < SECONDS_TO_JUDGE:
            return life + 1
    return LIVES_OF_A_PERSON


@contextmanager
def _person(play: Play, folder: Path, display: str) -> Iterator[Person]:
    """Somebody with a server of his own; at the end all windows are closed."""
    folder.mkdir()
    with ExitStack() as stack:
        server = stack.enter_context(ServerProgram(folder / "server"))
        environment = own_environment(
            {**os.environ, "DISPLAY": display}, folder / "window"
        )
        sign_in = partial(_sign_in, stack, environment, server)
        yield Person(sign_in, server, play.random.randrange(SEEDS))


def _sign_in(
    stack: ExitStack, environment: dict[str, str], server: ServerProgram
) -> Window:
    """Open the window, up to the lobby."""
    address = ("--server", "127.0.0.1", "--port", str(server.port))
    window = Window(environment, *address, "--username", NICK, "--connect")
    stack.enter_context(window)
    window.wait_for("Message #lobby", f"signed in as {NICK}")
    return window
