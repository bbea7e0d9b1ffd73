"""The server of a chat that one hosts dies, or is stopped, and comes back."""

import time
from pathlib import Path

import psutil
import pytest

from chatapp.models.hosting.hosted_server import order_end
from chatapp.models.hosting.hosting import SERVER_COMMAND
from chatapp.models.hosting.running_server import Started, read_note
from chatapp.wire.message import Message
from chatapp.wire.numerics import RPL_NAMREPLY
from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.hosted_chat import come_back_to_chat
from tools.visitor import Visitor, is_join_of
from tools.window import SECONDS_BETWEEN_LOOKS, Window

PATIENCE = 30.0


def open_two(open_window: OpenWindow) -> tuple[Window, Window]:
    """Open who hosts the chat, and a guest."""
    host = open_window("host", "--host", "--port", "0", "--username", "noor")
    host.wait_for("Others join with:")
    invitation = next(text for text in host.order("texts") if "--server" in text)
    options = invitation.partition("chatapp ")[2].split()
    guest = open_window("guest", *options, "--username", "kofi", "--connect")
    guest.wait_for("Message #lobby")
    host.wait_for("kofi joined")
    return host, guest


def started_in(folder: Path, besides: Started | None = None) -> Started:
    """Wait until the note of a server that has started is there."""
    deadline = time.monotonic() + PATIENCE
    while (noted := read_note(folder)) in (None, besides):
        assert time.monotonic() < deadline, "No server has started."
        time.sleep(SECONDS_BETWEEN_LOOKS)
    return noted


def tells_of(nick: str, message: Message) -> bool:
    """Tell whether somebody is in the lobby, or comes in."""
    is_there = message.command == RPL_NAMREPLY and nick in message.trailing
    return is_there or is_join_of(nick, message)


def hear_once(windows: tuple[Window, Window], *texts: str) -> None:
    """Wait until both windows show each of these, and see that they do so once."""
    for window in windows:
        window.wait_for(*texts)
        whole = "\n".join(window.order("texts"))
        assert [whole.count(text) for text in texts] == [1] * len(texts)


def test_a_hosted_server_that_is_killed_is_back_with_all_that_was_written(
    open_window: OpenWindow,
) -> None:
    host, guest = open_two(open_window)
    host.say("before it died")
    (server,) = psutil.Process(host.pid).children()

    server.kill()  # terminates it on Windows
    host.write("the host while it was gone")
    guest.write("the guest while it was gone")

    host.wait_for("had stopped, and was started again")
    guest.say("the guest afterwards")
    host.say("the host afterwards")
    hear_once(
        (host, guest),
        "before it died",
        "the host while it was gone",
        "the guest while it was gone",
        "the guest afterwards",
        "the host afterwards",
    )


def test_a_hosted_server_that_was_told_to_end_is_started_again_by_a_button(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    host, guest = open_two(open_window)

    order_end(SERVER_COMMAND, tmp_path / "host" / "data" / "hosted").join(PATIENCE)
    host.wait_for("The chat on this computer has ended.", "Trying again in")
    host.write("written while it was stopped")
    host.press("Start it again")

    guest.wait_for("written while it was stopped")
    host.press("Invite others")
    host.wait_for("1 person is here with you: kofi", "Stop the chat")


def test_a_hosted_chat_whose_page_was_never_shown_is_started_again_all_the_same(
    sign_in: OpenWindow, tmp_path: Path
) -> None:
    window = sign_in("host")
    window.order("type", text="", key="Control-N")
    window.wait_for("Server address")
    window.press("Start a chat on this computer")
    window.order("type", text="", key="Control-Key-1")
    folder = tmp_path / "host" / "data" / "hosted"
    before = started_in(folder)
    with Visitor(before.port, "kofi") as visitor:
        visitor.wait_for(lambda message: tells_of("host", message))
    (server,) = psutil.Process(window.pid).children()

    server.kill()
    again = started_in(folder, besides=before)
    window.say("on the first page all the time")
    window.order("type", text="", key="Control-Key-2")

    window.wait_for("had stopped, and was started again", "Message #lobby")
    assert again.port == before.port


@pytest.mark.usefixtures("no_server_stays")
def test_a_chat_that_goes_on_and_dies_is_started_again_by_the_next_window(
    open_window: OpenWindow,
) -> None:
    host, guest = open_two(open_window)
    (server,) = psutil.Process(host.pid).children()
    again = come_back_to_chat(host, open_window)

    server.kill()
    guest.write("the guest while it was gone")

    again.wait_for("had stopped, and was started again", "the guest while it was gone")
    again.say("the host afterwards")
    guest.wait_for("the host afterwards")
