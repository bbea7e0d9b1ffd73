"""What is announced in this machine's own network, as tests make it and hear it."""

import threading
import time

from zeroconf import ServiceInfo, ServiceListener, Zeroconf

from chatapp.wire.announcement import SERVICE, Announcement
from chatapp.wire.fingerprints import Fingerprint
from tests.server.raw_client import DEADLINE_SECONDS

HERE = ["127.0.0.1"]
FINGERPRINT = Fingerprint.of(b"a certificate")


class Found(ServiceListener):
    """What is announced, as a window sees it."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.changes = 0
        self._changed = threading.Condition()

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self._note(self.names.add, name)

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self._note(self.names.add, name)

    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self._note(self.names.discard, name)

    def wait_for(self, is_so) -> bool:
        with self._changed:
            return self._changed.wait_for(is_so, DEADLINE_SECONDS)

    def _note(self, change, name) -> None:
        with self._changed:
            change(name)
            self.changes += 1
            self._changed.notify_all()


class Word:
    """What a server says of itself, as a test changes it."""

    def __init__(self, name: str, **said) -> None:
        self.said = Announcement(name, FINGERPRINT, **said)

    def __call__(self) -> Announcement | None:
        return self.said


def label_of(test_name: str) -> str:
    """Give a name that no other test announces at the same time."""
    return f"{test_name} {time.monotonic_ns()}"


def entry_of(label: str, port: int = 7001) -> str:
    return f"{label} {port}.{SERVICE}"


def look_up(network: Zeroconf, label: str) -> ServiceInfo:
    info = network.get_service_info(SERVICE, entry_of(label), 10_000)
    assert info is not None
    return info
