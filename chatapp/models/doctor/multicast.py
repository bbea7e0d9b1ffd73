"""Speaks mDNS: tells who near answers, and whether this computer hears itself."""

import secrets
import select
import socket
import struct
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress

from chatapp.models.discovery.interfaces import for_others, list_interfaces
from chatapp.wire.announcement import TRIAL_ADDRESS, TRIAL_SERVICE

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
        for source in own_addresses() if sources is None else sources:
            opened = stack.enter_context(
                socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            )
            if _ask(opened, source, group):
                asking.append(opened)
        deadline = time.monotonic() + seconds
        while asking and (left := deadline - time.monotonic()) > 0:
            heard |= _listen(asking, left)
    return frozenset(heard)


def hears_itself(
    sources: Sequence[str] | None = None, seconds: float = SECONDS
) -> bool:
    """Announce a service, and tell whether a browser on this computer finds it.

    What is said goes out by the network's interfaces and comes in by them again, past
    this computer's firewall.

    Raises:
        OSError: mDNS cannot be spoken here at all.
    """
    # It takes a moment to load, and nothing else here needs it.
    from zeroconf import (  # noqa: PLC0415 - so
        IPVersion,
        ServiceBrowser,
        ServiceInfo,
        Zeroconf,
    )

    where = own_addresses() if sources is None else list(sources)
    if not where:
        raise OSError("no network")
    name = f"{secrets.token_hex(6)}.{TRIAL_SERVICE}"
    is_heard = threading.Event()

    def note(**told: object) -> None:
        if told["name"] == name:
            is_heard.set()

    with ExitStack() as opened:
        speaker, hearer = (
            opened.enter_context(Zeroconf(where, ip_version=IPVersion.V4Only))
            for _ in range(2)
        )
        opened.callback(ServiceBrowser(hearer, TRIAL_SERVICE, [note]).cancel)
        nowhere = [TRIAL_ADDRESS]
        trial = ServiceInfo(TRIAL_SERVICE, name, port=9, parsed_addresses=nowhere)
        speaker.register_service(trial, cooperating_responders=True)
        return is_heard.wait(seconds)


def own_addresses() -> list[str]:
    """List the IPv4 addresses at which others may hear this computer."""
    interfaces = for_others(list_interfaces())
    return [str(it.address.ip) for it in interfaces if it.address.version == 4]


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
