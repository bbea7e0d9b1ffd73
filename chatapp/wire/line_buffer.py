"""Cuts the bytes of a connection into lines, and names the lines that are unfit."""

from dataclasses import dataclass
from enum import Enum, auto

MAX_LINE_BYTES = 512
"""Bytes of a line without its tags, CR LF included (Modern IRC, "Message Format")."""

MAX_CLIENT_TAGS_BYTES = 4096
"""Bytes of the tags that a client may send, "@" and the space behind included."""

MAX_DROPPED_BYTES = 16_384
"""Bytes of a line after which nobody can expect any more that it ends."""

_LINE_END_BYTES = len(b"\r\n")


class LineFault(Enum):
    """Why a line could not become text."""

    TOO_LONG = auto()
    ENDLESS = auto()
    NOT_UTF8 = auto()
    NUL = auto()


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that arrived and cannot be read.

    Args:
        reason: what is wrong with it.
        raw: its bytes without the line's end, so that who must can still look for
            the command or guess an encoding; empty for a line that was too long, and
            for one that is, after this was said, found to have no end.
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

    __slots__ = ("_dropped", "_max_tags", "_max_text", "_pending")

    def __init__(self, max_line_bytes: int, max_tags_bytes: int) -> None:
        """Keep the limits, in bytes, as this module's constants count them."""
        self._max_text = max_line_bytes - _LINE_END_BYTES
        self._max_tags = max_tags_bytes
        self._pending = b""
        self._dropped = 0

    def feed(self, data: bytes) -> list[str | BadLine]:
        """Take what was received and give the lines that are complete with it.

        Lines and bad lines stand in the order in which they arrived. A line that has
        passed the limit is reported at once, one time, and its rest is dropped; it is
        reported once more when that is more than `MAX_DROPPED_BYTES`.

        Args:
            data: any number of bytes, cut anywhere.
        """
        if self._pending:
            data = self._pending + data
            self._pending = b""
        if data[-1:] == b"\n" and len(data) <= self._max_text and not self._dropped:
            lines = _read_short(data)
            if lines is not None:
                return lines
        return self._read_each(data)

    def _read_each(self, data: bytes) -> list[str | BadLine]:
        """Read lines that may be long, broken, or begun earlier, one by one."""
        *whole, rest = data.split(b"\n")
        lines: list[str | BadLine] = []
        if whole and self._dropped:
            lines += self._drop(whole.pop(0))
            self._dropped = 0
        for raw in whole:
            if raw and raw != b"\r":  # of empty ones there may be very many
                lines += self._read_whole(raw)
        if self._dropped:
            return self._drop(rest)
        if self._is_too_long(rest.removesuffix(b"\r")):
            return [*lines, BadLine(LineFault.TOO_LONG), *self._drop(rest)]
        self._pending = rest
        return lines

    def _read_whole(self, raw: bytes) -> list[str | BadLine]:
        line = self._read(raw.removesuffix(b"\r"))
        if not line:
            return []
        dropped = self._drop(raw) if line == BadLine(LineFault.TOO_LONG) else []
        self._dropped = 0
        return [line, *dropped]

    def _drop(self, raw: bytes) -> list[str | BadLine]:
        """Count what is dropped of one line, and say so once if it is too much."""
        before = self._dropped
        self._dropped += len(raw)
        is_over = before <= MAX_DROPPED_BYTES < self._dropped
        return [BadLine(LineFault.ENDLESS)] if is_over else []

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
