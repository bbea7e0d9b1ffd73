"""Several servers in one window, with real servers."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from chatapp.controllers.servers import server_wording as wording
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
    fill_in(window, server, username)


def fill_in(window: Window, server: ServerProcess, username: str) -> None:
    """Fill in where a server is, and sign in there."""
    window.order("fill", field="ADDRESS", text="127.0.0.1")
    window.order("fill", field="PORT", text=str(server.port))
    window.order("fill", field="USERNAME", text=username)
    window.press("Sign in")
    window.wait_for("Message #lobby", f"signed in as {username}")


def test_one_talks_on_two_servers_in_one_window_and_on_one_when_the_other_goes(
    sign_in: OpenWindow, second: ServerProcess, server: ServerProcess, stack: ExitStack
) -> None:
    window = sign_in("noor")
    window.write("said on the first")
    window.wait_for("said on the first")

    add(window, second, "noor2")
    window.write("said on the second")
    window.wait_for("said on the second")
    assert not window.shows("said on the first")
    visitor = stack.enter_context(Visitor(server.port, "kofi"))
    visitor.say("are you there, noor?")
    window.order("type", text="", key="Control-Key-1")
    window.wait_for("said on the first", "are you there, noor?", "signed in as noor")

    window.order("type", text="", key="Control-Key-2")
    second.kill()
    window.wait_for("Trying again in")
    window.order("type", text="", key="Control-Key-1")
    window.write("still here")
    window.wait_for("still here", "Connected")
    second.start()
    window.order("type", text="", key="Control-Key-2")
    window.wait_for("Connected", "signed in as noor2")


def test_a_start_goes_straight_to_the_servers_that_are_wanted_unless_told_to_sign_in(
    sign_in: OpenWindow, open_window: OpenWindow, second: ServerProcess
) -> None:
    window = sign_in("noor")
    window.order("choose", words=wording.AT_START)
    add(window, second, "noor2")
    window.write("/join #chess")
    window.wait_for("Message #chess")
    window.close()
    asking = open_window("noor", "--sign-in")
    asking.wait_for("Server address", wording.AT_START)
    asking.close()

    again = open_window("noor")
    again.wait_for("signed in as noor", "Message #lobby")
    again.order("type", text="", key="Control-Key-2")

    again.wait_for("signed in as noor2", "Message #chess", "1 person")


def test_a_link_leads_to_its_server_or_asks_to_add_it_and_who_signs_out_is_back(
    sign_in: OpenWindow, server: ServerProcess
) -> None:
    window = sign_in("noor")

    go_by_link(window, "irc://192.0.2.1:6667/#far")
    window.wait_for("Server address", "irc://192.0.2.1:6667/#far", "Cancel")
    window.press("Cancel")
    window.wait_for("Message #lobby", "signed in as noor")
    go_by_link(window, f"irc://127.0.0.1:{server.port}/#chess")

    window.wait_for("Message #chess", "signed in as noor")

    window.order("choose", words=wording.SIGN_OUT)

    window.wait_for("Server address", "Start a chat on this computer")
    assert window.order("form")[:3] == ["127.0.0.1", str(server.port), "noor"]


def go_by_link(window: Window, link: str) -> None:
    """Paste a link into the switcher."""
    window.order("type", text="", key="Control-k")
    window.wait_for("Go to")
    window.write(link)


def test_who_signs_out_of_one_server_stays_on_the_other_and_comes_back_there_only(
    sign_in: OpenWindow, second: ServerProcess
) -> None:
    window = sign_in("noor")
    add(window, second, "noor2")

    window.order("choose", words=wording.SIGN_OUT)
    window.wait_for("signed in as noor")
    window.close()
    again = sign_in("noor")
    again.order("type", text="", key="Control-Key-2")
    again.write("alone again")

    again.wait_for("alone again", "signed in as noor")


def test_who_is_put_out_of_one_server_stays_on_the_other(
    sign_in: OpenWindow, second: ServerProcess
) -> None:
    window = sign_in("noor")
    add(window, second, "noor2")

    second.order("ban", "add", "noor2!*@*", "--reason", "Enough")

    window.wait_for("Enough", "Server address", "Username")
    window.order("type", text="", key="Control-Key-1")
    window.wait_for("Message #lobby", "signed in as noor")


def test_an_account_that_was_named_is_proved_and_kept_apart_from_the_settings(
    sign_in: OpenWindow, second: ServerProcess, tmp_path: Path
) -> None:
    second.order("account", "add", "noor_k", words="correct horse battery")
    window = sign_in("noor")
    window.order("type", text="", key="Control-N")
    window.wait_for("Server address", "Account…")
    window.press("Account…")
    window.wait_for("Name of the account")
    window.order("type", text="noor_k", key="Tab")
    window.write("correct horse battery")
    window.wait_for("Account: noor_k")

    fill_in(window, second, "noor2")
    window.write("/whois noor2")

    window.wait_for("noor_k")
    saved = tmp_path / "noor" / "config" / "servers.toml"
    assert 'account = "noor_k"' in saved.read_text()
    assert "horse" not in saved.read_text()


def test_a_search_everywhere_finds_on_every_server_and_leads_there(
    sign_in: OpenWindow, second: ServerProcess
) -> None:
    window = sign_in("noor")
    window.say("the kettle on the first")
    add(window, second, "noor2")
    window.say("the kettle on the second")
    second.kill()
    window.wait_for("Trying again in")
    window.order("type", text="", key="Control-Key-1")
    window.wait_for("signed in as noor")

    window.order("type", text="", key="Control-F")
    window.order("type", text="kettle on the second")
    window.wait_for(f"127.0.0.1:{second.port} · #lobby")
    window.order("type", text="", key="Return")

    window.wait_for(
        "Trying again in", "noor2, not signed in", "the kettle on the second"
    )


def test_a_server_that_is_not_there_leaves_others_alone_and_what_is_kept_is_found(
    sign_in: OpenWindow, second: ServerProcess
) -> None:
    window = sign_in("noor")
    add(window, second, "noor2")
    window.say("the kettle on the second")
    window.close()
    second.kill()
    again = sign_in("noor")
    again.order("type", text="", key="Control-Key-2")
    again.wait_for("Trying again in", "noor2, not signed in", "Message #lobby")
    again.order("type", text="", key="Control-Key-1")
    again.say("still here")

    again.order("type", text="", key="Control-F")
    again.order("type", text="kettle on the second")
    again.wait_for(f"127.0.0.1:{second.port} · #lobby")
    again.order("type", text="", key="Return")
    again.wait_for("noor2, not signed in", "the kettle on the second")
    second.start()
    again.order("press", text="Try now")  # unless it has just come back by itself

    again.wait_for("Message #lobby", "signed in as noor2", "the kettle on the second")
