"""A server that keeps only so much of what was said."""

import threading

from server.clock import Clock
from tests.server.commands.test_history import say, texts
from tests.server.raw_client import ALL_CAPABILITIES


def history(client) -> list[str]:
    return texts(client.ask("CHATHISTORY LATEST #lobby * 100"))


def test_of_a_long_conversation_the_newest_part_is_there_after_a_restart(start_server):
    first = start_server()
    say(first.join("anna", ALL_CAPABILITIES), *map(str, range(10)))
    first.stop()

    chat = start_server(history={"max_messages": 3})
    anna = chat.join("anna", ALL_CAPABILITIES)

    assert chat.waits_for(lambda: history(anna) == ["7", "8", "9"])


def test_what_is_too_old_is_gone_after_a_restart(start_server):
    first = start_server()
    anna = first.join("anna", ALL_CAPABILITIES)
    say(anna, "old")
    first.writes("UPDATE messages SET time = 0")
    say(anna, "new")
    first.stop()

    chat = start_server(history={"keep_days": 7})
    anna = chat.join("anna", ALL_CAPABILITIES)

    assert chat.waits_for(lambda: history(anna) == ["new"])


class WatchedClock(Clock):
    """Knows which threads have asked for the time that never runs backwards."""

    def __init__(self) -> None:
        super().__init__()
        self.askers: set[str] = set()

    def milliseconds(self) -> int:
        self.askers.add(threading.current_thread().name)
        return super().milliseconds()


def test_only_the_reactor_asks_for_the_time_that_it_tells(start_server):
    first = start_server()
    anna = first.join("anna", ALL_CAPABILITIES)
    say(anna, "old")
    first.writes("UPDATE messages SET time = 0")
    first.stop()

    clock = WatchedClock()
    chat = start_server(clock, history={"keep_days": 7})
    anna = chat.join("anna", ALL_CAPABILITIES)

    assert chat.waits_for(lambda: history(anna) == [])
    assert "recorder" not in clock.askers
