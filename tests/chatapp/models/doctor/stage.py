"""Instruments that see loopback only, and ways to break one thing or another."""

import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ipaddress import ip_interface

from chatapp.models.connection.dialling import Timeouts
from chatapp.models.connection.encryption import Demand
from chatapp.models.doctor.case import Case, Instruments
from chatapp.models.doctor.commands import Commands
from chatapp.system.interfaces import Interface
from chatapp.wire.findings import Finding

WIFI = Interface("wlan0", ip_interface("192.168.1.7/24"))
LOOPBACK = Interface("lo", ip_interface("127.0.0.1/8"))
SET_CLOCK = "Let this computer set its clock: sudo timedatectl set-ntp true"


def case(
    host: str = "127.0.0.1",
    port: int = 6667,
    demand: Demand | None = None,
    **instruments: object,
) -> Case:
    """Examine this, with instruments that see nothing but loopback."""
    chosen: dict[str, object] = {
        "interfaces": lambda: [LOOPBACK, WIFI],
        "neighbours": frozenset,
        "hears_itself": lambda: True,
        "looks_around": True,
        "commands": Commands("linux", lambda _command: None),
        "timeouts": Timeouts(each=0.2, overall=0.6),
    }
    return Case(host, port, demand, Instruments(**(chosen | instruments)))


def only(check: Callable[[Case], Iterator[Finding]], of: Case) -> Finding:
    """Give the one finding of a check."""
    (finding,) = check(of)
    return finding


def told(check: Callable[[Case], Iterator[Finding]], of: Case) -> dict[str, Finding]:
    """Give what a check finds, by name."""
    return {finding.name: finding for finding in check(of)}


def answering(words: bytes) -> Callable[[socket.socket], None]:
    """Serve: answer these bytes to whatever is said, or say them at once."""

    def serve(connected: socket.socket) -> None:
        connected.sendall(words)
        connected.recv(4096)

    return serve


@contextmanager
def swallowing_port() -> Iterator[int]:
    """Give a port that answers nobody, as behind a firewall: its queue is full."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        waiting = [socket.socket() for _ in range(3)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(listening.getsockname())
        yield listening.getsockname()[1]
        for each in waiting:
            each.close()


def interfaces(*written: Sequence[str]) -> Callable[[], list[Interface]]:
    """Give interfaces of these names and addresses."""
    return lambda: [Interface(name, ip_interface(ip)) for name, ip in written]
