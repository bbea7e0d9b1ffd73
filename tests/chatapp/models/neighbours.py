"""Chats around here, as tests have them announced."""

import ipaddress
from collections.abc import Callable, Sequence

from chatapp.models.discovery.discovery import Listener
from chatapp.models.discovery.sightings import Heard
from chatapp.models.entities import FoundServer, Neighbourhood, Outlook
from chatapp.wire.announcement import SERVICE, Announcement, Needs
from chatapp.wire.fingerprints import Fingerprint

FINGERPRINT = Fingerprint(bytes(range(32)))
HERE = (ipaddress.ip_interface("127.0.0.1/8"),)
LAN = (ipaddress.ip_interface("192.168.1.5/24"),)


def entry_of(name: str) -> str:
    return f"{name}.{SERVICE}"


def heard(
    name: str,
    port: int = 6667,
    addresses: Sequence[str] = ("127.0.0.1",),
    **told: object,
) -> Heard:
    said = {"fingerprint": FINGERPRINT, "needs": Needs.NOTHING, "users": 3, **told}
    return Heard(entry_of(name), Announcement(name, **said), tuple(addresses), port)


class FakeBrowser:
    """Hears what a test says, instead of what is said in the network."""

    def __init__(self) -> None:
        self.records = 0
        self.closed = False
        self._on_heard: Callable[[], None] = lambda: None
        self._listed: dict[str, Heard] = {}
        self._changed: list[str] = []

    def open(self, on_heard: Callable[[], None]) -> "FakeBrowser":
        self._on_heard = on_heard
        self.closed = False
        return self

    def say(self, *announced: Heard) -> None:
        self._listed.update({each.entry: each for each in announced})
        self._changed += [each.entry for each in announced]
        self._on_heard()

    def expire(self, left: Heard) -> None:
        """Have a part of what was announced end without a word; this is left."""
        self._listed[left.entry] = left

    def say_goodbye(self, entry: str) -> None:
        del self._listed[entry]
        self._changed.append(entry)
        self._on_heard()

    def take(self, most: int) -> list[str]:
        taken, self._changed = self._changed[:most], self._changed[most:]
        return taken

    def read(self, entry: str) -> Heard | None:
        return self._listed.get(entry)

    def is_listed(self, entry: str) -> bool:
        return entry in self._listed

    def close(self) -> None:
        self.closed = True


class FakeLookout:
    """Tells who watches what a test says is around."""

    def __init__(self) -> None:
        self.listeners: dict[Listener, bool] = {}
        self.found = Neighbourhood()

    def watch(self, listener: Listener, *, seldom: bool = False) -> None:
        self.listeners[listener] = seldom
        listener(self.found)

    def unwatch(self, listener: Listener) -> None:
        del self.listeners[listener]

    def find(self, *servers: FoundServer) -> None:
        self.found = Neighbourhood(Outlook.FOUND, servers)
        for listener in tuple(self.listeners):
            listener(self.found)


def server_at(
    host: str,
    port: int = 6667,
    fingerprint: Fingerprint | None = FINGERPRINT,
    addresses: Sequence[str] = (),
) -> FoundServer:
    """Give a server that says it is at a place."""
    told = Announcement("Physics 2b", fingerprint)
    return FoundServer(f"{host}:{port}", told, host, port, 2.0, tuple(addresses))
