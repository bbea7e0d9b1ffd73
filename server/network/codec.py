"""What may stand between a client's lines and the bytes of its socket."""

from typing import Protocol


class Codec(Protocol):
    """Turns what arrives into lines, and lines into what is sent; it does no I/O.

    A connection without a codec is plain: its bytes are the lines.
    """

    @property
    def share(self) -> int:
        """How many bytes are decoded at once at most, for others wait meanwhile."""

    @property
    def is_over(self) -> bool:
        """Whether the client has ended the conversation, or made it impossible."""

    def decode(self, data: bytes) -> bytes:
        """Give the bytes of lines, CR LF included, that are readable with this."""

    def encode(self, lines: bytes) -> bytes:
        """Give what is sent for whole lines; nothing when it is too late."""

    def take_answers(self) -> bytes:
        """Give what the protocol itself has to say, to be sent now."""

    def end(self) -> bytes:
        """Give the last words of the protocol."""


class Layered:
    """One codec within another, such as WebSocket within TLS."""

    __slots__ = ("_inner", "_outer")

    def __init__(self, outer: Codec, inner: Codec) -> None:
        """Put `inner` next to the lines and `outer` next to the socket."""
        self._outer = outer
        self._inner = inner

    @property
    def share(self) -> int:
        """What is less of both."""
        return min(self._inner.share, self._outer.share)

    @property
    def is_over(self) -> bool:
        """Whether either has come to its end."""
        return self._inner.is_over or self._outer.is_over

    def decode(self, data: bytes) -> bytes:
        """Give the bytes of lines that are readable with this."""
        return self._inner.decode(self._outer.decode(data))

    def encode(self, lines: bytes) -> bytes:
        """Give what is sent for whole lines."""
        return self._wrap(self._inner.encode(lines))

    def take_answers(self) -> bytes:
        """Give what either protocol has to say."""
        return self._outer.take_answers() + self._wrap(self._inner.take_answers())

    def end(self) -> bytes:
        """Give the last words of both, the inner one's first."""
        return self._wrap(self._inner.end()) + self._outer.end()

    def _wrap(self, data: bytes) -> bytes:
        return self._outer.encode(data) if data else b""
