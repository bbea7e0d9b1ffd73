"""IRC over WebSocket: one line a message, without CR LF.

Specification: https://ircv3.net/specs/extensions/websocket
"""

from collections.abc import Iterable

from websockets.frames import CloseCode, Frame, Opcode
from websockets.server import ServerProtocol

BINARY_LINES = "binary.ircv3.net"
TEXT_LINES = "text.ircv3.net"

MAX_MESSAGE_BYTES = 16_384
"""A line that is too long, but no longer than this, is refused and harms nothing."""

MOST_IDLE_FRAMES = 100
"""So many frames of one read may carry no end of a line: pings, fragments."""

SHARE = 2048
"""So many bytes are read at once: three hundred frames, if each holds a letter."""

LINE_END = b"\r\n"


class FrameWriter:
    """Makes messages of lines, once for all clients that are sent the same bytes."""

    def __init__(self, opcode: Opcode) -> None:
        """Make messages of this kind."""
        self._opcode = opcode
        self._lines = b""
        self._frames = b""

    def frames_of(self, lines: bytes) -> bytes:
        """Give the frames for whole lines."""
        if lines is not self._lines:
            self._frames = b"".join(
                Frame(self._opcode, line).serialize(mask=False)
                for line in lines.split(LINE_END)
                if line
            )
            self._lines = lines
        return self._frames


class WebSocketCodec:
    """One client's WebSocket, from the end of its handshake on."""

    __slots__ = ("_message", "_opcode", "_protocol", "_writer", "is_over")
    share = SHARE

    def __init__(
        self, protocol: ServerProtocol, writer: FrameWriter, early: Iterable[object]
    ) -> None:
        """Go on with a protocol that is open; send with the writer.

        Args:
            protocol: keeps the state of the connection.
            writer: makes messages of the kind that was agreed.
            early: what came together with the handshake.
        """
        self._protocol = protocol
        self._writer = writer
        self._message = bytearray()
        self._opcode = Opcode.TEXT
        self.is_over = False
        protocol.events.extend(each for each in early if isinstance(each, Frame))

    def decode(self, data: bytes) -> bytes:
        """Give the lines of the messages that are complete with this."""
        if self.is_over:
            return b""
        protocol = self._protocol
        protocol.receive_data(data)
        lines: list[bytes] = []
        frames = protocol.events_received()
        for frame in frames:
            if isinstance(frame, Frame) and not self._take(frame, lines):
                break
        if len(frames) - len(lines) > MOST_IDLE_FRAMES:
            self._fail(CloseCode.POLICY_VIOLATION, "Too many frames without a line.")
        self.is_over = protocol.close_expected()
        return b"".join(lines)

    def encode(self, lines: bytes) -> bytes:
        """Give the messages for whole lines; none after the closing frame."""
        return b"" if self._has_closed else self._writer.frames_of(lines)

    def take_answers(self) -> bytes:
        """Give what WebSocket itself has to say: pongs, and the closing frame."""
        return b"".join(self._protocol.data_to_send())

    def end(self) -> bytes:
        """Give the closing frame, if it was not sent."""
        if not self._has_closed:
            self._protocol.send_close(CloseCode.NORMAL_CLOSURE)
        return self.take_answers()

    @property
    def _has_closed(self) -> bool:
        return self._protocol.close_expected()

    def _take(self, frame: Frame, lines: list[bytes]) -> bool:
        """Add a frame to its message; tell whether the next one may follow."""
        if frame.opcode in (Opcode.TEXT, Opcode.BINARY):
            self._opcode = frame.opcode
        elif frame.opcode is not Opcode.CONT:
            return True
        self._message += frame.data
        if not frame.fin:
            return True
        message, self._message = bytes(self._message), bytearray()
        if self._opcode is Opcode.TEXT and not _is_utf8(message):
            self._fail(CloseCode.INVALID_DATA, "A text message has to be UTF-8.")
            return False
        if message.strip(LINE_END):
            lines.append(message + LINE_END)
        return True

    def _fail(self, code: CloseCode, reason: str) -> None:
        if not self._has_closed:
            self._protocol.fail(code, reason)


def _is_utf8(message: bytes) -> bool:
    try:
        message.decode()
    except UnicodeDecodeError:
        return False
    return True
