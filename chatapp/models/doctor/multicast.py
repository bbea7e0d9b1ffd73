"""Asks by mDNS who near answers at all."""

import select
import socket
import struct
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress

from chatapp.system.mdns import addresses_in_networks

GROUP = ("224.0.0.251", 5353)
"""Where mDNS is spoken, see https://www.rfc-editor.org/rfc/rfc6762#section-3."""

SECONDS = 3.0
_ANY_SERVICE = ("_services", "_dns-sd", "_udp", "local")
_PTR, _INTERNET = 12, 1
_MOST_BYTES = 9000


def ask_neighbours(
    group: tuple[str, int] = GROUP,
    sources: Iterable[str] | None = None,
    seconds: float = SECONDS,
) -> frozenset[str]:
    """Ask everybody near which services there are; give the addresses that answer.

    The question comes from a port of its own, so that answers come back to it alone
    (https://www.rfc-editor.org/rfc/rfc6762#section-6.7).

    Args:
        group: where to ask.
        sources: the addresses of this computer to ask from; all where not given.
        seconds: how long to wait.
    """
    heard: set[str] = set()
    with ExitStack() as stack:
        asking = []
        for source in addresses_in_networks() if sources is None else sources:
            opened = stack.enter_context(
                socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            )
            if _ask(opened, source, group):
                asking.append(opened)
        deadline = time.monotonic() + seconds
        while asking and (left := deadline - time.monotonic()) > 0:
            heard |= _listen(asking, left)
    return frozenset(heard)


def _ask(opened: socket.socket, source: str, group: tuple[str, int]) -> bool:
    """Send the question; an interface that cannot is left out."""
    name = b"".join(bytes([len(label)]) + label.encode() for label in _ANY_SERVICE)
    header = struct.pack("!6H", 0, 0, 1, 0, 0, 0)
    question = header + name + b"\0" + struct.pack("!2H", _PTR, _INTERNET)
    with suppress(OSError):
        opened.bind((source, 0))
        opened.setsockopt(
            socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(source)
        )
        opened.sendto(question, group)
        return True
    return False


def _listen(asking: Sequence[socket.socket], seconds: float) -> set[str]:
    readable, _, _ = select.select(asking, (), (), seconds)
    heard = set()
    for each in readable:
        with suppress(OSError):  # an earlier question that met with a refusal
            heard.add(str(each.recvfrom(_MOST_BYTES)[1][0]))
    return heard
