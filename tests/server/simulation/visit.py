"""One connection of a person: what was asked on it, and what came over it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatapp.wire.message import Message, Source
from tests.server.simulation.wires import Wire

if TYPE_CHECKING:
    from tests.server.simulation.person import Person

ROOMS = ("#lobby", "#den")
CAPABILITIES = "batch draft/chathistory echo-message labeled-response message-tags"


class Wrong(BaseException):
    """The simulation has found what must never be."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a room, as somebody heard or read it."""

    number: int
    identity: str
    text: str
    nick: str


SILENCE = Said(0, "", "", "")


def said_in(message: Message) -> Said:
    """Give what stands in a PRIVMSG."""
    nick = Source.parse(message.source or "").nick
    number = int(message.tags["msgid"], 16)
    return Said(number, message.tags.get("+chatapp/id", ""), message.trailing, nick)


class Visit:
    """One connection of a person: who he is on it, and what is not answered yet."""

    def __init__(self, person: "Person", wire: Wire) -> None:
        self._person = person
        self._text = bytearray()
        self.wire = wire
        self.nick = ""
        self.tried = person.nick
        self.labels: dict[str, str] = {}
        self.tokens: dict[str, frozenset[str]] = {}
        self.is_farewell = False
        self.live: dict[str, list[Said]] = {room: [] for room in ROOMS}
        self.pages: dict[str, list[Said]] = {room: [] for room in ROOMS}
        self.caught_up: set[str] = set()
        self.batches: dict[str, tuple[str, list[Said]]] = {}

    def send(self, *lines: str) -> None:
        self.wire.to_server.put("".join(f"{line}\r\n" for line in lines).encode())

    def sign_in(self, nick: str) -> None:
        self.send("CAP LS 302", f"CAP REQ :{CAPABILITIES}", f"NICK {nick}")
        self.send(f"USER {nick} 0 * :{nick}", "CAP END")

    def ask_for_page(self, words: str) -> None:
        self.send(f"CHATHISTORY {words}")

    def take(self, data: bytes) -> list[Message]:
        """Give the whole lines that have come."""
        self._text += data
        *lines, rest = self._text.split(b"\r\n")
        self._text = bytearray(rest)
        return [Message.parse(line.decode()) for line in lines]
