"""Signs in to a server as a guest for a moment, and sends a word to another guest."""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from time import time as now
from types import TracebackType
from typing import Self

from chatapp.models.connection.dialling import CouldNotConnect
from chatapp.models.connection.handshake import Secured
from chatapp.models.events import Problem
from chatapp.wire import capabilities as cap
from chatapp.wire import numerics as n
from chatapp.wire.lenient_lines import LenientLines
from chatapp.wire.message import MalformedMessage, Message
from chatapp.wire.tag_names import TIME
from chatapp.wire.timestamps import parse_seconds, parse_time

SECONDS = 8.0
WORD_SECONDS = 8.0
_READ_BYTES = 4096
_REAL_NAME = "chatapp doctor, here for a moment"
_FAREWELL = "chatapp doctor has seen enough"
_REFUSALS = frozenset(
    (
        *(n.ERR_PASSWDMISMATCH, n.ERR_YOUREBANNEDCREEP),
        *(n.ERR_ERRONEUSNICKNAME, n.ERR_NICKNAMEINUSE, "ERROR"),
    )
)

Talk = Callable[[], Secured]


@dataclass(frozen=True, slots=True)
class Visit:
    """What a guest was told, as far as he was let in.

    Args:
        refused: why he was not let in, in the server's words; "" if he was.
        needs_password: whether it was for want of a password or an invitation.
        clock: the server's time, and this computer's in the same moment.
        seen_as: the host or address as which the server shows this computer.
        word_came: whether a word of a second guest came to the first.
    """

    refused: str = ""
    needs_password: bool = False
    clock: tuple[datetime, datetime] | None = None
    seen_as: str = ""
    word_came: bool = False


class NotLetIn(Exception):
    """The server refused a guest."""

    def __init__(self, words: str, *, needs_password: bool) -> None:
        super().__init__(words)
        self.words = words
        self.needs_password = needs_password


def visit(talk: Talk) -> Visit:
    """Sign in, look around, and leave.

    Raises:
        CouldNotConnect: nobody answers, or not in time.
    """
    try:
        with Guest(talk()) as first:
            first.sign_in()
            clock, seen_as = first.ask_time(), first.ask_host()
            with Guest(talk()) as second:
                second.sign_in()
                word_came = second.reaches(first)
            return Visit(clock=clock, seen_as=seen_as, word_came=word_came)
    except NotLetIn as error:
        return Visit(error.words, error.needs_password)
    except TimeoutError as error:
        raise CouldNotConnect(Problem.SILENT) from error
    except OSError as error:
        raise CouldNotConnect(Problem.LOST, error.strerror or "") from error


class Guest:
    """One who signs in under a name that nobody has, in plain blocking code."""

    def __init__(self, secured: Secured) -> None:
        self.nick = f"doc{secrets.token_hex(3)}"  # nine letters, as RFC 1459 has it
        self._connected, self._stream = secured.connected, secured.stream
        self._lines = LenientLines()
        self._waiting: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(OSError):
            self._say(Message("QUIT", (_FAREWELL,)))
        self._connected.close()

    def sign_in(self) -> None:
        """Come in.

        Raises:
            NotLetIn: the server refuses it.
            OSError: the connection ends, or nothing comes in time.
        """
        with suppress(OSError):  # a server that hangs up has said why, before
            self._say(
                Message("CAP", ("REQ", cap.SERVER_TIME)),
                Message("CAP", ("REQ", cap.VISIT)),  # else others see him come and go
                Message("CAP", ("END",)),
                Message("NICK", (self.nick,)),
                Message("USER", ("doctor", "0", "*", _REAL_NAME)),
            )
        for message in self.hear():
            if message.command == n.RPL_WELCOME:
                self.nick = message.params[0]
                return
            if message.command in _REFUSALS:
                needs_password = message.command == n.ERR_PASSWDMISMATCH
                raise NotLetIn(message.trailing, needs_password=needs_password)

    def ask_time(self) -> tuple[datetime, datetime] | None:
        """Give the server's time and this computer's in the middle of the question."""
        asked = now()
        self._say(Message("TIME"))
        for message in self.hear():
            if message.command == n.RPL_TIME:
                here = datetime.fromtimestamp((asked + now()) / 2, UTC)
                there = _time_in(message)
                return (there, here) if there else None
            if _is_unknown(message, "TIME"):
                break
        return None

    def ask_host(self) -> str:
        """Give as who one is shown to others; "" where the server does not tell."""
        self._say(Message("USERHOST", (self.nick,)))
        for message in self.hear():
            if message.command == n.RPL_USERHOST:
                return message.trailing.strip().rpartition("@")[2]
            if _is_unknown(message, "USERHOST"):
                break
        return ""

    def reaches(self, other: "Guest") -> bool:
        """Send a word to another guest, and tell whether it came."""
        word = secrets.token_hex(8)
        self._say(Message("PRIVMSG", (other.nick, word)))
        try:
            heard = other.hear(WORD_SECONDS)
            return any(message.trailing == word for message in heard)
        except TimeoutError:
            return False

    def _say(self, *messages: Message) -> None:
        lines = "".join(f"{message.render()}\r\n" for message in messages)
        self._stream.sendall(lines.encode())

    def hear(self, seconds: float | None = None) -> Iterator[Message]:
        """Give what comes, and answer whether one is still there.

        Raises:
            OSError: the connection ends, or nothing comes in time.
        """
        deadline = time.monotonic() + (SECONDS if seconds is None else seconds)
        while True:
            while self._waiting:
                message = _parse(self._waiting.pop(0))
                if message and message.command == "PING":
                    self._say(Message("PONG", message.params))
                elif message:
                    yield message
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self._connected.settimeout(left)
            data = self._stream.recv(_READ_BYTES)
            if not data:
                raise ConnectionResetError
            self._waiting += self._lines.feed(data)


def _parse(line: str) -> Message | None:
    try:
        return Message.parse(line)
    except MalformedMessage:
        return None


def _time_in(message: Message) -> datetime | None:
    """Read the time from the tag, or from the seconds that some servers give."""
    told = message.tags.get(TIME, "")
    try:
        return parse_time(told)
    except ValueError:
        seconds = message.params[2] if len(message.params) > 2 else ""
    try:
        return parse_seconds(seconds)
    except ValueError:
        return None


def _is_unknown(message: Message, command: str) -> bool:
    is_refusal = message.command in (n.ERR_UNKNOWNCOMMAND, n.ERR_NEEDMOREPARAMS)
    return is_refusal and command in message.params
