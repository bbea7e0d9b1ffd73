"""Parts what arrives by TLS into its records, without a look into them.

Specification: https://www.rfc-editor.org/rfc/rfc8446#section-5.1
"""

HEADER_BYTES = 5
_LENGTH = slice(3, HEADER_BYTES)
_LONGEST = 16_384 + 2048
"""What a record of TLS 1.2 holds at most; those of 1.3 hold less."""


class Records:
    """Keeps what has arrived until its record is whole."""

    __slots__ = ("_waiting",)

    def __init__(self) -> None:
        """Begin with nothing."""
        self._waiting = bytearray()

    def add(self, data: bytes) -> None:
        """Take in what has arrived."""
        self._waiting += data

    def next(self) -> bytes:
        """Give the next record that is whole, or b"".

        What says that it is longer than any record counts as one that is whole:
        whoever reads it refuses it.
        """
        waiting = self._waiting
        if len(waiting) < HEADER_BYTES:
            return b""
        length = int.from_bytes(waiting[_LENGTH], "big")
        end = HEADER_BYTES + length
        if length <= _LONGEST and len(waiting) < end:
            return b""
        record = bytes(waiting[:end])
        del waiting[:end]
        return record
