"""People with accounts: makes their accounts, and signs their clients in to them."""

import threading

from chatapp.wire.message import Message
from chatapp.wire.sasl import PLAIN, plain_response, split_response
from server.world.accounts import Account, AccountEdited
from tests.server.raw_client import DEADLINE_SECONDS, RawClient, commands
from tests.server.running import RunningServer

PASSWORD = "correct horse"


def make_account(chat: RunningServer, name: str, password: str = PASSWORD) -> None:
    """Make an account as people do, and leave again."""
    client = chat.connect()
    client.send("CAP LS 302", f"NICK {name}", f"REGISTER * * :{password}")
    answers = client.read_until("REGISTER", "FAIL", "900")
    assert answers[-1].params[:2] == ("SUCCESS", name), answers[-1]
    client.read_until("900")
    client.send("QUIT")
    client.read_to_end()


def add_account(chat: RunningServer, name: str, password: str = PASSWORD) -> None:
    """Let there be an account, as an operator makes one, whoever uses its nick."""
    services, done = chat.services, threading.Event()
    keys = services.credentials.keys_of(password, 4096)

    def add() -> None:
        account = Account(name, services.world.fold(name), keys, 0)
        services.world.apply(AccountEdited(None, account))
        done.set()

    chat.calls.add(add)
    assert done.wait(DEADLINE_SECONDS)


def prove(client: RawClient, account: str, password: str = PASSWORD) -> list[Message]:
    """Sign in to an account by PLAIN, and give the answers to it."""
    client.send(f"AUTHENTICATE {PLAIN}")
    client.read_until("AUTHENTICATE", "904")
    chunks = split_response(plain_response(account, password))
    return client.ask(*(f"AUTHENTICATE {chunk}" for chunk in chunks))


def come_as(
    chat: RunningServer,
    account: str,
    nick: str = "",
    capabilities: str = "",
    password: str = PASSWORD,
) -> RawClient:
    """Give a client that has signed in to the server and to an account."""
    client = chat.connect()
    client.nick = nick or account
    client.send("CAP LS 302", f"CAP REQ :sasl {capabilities}")
    assert "903" in commands(prove(client, account, password))
    client.send(f"NICK {client.nick}", f"USER {client.nick} 0 * :The real {account}")
    client.send("CAP END")
    client.read_until("422", "376")
    client.roundtrip()
    return client
