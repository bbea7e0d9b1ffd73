"""One client of the played server: it says lines, and believes what it is told."""

from tests.fuzzing.world.played_server import End, PlayedServer, messages_in
from tests.fuzzing.world.view import View

ASKED_ON_COMING = (
    "MODE {}",
    "MODE {} b",
    "MODE {} e",
    "MODE {} I",
    "NAMES {}",
    "TOPIC {}",
)


class Client:
    """A connection, and the view that comes of it."""

    def __init__(self, server: PlayedServer, address: str, capabilities: str) -> None:
        self._server = server
        self.end: End = server.connect(address)
        self.capabilities = frozenset(capabilities.split())
        self.view = View()
        if capabilities:
            self.say("CAP LS 302", f"CAP REQ :{capabilities}", "CAP END")

    @property
    def is_gone(self) -> bool:
        """Whether the connection has ended."""
        return self.end.is_closed

    def sign_in(self, nick: str) -> None:
        """Come in."""
        self.say(f"NICK {nick}", f"USER {nick} 0 * :The real {nick}")

    def say(self, *lines: str) -> None:
        """Send lines, and let the server do what they ask for."""
        self.end.inbox += b"".join(f"{line}\r\n".encode() for line in lines)
        self._server.settle()

    def leave(self) -> None:
        """Let the connection end without a word."""
        self.end.has_left = True
        self._server.settle()

    def listen(self) -> bool:
        """Take in what came; in a new room, ask what there is to know."""
        data, self.end.outbox = bytes(self.end.outbox), bytearray()
        for message in messages_in(data):
            self.view.take(message)
        entered, self.view.entered = self.view.entered, []
        fresh = [room.name for room in self.view.rooms.values() if room in entered]
        if fresh and not self.is_gone:
            self.say(*(line.format(room) for room in fresh for line in ASKED_ON_COMING))
        return bool(data)
