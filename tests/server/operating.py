"""Operators of servers in tests."""

from server.settings.operator_settings import OperatorSettings
from tests.server.raw_client import RawClient
from tests.server.running import RunningServer

OPERATORS = (OperatorSettings("root", "correct-horse"),)


def operator_of(server: RunningServer, nick: str = "olga") -> RawClient:
    """Give a client that is an operator of the server."""
    client = server.join(nick)
    client.ask("OPER root correct-horse")
    return client
