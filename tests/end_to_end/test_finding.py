"""What was said is found again, with real windows and a real server."""

import time
from contextlib import ExitStack

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tools.visitor import Visitor
from tools.window import SECONDS_TO_WAIT, Window


def wait_until_chosen(window: Window, words: str) -> None:
    """Wait until the message with these words is marked as chosen."""
    deadline = time.monotonic() + SECONDS_TO_WAIT
    while words not in "".join(window.order("tagged", tag="chosen")):
        assert time.monotonic() < deadline, window.order("texts")


def test_one_is_led_to_what_one_finds_and_can_save_it(
    sign_in: OpenWindow, server: ServerProcess, stack: ExitStack
) -> None:
    visitor = stack.enter_context(Visitor(server.port, "kofi"))
    visitor.say("remember the milk")
    visitor.say("and the tea")
    first = sign_in("noor")
    first.wait_for("and the tea")

    first.order("type", text="", key="Control-Shift-F")
    first.order("type", text="milk from:kofi")
    first.wait_for("#lobby  kofi")
    first.order("type", text="", key="Return")
    is_there = "transcript" in first.order("focus")
    first.order("type", text="", key="s")
    first.close()
    again = sign_in("noor")
    again.order("type", text="", key="Control-f")
    again.wait_for("Everywhere")
    again.press("Saved by you")

    again.wait_for("#lobby  kofi", "remember the milk")
    assert is_there


def test_enter_leads_to_what_was_just_typed_also_in_a_narrow_window(
    sign_in: OpenWindow, server: ServerProcess, stack: ExitStack
) -> None:
    visitor = stack.enter_context(Visitor(server.port, "kofi"))
    ada = sign_in("adaa")
    ada.order("resize", width=632, height=640)
    visitor.say("the milk is sour")
    ada.wait_for("the milk is sour")
    ada.write("word " * 400)
    ada.wait_for("word word")
    visitor.say("the tea is cold")
    ada.wait_for("the tea is cold")

    ada.order("type", text="", key="Control-f")
    ada.order("type", text="milk")
    ada.wait_for("kofi   ")
    for _letter in "milk":
        ada.order("type", text="", key="BackSpace")
    ada.order("type", text="tea", key="Return")

    wait_until_chosen(ada, "the tea is cold")
    assert "transcript" in ada.order("focus")
