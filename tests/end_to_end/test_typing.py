"""One window says that somebody writes in another."""

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess


def test_who_writes_is_seen_by_others_until_it_is_sent(
    open_window: OpenWindow, server: ServerProcess
) -> None:
    where = ("--server", "127.0.0.1", "--port", str(server.port), "--connect")
    ada = open_window("ada", *where, "--username", "adaa")
    bob = open_window("bob", *where, "--username", "bobb")
    ada.wait_for("Message #lobby")
    bob.wait_for("Message #lobby")

    ada.order("type", text="hel")
    bob.wait_for("adaa is typing…")
    ada.order("type", text="lo", key="Return")

    bob.wait_for("hello")
    bob.wait_until_gone("adaa is typing…")
