"""A room is exported by a real window, with what only the real server has of it."""

import re
from contextlib import ExitStack
from pathlib import Path

import pytest

from chatapp.controllers.rooms import rooms_wording
from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tools.visitor import Visitor

EARLIER = 150


@pytest.fixture
def server(
    stack: ExitStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ServerProcess:
    """A server to which much can be said in no time."""
    monkeypatch.setenv("CHATAPP_SERVER__FLOOD__ENABLED", "false")
    return stack.enter_context(ServerProcess(tmp_path / "server"))


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a person keeps documents."""
    folder = tmp_path / "home" / "Documents"
    folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder.parent))
    return folder


def test_a_web_page_holds_faces_emoji_and_what_was_said_before_one_came(
    documents: Path, sign_in: OpenWindow, server: ServerProcess
) -> None:
    with Visitor(server.port, "kofi") as kofi, Visitor(server.port, "ines") as ines:
        for number in range(EARLIER):
            kofi.say(f"line {number} 🎉")
        ines.wait_for(lambda heard: f"line {EARLIER - 1} " in heard.trailing)
        window = sign_in("noor")

        window.order("choose_of_room", room="#lobby", words=rooms_wording.EXPORT)
        window.wait_for("Export #lobby")
        window.press("Export")
        window.wait_for(f"{EARLIER} messages were written")

    (file,) = documents.glob("*.html")
    page = file.read_text()
    said = [int(number) for number in re.findall(r"line (\d+) ", page)]
    assert said == list(range(EARLIER))
    assert page.count("<symbol") == 2  # kofi's face, and one emoji
    assert f"{EARLIER} messages. That is all the server keeps" in page
