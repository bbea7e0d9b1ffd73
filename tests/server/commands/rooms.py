"""A room for tests: #garden, opened by the first of those who are in it."""

from tests.server.raw_client import RawClient
from tests.server.running import RunningServer


def garden(
    chat: RunningServer, *nicks: str, capabilities: str = ""
) -> tuple[RawClient, ...]:
    """Give clients who are all in #garden and have read all that came so far."""
    clients = tuple(chat.join(nick, capabilities) for nick in nicks)
    for client in clients:
        client.ask("JOIN #garden")
    for client in clients:
        client.roundtrip()
    return clients
