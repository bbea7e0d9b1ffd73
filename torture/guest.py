"""A guest of a server who costs little: lines over plain TCP, TLS or WebSocket."""

import asyncio
import ssl
from collections.abc import Callable
from enum import Enum, auto
from functools import cache
from itertools import count
from typing import cast

from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.typing import Subprotocol
from websockets.uri import parse_uri

HERE = "127.0.0.1"
SECONDS_TO_ANSWER = 60.0
END = b"\r\n"
WELCOMES = frozenset(("422", "376"))
TAKEN = "433"
BINARY = "binary.ircv3.net"

Hear = Callable[[str, str], None]


class Way(Enum):
    """How a guest comes in."""

    PLAIN = auto()
    TLS = auto()
    WEBSOCKET = auto()


class NotHeard(AssertionError):
    """A guest waited for something in vain."""


class Guest(asyncio.Protocol):
    """One connection; a new one is needed to come again."""

    def __init__(self, nick: str, way: Way, hear: Hear = lambda *_: None) -> None:
        """Be nobody yet; `come` connects.

        Args:
            nick: what it calls itself.
            way: how it comes in.
            hear: is given each line without its tags, and the line's command.
        """
        self.nick = nick
        self.is_over = False
        self.skims = False
        """Whether it hears nothing any more but PING: a thousand who read cost much."""
        self.last_words = ""
        self.last_message = ("", "")
        self._way = way
        self._hear = hear
        self._rest = b""
        self._web: ClientProtocol | None = None
        self._transport: asyncio.Transport | None = None
        self._awaited: dict[str, asyncio.Future[None]] = {}
        self._others = count(1)
        self._may_write = asyncio.Event()
        self._may_write.set()

    async def come(self, port: int, source: str | None = None) -> None:
        """Connect; `source` is the address to come from."""
        loop = asyncio.get_running_loop()
        await loop.create_connection(
            lambda: self,
            HERE,
            port,
            ssl=trusting_anybody() if self._way is Way.TLS else None,
            server_hostname="localhost" if self._way is Way.TLS else None,
            local_addr=(source, 0) if source else None,
        )
        if self._way is Way.WEBSOCKET:
            await self._upgrade()

    async def sign_in(self, capabilities: str = "echo-message") -> None:
        """Sign in, and wait for the end of the welcome."""
        self.say(
            f"CAP REQ :{capabilities}",
            f"NICK {self.nick}",
            f"USER {self.nick} 0 * :{self.nick}",
            "CAP END",
        )
        await self.hears("welcome")

    async def ask(self, *lines: str) -> None:
        """Say lines, and wait until the server has answered all of them."""
        token = f"asked-{id(self)}"
        answer = self.hears(token)
        self.say(*lines, f"PING {token}")
        await answer

    async def hears(self, what: str) -> None:
        """Wait for "welcome", for "open", or for a PONG with this token.

        Raises:
            NotHeard: it did not come in time, or the connection ended.
        """
        awaited = self._awaited.setdefault(
            what, asyncio.get_running_loop().create_future()
        )
        try:
            await asyncio.wait_for(awaited, SECONDS_TO_ANSWER)
        except TimeoutError:
            raise NotHeard(f"{self.nick} did not hear {what!r}.") from None
        finally:
            self._awaited.pop(what, None)

    def say(self, *lines: str) -> None:
        """Send lines; nothing when the connection has ended."""
        if self._transport is None or self.is_over:
            return
        if self._web is None:
            self._transport.write("".join(f"{line}\r\n" for line in lines).encode())
            return
        for line in lines:
            self._web.send_binary(line.encode())
        self._transport.writelines(self._web.data_to_send())

    async def has_room(self) -> None:
        """Wait until what was said is on its way, or the connection has ended."""
        await self._may_write.wait()

    def quit(self) -> None:
        """Leave in a friendly way."""
        self.say("QUIT :Good bye")

    def vanish(self) -> None:
        """End the connection at once."""
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note what carries the connection."""
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, _exc: Exception | None) -> None:
        """Note that it has ended, and let nobody wait for more."""
        self.is_over = True
        self._may_write.set()
        for what, each in self._awaited.items():
            if not each.done():
                problem = f"{self.nick} has lost the server before {what!r}."
                each.set_exception(NotHeard(f"{problem} {self.last_words}"))

    def pause_writing(self) -> None:
        """Note that the socket takes nothing more for now."""
        self._may_write.clear()

    def resume_writing(self) -> None:
        """Note that it takes more."""
        self._may_write.set()

    def data_received(self, data: bytes) -> None:
        """Cut into lines what has come."""
        if self._web is not None:
            data = self._unpack(data)
        if self.skims and b"PING" not in data and b"ERROR" not in data:
            self._rest = b""
            return
        *lines, self._rest = (self._rest + data).split(END)
        for line in lines:
            self._take(line.decode())

    def _take(self, line: str) -> None:
        tags = ""
        if line.startswith("@"):
            tags, _, line = line.partition(" ")
        command = line.split(" ", 2)[1 if line.startswith(":") else 0]
        if command == "PING":
            self.say(f"PONG {line.partition(' ')[2]}")
        elif command in WELCOMES:
            self._note("welcome")
        elif command == TAKEN and "welcome" in self._awaited:
            self.say(f"NICK {self.nick}{next(self._others)}")
        elif command == "PONG":
            self._note(line.rpartition(" ")[2].removeprefix(":"))
        elif command == "PRIVMSG" and "msgid=" in tags:
            target = line.split(" ", 3)[2]
            self.last_message = (target, tags.partition("msgid=")[2].partition(";")[0])
        elif command == "ERROR":
            self.last_words = line.partition(":")[2]
        self._hear(line, command)

    def _note(self, what: str) -> None:
        awaited = self._awaited.get(what)
        if awaited is not None and not awaited.done():
            awaited.set_result(None)

    async def _upgrade(self) -> None:
        transport = cast(asyncio.Transport, self._transport)
        web = ClientProtocol(
            parse_uri(f"ws://{HERE}/"),
            subprotocols=[Subprotocol(BINARY)],
            max_size=None,
        )
        web.send_request(web.connect())
        self._web = web
        opened = self.hears("open")
        transport.writelines(web.data_to_send())
        await opened

    def _unpack(self, data: bytes) -> bytes:
        web = cast(ClientProtocol, self._web)
        web.receive_data(data)
        lines = []
        for event in web.events_received():
            if not isinstance(event, Frame):
                self._note("open")
            elif event.opcode in (Opcode.BINARY, Opcode.TEXT):
                lines.append(bytes(event.data) + END)
        if answers := web.data_to_send():
            cast(asyncio.Transport, self._transport).writelines(answers)
        return b"".join(lines)


@cache
def trusting_anybody() -> ssl.SSLContext:
    """Give a context for a certificate that a server on this machine made itself."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
