"""A chatter who uses the PyPI package `irc`, which we did not write."""

import time
from collections.abc import Callable

from irc.client import Event, Reactor, ServerConnection

DEADLINE_SECONDS = 10.0
POLL_SECONDS = 0.05


class JaracoClient:
    """One connection of that package, and all events that it told."""

    def __init__(self, reactor: Reactor, port: int, nick: str, **options: str) -> None:
        self._reactor = reactor
        self.events: list[Event] = []
        self.connection: ServerConnection = reactor.server()
        self.connection.add_global_handler("all_events", self._note)
        self.connection.connect("127.0.0.1", port, nick, **options)

    def wait_for(
        self, kind: str, fits: Callable[[Event], bool] = lambda _: True
    ) -> Event:
        """Give the next event of a kind; AssertionError when none comes in time."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while time.monotonic() < deadline:
            while self.events:
                event = self.events.pop(0)
                if event.type == kind and fits(event):
                    return event
            self._reactor.process_once(POLL_SECONDS)
        raise AssertionError(f"No {kind} came.")

    def _note(self, connection: ServerConnection, event: Event) -> None:
        if connection is self.connection:
            self.events.append(event)
