"""What a connection is going to speak, told by its first bytes."""

from enum import Enum, auto

HANDSHAKE_RECORD = 0x16
"""The first byte of TLS, see https://datatracker.ietf.org/doc/html/rfc8446#section-5.1."""

_METHODS = (b"GET ", b"HEAD ", b"POST ", b"PUT ", b"OPTIONS ")
"""What browsers begin a request with. No command of IRC is called like that."""

_LONGEST_METHOD = max(map(len, _METHODS))


class Opening(Enum):
    """What the first bytes belong to."""

    LINES = auto()
    TLS = auto()
    HTTP = auto()
    UNCLEAR = auto()


def opening_of(data: bytes) -> Opening:
    """Tell what these bytes, at least one, are the beginning of."""
    if data[0] == HANDSHAKE_RECORD:
        return Opening.TLS
    if data.startswith(_METHODS):
        return Opening.HTTP
    if len(data) < _LONGEST_METHOD and any(
        method.startswith(data) for method in _METHODS
    ):
        return Opening.UNCLEAR
    return Opening.LINES
