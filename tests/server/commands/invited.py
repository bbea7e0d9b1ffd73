"""How tests make invitations, and come by them."""

from tests.server.raw_client import RawClient
from tests.server.running import RunningServer


class PassingTime:
    """A clock's seconds, as far as a test lets them pass."""

    def __init__(self) -> None:
        self.seconds = 1_700_000_000.0

    def __call__(self) -> float:
        return self.seconds


def host_of(server: RunningServer, nick: str = "olga") -> RawClient:
    """Give an operator, who needs no invitation."""
    client = server.connect()
    client.send("OPER root correct-horse")
    return client.register(nick)


def make(host: RawClient, *words: str) -> tuple[str, str]:
    """Make an invitation: its number and its token."""
    answers = host.ask(f"INVITATION MAKE {' '.join(words)}")
    made = next(each for each in answers if each.command == "INVITATION")
    return made.params[1], made.trailing


def come_by(server: RunningServer, nick: str, token: str) -> RawClient:
    return server.connect().register(nick, password=f":invite:{token}")


def try_to_come(server: RunningServer, nick: str, *lines: str) -> list[str]:
    """Give what is told to somebody who is not let in: the numeric, the sentence."""
    client = server.connect()
    client.send(*lines, f"NICK {nick}", f"USER {nick} 0 * :x")
    refusal, farewell = client.read_to_end()
    assert farewell.command == "ERROR"
    return [refusal.command, refusal.trailing]


def refusal_of(server: RunningServer, nick: str, token: str) -> str:
    numeric, sentence = try_to_come(server, nick, f"PASS :invite:{token}")
    assert numeric == "464"
    return sentence
