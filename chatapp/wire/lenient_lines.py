"""Cuts what a server sends into lines, and makes text of each, whatever it holds."""

MOST_LINE_BYTES = 16_384
"""Bytes of a line, with its tags and without its end, that are kept of any server."""

CUT_MARK = "…"
"""Stands where the rest of a line that was longer than that is left out."""

_UNREADABLE = "\ufffd"
_LOWEST_ESCAPED = 0xDC00
_GUESSES = {
    _LOWEST_ESCAPED + byte: bytes((byte,)).decode("cp1252", "replace")
    for byte in range(0x80, 0x100)
}
_READABLE = {ord("\0"): _UNREADABLE, ord("\r"): _UNREADABLE}


class LenientLines:
    """Collects what arrives of a server and gives whole lines, none of them left out.

    Servers of other networks pass on what is no UTF-8, and lines longer than the 512
    bytes of https://modern.ircdocs.horse/#message-format: the people who wrote that are
    to be heard all the same. A line ends at LF, and carriage returns before that belong
    to its end. Empty lines are left out.
    """

    __slots__ = ("_is_cut", "_pending")

    def __init__(self) -> None:
        self._pending = b""
        self._is_cut = False

    def feed(self, data: bytes) -> list[str]:
        """Take what was received and give the lines that are complete with it.

        A line that passes the limit is given at once, cut; its rest is dropped.

        Args:
            data: any number of bytes, cut anywhere.
        """
        *whole, rest = (self._pending + data).split(b"\n")
        if whole and self._is_cut:
            del whole[0]
            self._is_cut = False
        lines = [_read(raw) for raw in whole]
        self._pending = b"" if self._is_cut else rest
        if _is_too_long(self._pending):
            lines.append(_read(self._pending))
            self._pending, self._is_cut = b"", True
        return [line for line in lines if line]


def guess_text(raw: bytes) -> str:
    """Read bytes as UTF-8, and each that cannot be that as Windows-1252.

    A character that was cut where the bytes end, as servers cut what is too long for
    them, becomes U+FFFD where the rest shows that it is UTF-8.
    """
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        if error.reason == "unexpected end of data" and not before.isascii():
            return before.decode() + _UNREADABLE
    return raw.decode(errors="surrogateescape").translate(_GUESSES)


def _is_too_long(raw: bytes) -> bool:
    return len(raw.removesuffix(b"\r")) > MOST_LINE_BYTES


def _read(raw: bytes) -> str:
    mark = CUT_MARK if _is_too_long(raw) else ""
    text = guess_text(raw[:MOST_LINE_BYTES] if mark else raw).rstrip("\r")
    if "\0" in text or "\r" in text:
        text = text.translate(_READABLE)
    return text + mark
