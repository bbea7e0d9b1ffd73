"""One connection to a server: what is asked, and what is heard beside it."""

from collections.abc import Iterable, Sequence

from chatapp.wire.message import Message
from chatapp.wire.sasl import plain_response, split_response
from chatapp.wire.tag_names import BATCH, LABEL, MSGID
from tests.server.raw_client import RawClient
from torture.hearsay import Hearsay, Said
from torture.play import Loss
from torture.server_program import HERE

CAPABILITIES = (
    "batch draft/chathistory draft/metadata-2 draft/read-marker echo-message "
    "labeled-response message-tags multi-prefix sasl server-time"
)
END_OF_WELCOME = ("422", "376")
SIGNED_IN, NOT_SIGNED_IN = "903", "904"
CANNOT_STORE = "STORAGE_FAILING"
REFUSALS = ("4", "5", "FAIL", "ERROR")


class Visit:
    """A client that has signed in, or is about to."""

    def __init__(self, nick: str, port: int, rooms: dict[str, Hearsay]) -> None:
        """Connect, and ask for everything that the server can do.

        Args:
            nick: of who comes.
            port: of the server on this computer.
            rooms: where it is noted what is said in them.
        """
        self.nick = nick
        self.repeated: set[str] = set()
        self._rooms = rooms
        self._heard: dict[str, list[Said]] = {room: [] for room in rooms}
        self._labels = 0
        self._client = RawClient(HERE, port)
        self._client.nick = nick
        self._client.send("CAP LS 302", f"CAP REQ :{CAPABILITIES}", f"NICK {nick}")

    def close(self) -> None:
        """Hang up, and note all that was heard."""
        self._client.close()
        for room, heard in self._heard.items():
            self._rooms[room].hear_stretch(self.nick, heard, frozenset(self.repeated))

    def prove(self, password: str) -> bool:
        """Sign in to the account of this nick; tell whether that was the password."""
        self._client.send("AUTHENTICATE PLAIN")
        self._client.read_until("AUTHENTICATE", NOT_SIGNED_IN)
        chunks = split_response(plain_response(self.nick, password))
        self._client.send(*(f"AUTHENTICATE {chunk}" for chunk in chunks))
        answers = self._client.read_until(SIGNED_IN, NOT_SIGNED_IN)
        return answers[-1].command == SIGNED_IN

    def register(self, password: str) -> Message:
        """Make the account of this nick, and give the answer."""
        self._client.send(f"REGISTER * * {password}")
        return self._client.read_until("REGISTER", "FAIL")[-1]

    def come_in(self) -> None:
        """Be on the server."""
        self._client.send(f"USER {self.nick} 0 * :{self.nick}", "CAP END")
        self._client.read_until(*END_OF_WELCOME)

    def ask(self, lines: Sequence[str]) -> list[list[Message]]:
        """Send lines at once, and give the answers to each of them.

        A line may have tags of its own, behind which it then goes on.
        """
        labels = [self._next_label() for _ in lines]
        self._client.send(*map(_labelled, labels, lines), f"PING end-{labels[-1]}")
        answers: dict[str, list[Message]] = {label: [] for label in labels}
        batches: dict[str, str] = {}
        while True:
            message = self._client.read()
            if message.command == "PONG" and message.trailing == f"end-{labels[-1]}":
                return [answers[label] for label in labels]
            self._sort(message, answers, batches)

    def leave(self) -> None:
        """Say goodbye, and wait until the server has hung up."""
        self._client.send("QUIT")
        self._client.read_to_end()

    def _sort(
        self,
        message: Message,
        answers: dict[str, list[Message]],
        batches: dict[str, str],
    ) -> None:
        """Put a message to the answers that it belongs to, and hear what is said."""
        batch = message.tags.get(BATCH, "")
        label = message.tags.get(LABEL) or batches.get(batch, "")
        if message.command == "BATCH" and message.params[0].startswith("+"):
            batches[message.params[0][1:]] = label
        if label in answers:
            answers[label].append(message)
        # What is in a batch was said long ago.
        if message.command == "PRIVMSG" and BATCH not in message.tags:
            self._hear(message)

    def _hear(self, message: Message) -> None:
        room = message.params[0]
        if room in self._heard and MSGID in message.tags:
            said = said_in(message)
            self._heard[room].append(said)
            self._rooms[room].hear(said)

    def _next_label(self) -> str:
        self._labels += 1
        return str(self._labels)


def said_in(message: Message) -> Said:
    """Give what somebody says, by its number."""
    return Said(int(message.tags[MSGID], 16), message.params[-1])


def refusals(answers: Iterable[Message]) -> list[str]:
    """Give those of the answers that say that it was not done."""
    return [each.render() for each in answers if each.command.startswith(REFUSALS)]


def require(answers: Iterable[Message], line: str) -> None:
    """Require that something was done.

    Raises:
        Loss: it was refused.
    """
    if refused := refusals(answers):
        raise Loss(f"{line!r} was refused: {refused}")


def require_clear_words(failure: Message) -> None:
    """Require that who is refused something can read why, and what to do.

    Raises:
        Loss: it is no such sentence.
    """
    words = failure.trailing
    is_known = failure.params[1] == CANNOT_STORE
    if not is_known or " " not in words or not words.endswith("."):
        raise Loss(f"This does not tell anybody anything: {failure.render()!r}")


def _labelled(label: str, line: str) -> str:
    if line.startswith("@"):
        return f"@{LABEL}={label};{line[1:]}"
    return f"@{LABEL}={label} {line}"
