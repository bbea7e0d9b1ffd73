"""A chat that one hosts for others: closing it, and starting it twice."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.hosted_chat import come_back_to_chat
from tools.own_folders import own_environment
from tools.window import NotSeen, Window

PATIENCE = 30.0
QUESTION = "1 other person is in this chat."


@pytest.fixture
def host(open_window: OpenWindow) -> Window:
    host = open_window("host", "--host", "--port", "0", "--username", "noor")
    host.wait_for("Others join with:")
    return host


@pytest.fixture
def guest(host: Window, open_window: OpenWindow) -> Window:
    invitation = next(text for text in host.order("texts") if "--server" in text)
    options = invitation.partition("chatapp ")[2].split()
    guest = open_window("guest", *options, "--username", "kofi", "--connect")
    guest.wait_for("Message #lobby")
    host.wait_for("kofi joined")
    return guest


def test_who_keeps_the_chat_open_goes_on_talking_and_who_stops_it_ends_it_for_others(
    host: Window, guest: Window
) -> None:
    host.order("close")
    host.wait_for(QUESTION)
    host.press("Keep it open")
    host.write("still here")
    guest.wait_for("still here", "MODERATORS — 1")
    assert not host.shows(QUESTION)

    host.order("close")
    host.wait_for(QUESTION)
    with suppress(NotSeen):  # the program ends before it can answer
        host.press("Stop the chat")

    guest.wait_for("Trying again in", "The computer that this chat runs on is leaving")


def test_a_second_window_that_is_to_host_and_a_script_join_the_first(
    host: Window, open_window: OpenWindow, tmp_path: Path
) -> None:
    second = open_window("host", "--host", "--port", "0", "--username", "anna")
    second.wait_for("Message #lobby")
    host.wait_for("anna joined")
    done = subprocess.run(
        [sys.executable, "-m", "chatapp", "send", "#lobby"],
        env=own_environment(os.environ, tmp_path / "host"),
        input=b"the backup is done",
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    host.wait_for("the backup is done")
    second.wait_for("the backup is done")


def test_who_hosts_lets_in_only_who_is_invited(
    host: Window, open_window: OpenWindow
) -> None:
    host.press("Invite others")
    host.wait_for("Nobody but you is here yet.", "Only invited")

    host.press("Only invited")
    host.wait_for("&t=")
    link = next(text for text in host.order("texts") if text.startswith("ircs://"))
    stranger = open_window("stranger", *place(link), "--username", "anna", "--connect")
    guest = open_window("guest", link, "--username", "kofi", "--connect")

    stranger.wait_for("This server lets in only people who were invited")
    guest.wait_for("Message #lobby")
    host.wait_for("1 person is here with you: kofi")


def test_where_only_the_invited_come_in_no_other_way_is_offered_after_a_restart(
    host: Window, open_window: OpenWindow
) -> None:
    host.press("Invite others")
    host.wait_for("Only invited")
    host.press("Only invited")
    host.wait_for("&t=")
    host.close()

    again = open_window("host", "--host", "--port", "0", "--username", "noor")

    again.wait_for("Others come in by an invitation", "Invite others")
    assert not again.shows("Others join with:")


def test_who_stops_the_chat_in_the_panel_is_back_at_the_sign_in(
    host: Window, guest: Window
) -> None:
    host.press("Invite others")
    host.wait_for("Copy the link", "Stop the chat")
    host.press("Stop the chat")
    host.wait_for("The chat ends for everybody")

    host.press("Stop the chat")

    host.wait_for("The chat on this computer has ended.")
    guest.wait_for("Trying again in")


def test_a_host_that_the_system_ends_tells_the_others_why(
    host: Window, guest: Window
) -> None:
    os.kill(host.pid, signal.SIGTERM)

    guest.wait_for("Trying again in", "The computer that this chat runs on is leaving")


@pytest.mark.usefixtures("no_server_stays")
def test_a_host_that_the_system_ends_lets_the_chat_go_on_if_that_was_wanted(
    host: Window, guest: Window
) -> None:
    host.press("Invite others")
    host.wait_for("Go on when this window closes")
    host.press(" Go on when this window closes")

    os.kill(host.pid, signal.SIGTERM)

    guest.wait_for("noor came and went")
    guest.write("I am still here")

    guest.wait_for("I am still here")
    assert not guest.shows("Trying again in")


@pytest.mark.usefixtures("no_server_stays")
def test_a_chat_goes_on_without_its_host_who_can_come_back_and_stop_it(
    host: Window, guest: Window, open_window: OpenWindow
) -> None:
    host.press("Invite others")
    host.wait_for("Go on when this window closes")
    host.press(" Go on when this window closes")
    host.close()
    guest.wait_for("noor")
    guest.write("I am still here")

    again = open_window("host", "--host", "--port", "0")
    again.wait_for("I am still here", "signed in as noor")
    again.press("Invite others")
    again.wait_for("Stop the chat", "1 person is here with you: kofi")
    again.press("Stop the chat")
    again.wait_for("The chat ends for everybody")
    again.press("Stop the chat")

    guest.wait_for("Trying again in")


@pytest.mark.usefixtures("no_server_stays", "guest")
def test_the_next_start_says_that_the_chat_goes_on_and_chooses_it(
    host: Window, open_window: OpenWindow
) -> None:
    again = come_back_to_chat(host, open_window)

    again.wait_for("Connected")


def place(link: str) -> list[str]:
    """Say where a link leads, without what lets in."""
    host, _, port = link.removeprefix("ircs://").partition("/")[0].rpartition(":")
    return ["--server", host, "--port", port]
