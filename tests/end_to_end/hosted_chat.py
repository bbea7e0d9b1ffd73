"""A chat on this computer that goes on without its window."""

from tests.end_to_end.conftest import OpenWindow
from tools.window import Window


def come_back_to_chat(host: Window, open_window: OpenWindow) -> Window:
    """Let the chat go on without its window, and open another that goes to it."""
    host.press("Invite others")
    host.wait_for("Go on when this window closes")
    host.press(" Go on when this window closes")
    host.close()
    again = open_window("host")
    again.wait_for("Your chat is still running on this computer.")
    again.order("type", text="", key="Return")
    again.wait_for("Message #lobby", "signed in as noor")
    return again
