"""Who arrives at the door, and who has passed it: where from, and with which words."""

import socket
from dataclasses import dataclass

from server.network.codec import Codec

MAPPED_PREFIX = "::ffff:"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A connection that has passed the door, and the lines that were read there.

    The codec reads what follows them; without one the bytes are lines. A host name is
    the confirmed name of the address.
    """

    socket: socket.socket
    address: str
    data: bytes
    codec: Codec | None = None
    is_secure: bool = False
    host_name: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a connection comes from, and what it said by the time it arrived."""

    address: str
    data: bytes


def plain_address(address: str) -> str:
    """Give an address as people know it, and so that it can stand in a message."""
    if address.lower().startswith(MAPPED_PREFIX):
        address = address[len(MAPPED_PREFIX) :]
    return f"0{address}" if address.startswith(":") else address
