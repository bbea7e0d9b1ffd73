"""Several servers in one window, with real servers."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tools.visitor import Visitor
from tools.window import Window


@pytest.fixture
def second(stack: ExitStack, tmp_path: Path) -> ServerProcess:
    return stack.enter_context(ServerProcess(tmp_path / "second"))


def add(window: Window, server: ServerProcess, username: str) -> None:
    """Sign in to one more server by the keyboard and the form."""
    window.order("type", text="", key="Control-N")
    window.wait_for("Server address")
    window.order("fill", field="ADDRESS", text="127.0.0.1")
    window.order("fill", field="PORT", text=str(server.port))
    window.order("fill", field="USERNAME", text=username)
    window.press("Sign in")
    window.wait_for("Message #lobby", f"signed in as {username}")


def test_one_talks_on_two_servers_in_one_window(
    sign_in: OpenWindow, second: ServerProcess, server: ServerProcess, stack: ExitStack
) -> None:
    window = sign_in("noor")
    window.write("said on the first")
    window.wait_for("said on the first")

    add(window, second, "noor2")
    window.write("said on the second")
    window.wait_for("said on the second")
    is_apart = not window.shows("said on the first")
    visitor = stack.enter_context(Visitor(server.port, "kofi"))
    visitor.say("are you there, noor?")
    window.order("type", text="", key="Control-Key-1")

    window.wait_for("said on the first", "are you there, noor?", "signed in as noor")
    assert is_apart


def test_when_one_server_goes_the_other_goes_on(
    sign_in: OpenWindow, second: ServerProcess
) -> None:
    window = sign_in("noor")
    add(window, second, "noor2")

    second.kill()
    window.wait_for("Trying again in")
    window.order("type", text="", key="Control-Key-1")
    window.write("still here")
    window.wait_for("still here", "Connected")
    second.start()
    window.order("type", text="", key="Control-Key-2")

    window.wait_for("Connected", "signed in as noor2")


def test_who_does_not_add_a_server_after_all_is_back_in_the_chat(
    sign_in: OpenWindow,
) -> None:
    window = sign_in("noor")
    window.order("type", text="", key="Control-N")
    window.wait_for("Server address", "Cancel")

    window.press("Cancel")

    window.wait_for("Message #lobby", "signed in as noor")


def test_the_next_start_joins_the_servers_again_that_were_added(
    sign_in: OpenWindow, second: ServerProcess
) -> None:
    window = sign_in("noor")
    add(window, second, "noor2")
    window.write("/join #chess")
    window.wait_for("Message #chess")
    window.close()

    again = sign_in("noor")
    again.order("type", text="", key="Control-Key-2")

    again.wait_for("signed in as noor2", "Message #chess", "1 person")


def test_a_saved_server_that_is_not_there_leaves_the_others_alone(
    sign_in: OpenWindow, second: ServerProcess
) -> None:
    window = sign_in("noor")
    add(window, second, "noor2")
    window.close()
    second.kill()

    again = sign_in("noor")
    again.order("type", text="", key="Control-Key-2")
    again.wait_for("Trying again in", "Cancel")
    second.start()

    again.wait_for("Message #lobby", "signed in as noor2")


def test_a_link_leads_to_a_room_of_the_server_it_names(
    sign_in: OpenWindow, second: ServerProcess, server: ServerProcess
) -> None:
    window = sign_in("noor")
    add(window, second, "noor2")

    window.order("type", text="", key="Control-k")
    window.wait_for("Go to")
    window.write(f"irc://127.0.0.1:{server.port}/#chess")
    window.wait_for("Message #chess", "signed in as noor")
    window.order("type", text="", key="Control-k")
    window.wait_for("Go to")
    window.write("irc://192.0.2.1:6667/#far")

    window.wait_for("Server address", "irc://192.0.2.1:6667/#far", "Cancel")
