"""What was said is found again, with real windows and a real server."""

from contextlib import ExitStack

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tools.visitor import Visitor


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
