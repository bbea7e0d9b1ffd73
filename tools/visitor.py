"""A plain IRC client that sits in #lobby: it speaks, and hears what the others say."""

import socket
from collections.abc import Callable, Mapping
from functools import partial
from types import TracebackType
from typing import Self

from chatapp.wire.capabilities import BATCH as BATCHES
from chatapp.wire.capabilities import MESSAGE_TAGS, MULTILINE
from chatapp.wire.message import Message
from chatapp.wire.tag_names import BATCH, REACT, REPLY

LOBBY = "#lobby"
WANTED = f"{MESSAGE_TAGS} {BATCHES} {MULTILINE}"
SECONDS_TO_WAIT = 30.0


class NothingHeard(Exception):
    """What was waited for did not come in time, or the server went."""


class Visitor:
    """One person without a window."""

    def __init__(self, port: int, nick: str) -> None:
        self.nick = nick
        self._socket = socket.create_connection(("127.0.0.1", port), SECONDS_TO_WAIT)
        self._lines = self._socket.makefile("r", encoding="utf-8", newline="\n")
        self.send("CAP", "REQ", WANTED)
        self.send("NICK", nick)
        self.send("USER", nick, "0", "*", nick)
        self.send("CAP", "END")
        self.wait_for(partial(is_join_of, nick))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._lines.close()
        self._socket.close()

    def say(self, text: str, answered: str = "") -> None:
        """Says something to everybody in the lobby, perhaps in answer to a msgid."""
        tags = {REPLY: answered} if answered else {}
        lines = text.split("\n")
        if len(lines) == 1:
            self.send("PRIVMSG", LOBBY, text, tags=tags)
            return
        self.send("BATCH", "+lines", MULTILINE, LOBBY, tags=tags)
        for line in lines:
            self.send("PRIVMSG", LOBBY, line, tags={BATCH: "lines"})
        self.send("BATCH", "-lines")

    def react(self, emoji: str, msgid: str) -> None:
        """Reacts to a message with an emoji."""
        self.send("TAGMSG", LOBBY, tags={REPLY: msgid, REACT: emoji})

    def wait_for(self, claim: Callable[[Message], bool]) -> Message:
        """Reads until a message fits the claim.

        Raises:
            NothingHeard: none came in time, or the connection ended.
        """
        try:
            for line in self._lines:
                message = Message.parse(line.rstrip("\r\n"))
                if message.command == "PING":
                    self.send("PONG", message.trailing)
                if claim(message):
                    return message
        except TimeoutError as problem:
            raise NothingHeard(f"{self.nick} waited in vain") from problem
        raise NothingHeard(f"{self.nick} lost the server")

    def send(
        self, command: str, *params: str, tags: Mapping[str, str] | None = None
    ) -> None:
        """Sends any command."""
        line = Message(command, params, tags or {}).render() + "\r\n"
        self._socket.sendall(line.encode())


def speaker(message: Message) -> str:
    """The nick of the one who sent it."""
    return (message.source or "").partition("!")[0]


def is_join_of(nick: str, message: Message) -> bool:
    """Whether this is the person coming into the lobby."""
    return message.command == "JOIN" and speaker(message) == nick


def is_said_by(nick: str, message: Message) -> bool:
    """Whether the person says something."""
    return message.command == "PRIVMSG" and speaker(message) == nick
