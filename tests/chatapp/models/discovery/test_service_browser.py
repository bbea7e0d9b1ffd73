"""Announcements by real mDNS, on this computer's own interface."""

import threading
import time
from contextlib import closing

import pytest
from zeroconf import IPVersion, ServiceInfo, Zeroconf

from chatapp.models.discovery.service_browser import ServiceBrowser
from chatapp.wire.announcement import SERVICE, Announcement, Needs
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.ports import PLAIN_PORT
from server.network.announcing import Announcer

HERE = ["127.0.0.1"]
PATIENCE = 30.0
FINGERPRINT = Fingerprint(bytes(range(32)))


class Ear:
    """Notes with which entries something was new, as the search does."""

    def __init__(self) -> None:
        self._stirred = threading.Semaphore(0)
        self.browser = ServiceBrowser(self._stirred.release, HERE)

    def wait_for(self, is_so):
        """Give the first answer that is not empty."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            found = is_so(self.browser)
            if found:
                return found
            self._stirred.acquire(timeout=0.1)
        raise AssertionError("It did not come")


@pytest.fixture
def ear():
    ear = Ear()
    yield ear
    ear.browser.close()


@pytest.fixture
def entry() -> str:
    """Give an entry that no other test announces at the same time."""
    return f"physics {time.monotonic_ns()}.{SERVICE}"


@pytest.fixture
def network():
    with closing(Zeroconf(HERE, ip_version=IPVersion.V4Only)) as zeroconf:
        yield zeroconf


def test_what_a_server_announces_is_heard(ear, entry):
    name = entry.removesuffix(f".{SERVICE}")
    told = Announcement(name, FINGERPRINT, Needs.INVITATION, 23)
    addresses = ["192.0.2.7", "2001:db8::7"]
    announcer = Announcer(PLAIN_PORT, lambda: told, lambda: addresses, HERE, 0.05)
    announcer.start()

    heard = ear.wait_for(lambda browser: browser.read(entry))
    announcer.begin_to_stop()
    announcer.wait_until_stopped(PATIENCE)

    assert heard.told == told
    assert (heard.addresses, heard.port) == (tuple(addresses), PLAIN_PORT)
    assert ear.wait_for(lambda browser: not browser.is_listed(entry))
    assert entry in ear.browser.take(500)


def test_what_is_no_announcement_of_a_chat_is_passed_over(ear, entry, network):
    info = ServiceInfo(SERVICE, entry, 1, properties={"v": "99"}, server="h.local.")
    info.addresses = [b"\xc0\x00\x02\x07"]

    network.register_service(info)

    assert ear.wait_for(lambda browser: browser.is_listed(entry))
    assert ear.browser.read(entry) is None


def test_what_nobody_announced_is_not_listed(ear):
    assert not ear.browser.is_listed(f"nobody.{SERVICE}")


def test_what_is_not_whole_is_asked_for(ear, entry):
    assert ear.browser.read(entry) is None
    assert ear.browser.read(f"{'x' * 80}.{SERVICE}") is None


def test_records_are_counted_for_anybody_may_send_any_number(ear, entry, network):
    info = ServiceInfo(SERVICE, entry, 1, properties={}, server="h.local.")
    info.addresses = [b"\xc0\x00\x02\x07"]

    network.register_service(info)

    assert ear.wait_for(lambda browser: browser.records >= 3)


def test_entries_are_taken_a_few_at_a_time(ear, entry):
    for number in range(3):
        ear.browser._note(name=f"{number} {entry}")

    taken = [ear.browser.take(2), ear.browser.take(2), ear.browser.take(2)]

    assert [[each[0] for each in some] for some in taken] == [["0", "1"], ["2"], []]
