"""A real window on a line that breaks and stutters shows everything, once."""

import itertools
from pathlib import Path

import pytest

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tests.support.mischief import Ending, Fate
from tests.support.proxy import Proxy
from tests.support.talker import LOBBY
from tests.support.transcript import shown_lines
from tests.support.verdict import Witness, problems, stored_texts
from tools.visitor import Visitor
from tools.window import Window

BEHIND_THE_SIGN_IN = 7_000
IN_THE_SIGN_IN = 900
MESSAGES = 20
STUTTERING = Fate(piece=40, delay=0.02)
BROKEN = Fate(Ending.CUT, BEHIND_THE_SIGN_IN, piece=50)
RESET = Fate(Ending.RESET, BEHIND_THE_SIGN_IN)
CUT_AT_ONCE = Fate(Ending.CUT, IN_THE_SIGN_IN)


def talk(window: Window, visitor: Visitor) -> Witness:
    """Let both write by turns, and note what the window showed in the end."""
    told = Witness("adaa")
    for number in range(MESSAGES):
        visitor.say(f"visitor {number:03}")
        told.written.append(f"window {number:03}")
        window.write(told.written[-1])
        window.wait_for(told.written[-1])
    told.shown = told.written
    heard = [f"visitor {number:03}" for number in range(MESSAGES)]
    window.wait_for(*heard)
    window.write("the end")
    visitor.wait_for(lambda message: message.trailing == "the end")
    told.history = shown_lines(window, [*heard, *told.written])
    return told


@pytest.mark.parametrize(
    "fates",
    [[BROKEN, STUTTERING], [RESET, CUT_AT_ONCE, STUTTERING]],
    ids=["broken", "reset"],
)
def test_a_window_on_a_bad_line_shows_everything_once(
    open_window: OpenWindow, server: ServerProcess, tmp_path: Path, fates: list[Fate]
) -> None:
    drawn = itertools.chain(fates, itertools.repeat(Fate()))
    with Proxy(server.port, drawn) as proxy, Visitor(server.port, "kofi") as kofi:
        address = ("--server", "127.0.0.1", "--port", str(proxy.port))
        window = open_window("adaa", *address, "--username", "adaa", "--connect")
        window.wait_for("Message #lobby")

        told = talk(window, kofi)
        assert not window.shows("Not encrypted")

    database = tmp_path / "server" / "data" / "server" / "history.db"
    stored = stored_texts(database, LOBBY)
    assert next(drawn) == Fate()
    assert problems([text for text in stored if text != "the end"], [told]) == []
