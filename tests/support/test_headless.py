"""Clients without a window are to each other as those on computers of their own."""

from contextlib import ExitStack, closing
from pathlib import Path

from tests.server.conftest import chat, start_server
from tests.server.running import RunningServer
from tests.support.headless import HeadlessClient
from tests.support.main_loop import MainLoop

__all__ = ["chat", "start_server"]

NICKS = ("kofi", "noor")
SECONDS = 30.0


def test_no_client_looks_at_the_locks_of_another(
    chat: RunningServer, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        loop = stack.enter_context(closing(MainLoop()))
        clients = [
            stack.enter_context(
                closing(HeadlessClient(loop, tmp_path, chat.server.port, nick))
            )
            for nick in NICKS
        ]
        for each in clients:
            each.write(f"hello from {each.nick}")

        assert loop.run_until(lambda: all(each.texts() for each in clients), SECONDS)
        locks = list(tmp_path.rglob("window-*.lock"))

    assert len(locks) == len({each.parent for each in locks}) == len(NICKS)
