"""Clients on computers that keep accounts, at a real server."""

from chatapp.models.accounts.account import Account
from tests.chatapp.models.real_client import RealClient
from tests.server.running import RunningServer


def become_known(client: RealClient, server: RunningServer, nick: str = "noor") -> None:
    """Sign in, and wait until one has an account."""
    client.enter_lobby(server.server.port, nick)
    client.loop.run_until(lambda: client.network.own_name.account == nick)


def secret_of(client: RealClient) -> Account:
    """Give what another computer needs to be the same person."""
    found: list[Account | None] = []
    client.network.own_name.look_up(found.append)
    client.loop.run_until(lambda: found != [])
    assert found[0]
    return found[0]
