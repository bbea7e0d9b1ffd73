"""Answers an HTTP request: with a WebSocket, or with a page that says what this is."""

import logging
import re
from collections.abc import Sequence

from websockets.datastructures import Headers
from websockets.frames import CloseCode, Opcode
from websockets.http11 import Request, Response
from websockets.server import ServerProtocol
from websockets.typing import Origin, Subprotocol

from server.network.websocket import (
    BINARY_LINES,
    MAX_MESSAGE_BYTES,
    TEXT_LINES,
    FrameWriter,
    WebSocketCodec,
)

ANY_ORIGIN = "*"
MAX_REQUEST_BYTES = 16_384
MOST_ITEMS = 200
"""So many commas a request may have: long lists take long to read, one by one."""

SWITCHING_PROTOCOLS = 101

_ABOUT = (
    "This is a chat server. It speaks IRC, and no HTTP.\n"
    "Join with chatapp, or with any IRC program: this address, this port.\n"
)
_REASONS = {
    400: "The request could not be understood.",
    403: "Pages from where yours came may not join. Whoever runs this server can allow"
    " them in its settings: [websocket] origins.",
    405: "The only method that is answered here is GET.",
    426: "A page joins by WebSocket, with the sub-protocol text.ircv3.net"
    " or binary.ircv3.net.",
    431: "The request is too long.",
    505: "The only version of HTTP that is answered here is 1.1.",
}

# The library tells of each connection, and at DEBUG what was said on it.
_quiet = logging.getLogger(f"{__name__}.protocol")
_quiet.setLevel(logging.WARNING)


class Upgrades:
    """Answers requests as the settings have it."""

    def __init__(self, origins: Sequence[str]) -> None:
        """Let in programs, and pages from these origins.

        Args:
            origins: such as "https://chat.example"; "*" stands for anything.
        """
        self._origins: list[Origin | re.Pattern[str] | None] = [None]
        self._origins += map(_pattern, origins)
        self._text = FrameWriter(Opcode.TEXT)
        self._binary = FrameWriter(Opcode.BINARY)

    def begin(self) -> "Upgrade":
        """Begin to read one request."""
        protocol = ServerProtocol(
            origins=self._origins,
            select_subprotocol=_choose,
            max_size=MAX_MESSAGE_BYTES,
            logger=_quiet,
        )
        return Upgrade(protocol, self._text, self._binary)


class Upgrade:
    """One request, on its way to become a WebSocket; it does no I/O."""

    def __init__(
        self, protocol: ServerProtocol, text: FrameWriter, binary: FrameWriter
    ) -> None:
        self._protocol = protocol
        self._text = text
        self._binary = binary
        self._bytes = 0
        self._items = 0
        self.codec: WebSocketCodec | None = None
        self.answer = b""

    def hear(self, data: bytes) -> bool:
        """Go on reading, and tell whether there is an answer.

        With it there is a codec, unless the request was refused.
        """
        self._bytes += len(data)
        self._items += data.count(b",")
        if self._items > MOST_ITEMS:
            self.answer = _page(431).serialize()
            return True
        protocol = self._protocol
        protocol.receive_data(data)
        match protocol.events_received():
            case [Request() as request, *early]:
                self._answer(request, early)
            case _ if protocol.handshake_exc is not None:
                said = b"".join(protocol.data_to_send())
                self.answer = _page(431 if said else 400).serialize()
            case _ if self._bytes > MAX_REQUEST_BYTES:
                self.answer = _page(431).serialize()
        return bool(self.answer)

    def _answer(self, request: Request, early: Sequence[object]) -> None:
        protocol = self._protocol
        response = protocol.accept(request)
        if response.status_code != SWITCHING_PROTOCOLS:
            self.answer = _page(response.status_code).serialize()
            return
        protocol.send_response(response)
        if protocol.parser_exc is not None:  # of what came behind it, too early to fail
            protocol.fail(CloseCode.PROTOCOL_ERROR, "A frame is broken.")
        self.answer = b"".join(protocol.data_to_send())
        is_binary = protocol.subprotocol == BINARY_LINES
        writer = self._binary if is_binary else self._text
        self.codec = WebSocketCodec(protocol, writer, early)


def _choose(
    _protocol: ServerProtocol, offered: Sequence[Subprotocol]
) -> Subprotocol | None:
    """Give the first that both sides know; without one, text is spoken."""
    known = (name for name in offered if name in (BINARY_LINES, TEXT_LINES))
    return next(known, None)


def _pattern(origin: str) -> re.Pattern[str]:
    parts = map(re.escape, origin.split(ANY_ORIGIN))
    return re.compile(".*".join(parts), re.IGNORECASE)


def _page(status: int) -> Response:
    reason = _REASONS.get(status, _REASONS[400])
    body = f"{_ABOUT}{reason}\n".encode()
    response = ServerProtocol(logger=_quiet).reject(status, "")
    headers = Headers(response.headers)
    del headers["Content-Length"]
    headers["Content-Length"] = str(len(body))
    if status == 405:
        headers["Allow"] = "GET"
    if status == 426:
        headers["Upgrade"] = "websocket"
    return Response(status, response.reason_phrase, headers, body)
