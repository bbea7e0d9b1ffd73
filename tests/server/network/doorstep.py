"""Doors for tests, and the little of a reactor that takes over from them."""

import socket
import ssl
import threading
import time
from collections.abc import Callable

from server.network.door_limits import DoorLimits
from server.network.host_names import HostNames
from server.network.listener import Door
from server.network.newcomer import Newcomer
from server.network.threshold import Threshold
from server.network.usher import Usher
from tests.server.network.inside import Inside
from tests.server.raw_client import DEADLINE_SECONDS, RawClient


def no_tls() -> ssl.SSLContext:
    raise AssertionError("Nobody speaks TLS here.")


class Reactor:
    """Takes newcomers."""

    def __init__(self) -> None:
        self.newcomers: list[Newcomer] = []
        self.has_one = threading.Event()
        self.inside = Inside()

    def adopt(self, newcomer: Newcomer) -> None:
        self.newcomers.append(newcomer)
        self.has_one.set()

    def close(self) -> None:
        self.inside.close()
        for each in self.newcomers:
            each.socket.close()


def make_door(
    reactor: Reactor,
    limits: DoorLimits,
    patience: float = 9,
    names: HostNames | None = None,
    usher: Usher | None = None,
) -> Door:
    return Door(
        limits,
        patience,
        Threshold(no_tls, ()),
        reactor.adopt,
        names,
        usher or reactor.inside.usher,
        socket.AF_INET,
        ("127.0.0.1", 0),
    )


def connect(door: Door) -> RawClient:
    return RawClient("127.0.0.1", door.server_address[1])


def wait_until(is_true: Callable[[], bool]) -> bool:
    """Tell whether something comes true before the deadline."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    turn = threading.Event()
    while not is_true() and time.monotonic() < deadline:
        turn.wait(0.001)
    return is_true()
