"""Cuts the bytes of a connection into lines, and names the lines that are unfit."""

from dataclasses import dataclass
from enum import Enum, auto

MAX_LINE_BYTES = 512
"""Bytes of a line without its tags, CR LF included (Modern IRC, "Message Format")."""

MAX_CLIENT_TAGS_BYTES = 4096
"""Bytes of the tags that a client may send, "@" and the space behind included."""

MAX_TAGS_BYTES = 8191
"""Bytes of the tags that a server may send, "@" and the space behind included."""

_LINE_END_BYTES = len(b"\r\n")


class LineFault(Enum):
    """Why a line could not become text."""

    TOO_LONG = auto()
    NOT_UTF8 = auto()
    NUL = auto()


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that arrived and cannot be read.

    Args:
        reason: what is wrong with it.
        raw: its bytes without the line's end, so that who must can still look for
            the command or guess an encoding; empty for a line that was too long.
    """

    reason: LineFault
    raw: bytes = b""


class LineBuffer:
    """Collects what arrives on one connection and gives whole lines.

    Specification: https://modern.ircdocs.horse/#message-format and, for the limits,
    https://ircv3.net/specs/extensions/message-tags#size-limit. A line ends at LF; one
    CR before it belongs to the end and counts as sent where it is missing. Empty
    lines are left out (RFC 1459, 2.3.1).
    """

    __slots__ = ("_max_tags", "_max_text", "_pending", "_skipping")

    def __init__(self, max_line_bytes: int, max_tags_bytes: int) -> None:
        """Keep the limits, in bytes, as this module's constants count them."""
        self._max_text = max_line_bytes - _LINE_END_BYTES
        self._max_tags = max_tags_bytes
        self._pending = b""
        self._skipping = False

    @property
    def buffered_bytes(self) -> int:
        """How many bytes wait for the end of their line."""
        return len(self._pending)

    def feed(self, data: bytes) -> list[str | BadLine]:
        """Take what was received and give the lines that are complete with it.

        Lines and bad lines stand in the order in which they arrived. A line that has
        passed the limit is reported at once, one time, and its rest is dropped.

        Args:
            data: any number of bytes, cut anywhere.
        """
        if self._pending:
            data = self._pending + data
            self._pending = b""
        if data[-1:] == b"\n" and len(data) <= self._max_text and not self._skipping:
            lines = _read_short(data)
            if lines is not None:
                return lines
        return self._read_each(data)

    def _read_each(self, data: bytes) -> list[str | BadLine]:
        """Read lines that may be long, broken, or begun earlier, one by one."""
        *whole, rest = data.split(b"\n")
        if whole and self._skipping:
            self._skipping = False
            del whole[0]
        lines = [self._read(raw.removesuffix(b"\r")) for raw in whole]
        lines = [line for line in lines if line != ""]
        if self._skipping:
            return lines
        if self._is_too_long(rest.removesuffix(b"\r")):
            self._skipping = True
            return [*lines, BadLine(LineFault.TOO_LONG)]
        self._pending = rest
        return lines

    def _read(self, raw: bytes) -> str | BadLine:
        if self._is_too_long(raw):
            return BadLine(LineFault.TOO_LONG)
        if b"\0" in raw:
            return BadLine(LineFault.NUL, raw)
        try:
            return raw.decode()
        except UnicodeDecodeError:
            return BadLine(LineFault.NOT_UTF8, raw)

    def _is_too_long(self, raw: bytes) -> bool:
        if raw[:1] != b"@":
            return len(raw) > self._max_text
        space = raw.find(b" ")
        if space < 0:
            return len(raw) >= self._max_tags
        tags_bytes = space + 1
        return tags_bytes > self._max_tags or len(raw) - tags_bytes > self._max_text


def _read_short(data: bytes) -> list[str | BadLine] | None:
    """Read whole lines that are within the limits even together, or None if unfit."""
    if b"\0" in data:
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return [line for line in text.replace("\r\n", "\n").split("\n") if line]
