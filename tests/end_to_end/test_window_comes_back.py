"""A window that opens again is as it was, and what it had not sent goes out."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tools.visitor import Visitor
from tools.window import Window

OpenAgain = Callable[[str], Window]

DEADLINE = 30.0
SECONDS_BETWEEN_LOOKS = 0.02
MOST_AT_ONCE = 50
LAST_WORDS = "that was all"


@pytest.fixture
def open_again(open_window: OpenWindow) -> OpenAgain:
    """Open somebody's window again, which knows by itself where to sign in."""
    return lambda name: open_window(name, "--connect")


def wait_until_kept(folder: Path, query: str) -> None:
    """Wait until a question to a window's database has an answer that is not 0."""
    (database,) = folder.rglob("chatapp.db")
    deadline = time.monotonic() + DEADLINE
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        while not connection.execute(query).fetchone()[0]:
            assert time.monotonic() < deadline, query
            time.sleep(SECONDS_BETWEEN_LOOKS)
    finally:
        connection.close()


def test_rooms_the_open_one_and_its_draft_are_there_again(
    sign_in: OpenWindow, open_again: OpenAgain
) -> None:
    ada = sign_in("adaa")
    ada.write("/join #garden")
    ada.wait_for("Message #garden")
    ada.order("type", text="half a thought")
    assert ada.close() == 0

    again = open_again("adaa")

    again.wait_for("garden", "lobby", "half a thought")


def test_a_draft_outlives_a_crash(
    sign_in: OpenWindow, open_again: OpenAgain, tmp_path: Path
) -> None:
    ada = sign_in("adaa")
    ada.order("type", text="half a thought")
    wait_until_kept(tmp_path / "adaa", "SELECT count(*) FROM rooms WHERE draft <> ''")
    ada.kill()

    again = open_again("adaa")

    again.wait_for("half a thought")


def test_an_edit_that_is_begun_outlives_its_window(
    sign_in: OpenWindow, open_again: OpenAgain
) -> None:
    ada = sign_in("adaa")
    ada.say("helo")
    ada.order("type", text="", key="Up")
    ada.wait_for("Editing")
    ada.order("type", text=" all")
    assert ada.close() == 0

    again = open_again("adaa")

    again.wait_for("Editing", "helo all")
    again.order("type", text="", key="Return")
    again.wait_for("helo all", "(edited)", "Message #lobby")


def test_what_waits_when_the_window_closes_goes_out_when_one_signs_in_again(
    sign_in: OpenWindow, open_window: OpenWindow, server: ServerProcess
) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    server.kill()
    ada.wait_for("Trying again in")
    ada.write("first of them")
    ada.write("second of them")
    ada.wait_for("second of them")
    ada.close()
    server.start()

    address = ("--server", "127.0.0.1", "--port", str(server.port))
    again = open_window("adaa", *address, "--username", "adaa")
    again.wait_for("2 messages that you wrote wait to be sent.")
    again.press("Sign in")

    kofi.wait_for("first of them", "second of them")
    assert_order(kofi.order("texts"), "first of them", "second of them")


def test_what_waits_when_the_window_is_killed_goes_out_once(
    sign_in: OpenWindow, server: ServerProcess
) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    server.stop()
    ada.write("written before the crash")
    ada.wait_for("written before the crash")
    ada.kill()
    server.kill()
    server.start()

    again = sign_in("adaa")

    kofi.wait_for("written before the crash")
    again.write("written after it")
    kofi.wait_for("written after it")
    for window in (kofi, again):
        whole = "\n".join(window.order("texts"))
        assert whole.count("written before the crash") == 1


def test_what_a_killed_window_wrote_goes_out_by_another_that_comes_back(
    sign_in: OpenWindow, open_again: OpenAgain, server: ServerProcess, tmp_path: Path
) -> None:
    killed, kofi = sign_in("adaa"), sign_in("kofi")
    other = open_again("adaa")
    other.wait_for("Message #lobby")
    server.kill()
    for window in (killed, other):
        window.wait_for("Trying again in")
    killed.write("written before the crash")
    killed.wait_for("written before the crash")
    wait_until_kept(tmp_path / "adaa", "SELECT count(*) FROM outbox")
    killed.kill()

    server.start()

    kofi.wait_for("written before the crash")
    other.wait_for("written before the crash")


def test_everything_that_was_said_meanwhile_stands_below_the_new_line(
    sign_in: OpenWindow, open_again: OpenAgain, server: ServerProcess
) -> None:
    ada = sign_in("adaa")
    ada.write("hello")
    ada.wait_for("hello")
    ada.close()
    chat(server, "kofi", "noor", "lena")

    again = open_again("adaa")

    again.wait_for(f"{3 * (MOST_AT_ONCE + 1)} new since", LAST_WORDS)


def chat(server: ServerProcess, *nicks: str) -> None:
    """Let some say as much as one may say without a pause, more than a page in all."""
    with Visitor(server.port, "listener") as listener:
        for nick in nicks:
            with Visitor(server.port, nick) as visitor:
                for number in range(MOST_AT_ONCE):
                    visitor.say(f"number {number}")
                visitor.say(LAST_WORDS)
                listener.wait_for(lambda heard: heard.trailing == LAST_WORDS)


def assert_order(texts: list[str], *wanted: str) -> None:
    whole = "\n".join(texts)
    places = [whole.index(text) for text in wanted]
    assert places == sorted(places)
