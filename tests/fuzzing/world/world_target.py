"""The dispatcher with whatever several clients say, on which everybody agrees.

A line is a digit, which client it is, and what it says.
"""

import logging
import tempfile
from pathlib import Path

from server.commands.families import commands
from tests.fuzzing.target import Target
from tests.fuzzing.world.agreement import disagreements, faults_of
from tests.fuzzing.world.client import Client
from tests.fuzzing.world.played_server import PlayedServer
from tests.server.simulation.parts import NoErrors

ALL = (
    "account-notify account-tag away-notify batch chghost echo-message extended-join"
    " invite-notify labeled-response message-tags multi-prefix server-time setname"
    " standard-replies userhost-in-names draft/channel-rename draft/chathistory"
    " draft/event-playback draft/message-redaction draft/metadata-2 draft/multiline"
    " draft/read-marker draft/extended-isupport extended-monitor soju.im/search"
)
DIALECTS = (ALL, "", "multi-prefix message-tags", ALL)
NICKS = ("anna", "bert", "cleo", "dora")
MOST_LINES = 120
CHECKED_EVERY = 8


class Disagreement(BaseException):
    """Somebody knows the world otherwise than it is, or it contradicts itself."""


class Crowd:
    """The clients of one play, and the server."""

    def __init__(self, folder: Path) -> None:
        self.server = PlayedServer(folder, timeouts={"registration": 100000})
        self.clients: list[Client] = []
        self.said: list[str] = []
        for number in range(len(NICKS)):
            self.clients.append(self._come(number))
        self.listen()

    def say(self, number: int, line: str) -> None:
        """Let one say something; who has gone is followed by somebody new."""
        client = self.clients[number]
        if client.is_gone:
            self.clients[number] = self._come(number)
            self.listen()
            client = self.clients[number]
        self.said.append(f"{number} {line}")
        client.say(line)

    def listen(self) -> None:
        """Let everybody take in what came, and ask, until all is known."""
        while sum(client.listen() for client in self.clients):
            continue

    def check(self) -> None:
        """Compare what everybody knows with what is."""
        self.listen()
        world = self.server.world
        found = [*faults_of(world), *disagreements(world, self.clients)]
        if found:
            script = "\n".join(self.said[-30:])
            raise Disagreement("\n".join([*found, script]))

    def end(self) -> None:
        """Let everybody go, and see that nothing is left."""
        for client in self.clients:
            client.leave()
        self.server.pass_by(1.0)
        left = [
            user.nick for user in self.server.world.users.values() if not user.stays
        ]
        if left:
            raise Disagreement(f"{left} are left.")

    def _come(self, number: int) -> Client:
        client = Client(self.server, f"192.0.2.{number + 1}", DIALECTS[number])
        for nick in (
            NICKS[number],
            f"{NICKS[number]}_",
            f"{NICKS[number]}{len(self.said)}",
        ):
            if not client.view.nick and not client.is_gone:
                client.sign_in(nick)
                client.listen()
        return client


def play(data: bytes) -> None:
    """Let a script happen, and compare now and then."""
    log = logging.getLogger("server")
    disabled = logging.root.manager.disable
    logging.disable(logging.NOTSET)
    handler = NoErrors()
    log.addHandler(handler)
    propagates, log.propagate = log.propagate, False
    try:
        with tempfile.TemporaryDirectory(prefix="chatapp-fuzz-") as folder:
            _play(data, Path(folder))
    finally:
        log.propagate = propagates
        log.removeHandler(handler)
        logging.disable(disabled)


def _play(data: bytes, folder: Path) -> None:
    crowd = Crowd(folder)
    try:
        lines = data.decode(errors="replace").replace("\0", "").replace("\r", "")
        for number, line in enumerate(lines.split("\n")[:MOST_LINES]):
            if line[:1].isascii() and line[:1].isdigit():
                crowd.say(int(line[0]) % len(NICKS), line[1:])
            if number % CHECKED_EVERY == 0:
                crowd.check()
        crowd.check()
        crowd.end()
    finally:
        crowd.server.close()


NAMES = sorted(handler.command for handler in commands)
WORDS = (
    *(f"\n{number % 4}{name} " for number, name in enumerate(NAMES)),
    *(f"\n{number}JOIN #a" for number in range(4)),
    *(f"\n{number}MODE #a " for number in range(4)),
    *(f"\n{number}NICK " for number in range(4)),
    *("\n0KICK #a ", "\n1PART #a", "\n2QUIT", "\n0INVITE bert #a", "\n0RENAME #a #b"),
    *("\n0TOPIC #a :x",),
    *("\n0OPER boss bosspass", "\n1NS REGISTER password", "\n1NS IDENTIFY password"),
    *("\n0KILL bert x",),
    *("\n0JOIN #b key", "\n1JOIN #a,#b key", "\n3JOIN 0", "\n0AWAY x"),
    *("\n0MONITOR + bert", "\n2SETNAME x"),
    *("\n0@label=1 ", "\n0BATCH +b draft/multiline #a", "\n0@batch=b PRIVMSG #a :x"),
    *("\n0BATCH -b",),
    *("anna", "bert", "cleo", "dora", "#a", "#b", "#lobby", "&c", "+o ", "-o ", "+v "),
    *("+ntimsU", "+u", "-u"),
    *("+k key", "-k key", "+l 1", "-l", "+f #lobby", "+b *!*@*", "-b *!*@*", "+b m:*"),
    *("+e a", "+I a", "+q "),
    *(" ", " :", ",", "*", "0", "+", "-", "é", "ß", "ANNA", "[anna]", "{anna}"),
    *("99999999999999999999",),
    *("LS", "REQ", "END", "-multi-prefix", "multi-prefix", "GET", "SET", "SUB", "*"),
    *("a", "timestamp="),
)  # fmt: skip
WORLD_TARGET = Target("world", play, WORDS)
