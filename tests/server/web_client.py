"""A client that speaks lines in messages of a WebSocket."""

import ssl
from contextlib import ExitStack
from typing import Any

from websockets.sync.client import ClientConnection, connect

from chatapp.wire.message import Message

DEADLINE_SECONDS = 30.0
TEXT = "text.ircv3.net"
BINARY = "binary.ircv3.net"


class WebClient:
    """A WebSocket to a server, and the lines that were read from it."""

    def __init__(
        self,
        port: int,
        *protocols: str,
        tls: ssl.SSLContext | None = None,
        **options: Any,
    ) -> None:
        scheme = "ws" if tls is None else "wss"
        connecting = connect(
            f"{scheme}://127.0.0.1:{port}/",
            subprotocols=protocols or None,
            ssl=tls,
            max_queue=None,
            **options,
        )
        self._opened = ExitStack()
        self.socket: ClientConnection = self._opened.enter_context(connecting)

    def send(self, *lines: str | bytes) -> None:
        for line in lines:
            self.socket.send(line)

    def sign_in(self, nick: str) -> "WebClient":
        self.send(f"NICK {nick}", f"USER {nick} 0 * :{nick}")
        self.read_until("422")
        self.ask()
        return self

    def read(self) -> Message:
        """Give the next message, which has to be one line."""
        line = self.socket.recv(DEADLINE_SECONDS)
        text = line.decode() if isinstance(line, bytes) else line
        assert "\r" not in text
        assert "\n" not in text
        return Message.parse(text)

    def read_until(self, command: str) -> list[Message]:
        """Give all messages up to the first with this command."""
        messages = [self.read()]
        while messages[-1].command != command:
            messages.append(self.read())
        return messages

    def ask(self, *lines: str | bytes) -> list[Message]:
        """Send lines and give all that comes before the answer to a PING behind."""
        self.send(*lines, "PING end")
        return self.read_until("PONG")[:-1]

    def close(self) -> None:
        self._opened.close()
