"""A network that hears what servers announce, and servers that do."""

from contextlib import closing

import pytest
from zeroconf import IPVersion, ServiceBrowser, Zeroconf

from chatapp.wire.announcement import SERVICE
from server.network.announcing import Announcer
from tests.server.network.announced import HERE, Found
from tests.server.raw_client import DEADLINE_SECONDS


@pytest.fixture
def network():
    with closing(Zeroconf(HERE, ip_version=IPVersion.V4Only)) as zeroconf:
        yield zeroconf


@pytest.fixture
def found(network):
    found = Found()
    browser = ServiceBrowser(network, SERVICE, found)
    yield found
    browser.cancel()


@pytest.fixture
def announce():
    """Announce a server until the test is over."""
    announcers = []

    def start(
        tell,
        addresses=lambda: ["192.0.2.7", "2001:db8::7"],
        *,
        seconds=0.05,
        port=7001,
    ):
        announcers.append(Announcer(port, tell, addresses, HERE, seconds))
        announcers[-1].start()
        return announcers[-1]

    yield start
    for each in announcers:
        each.begin_to_stop()
        each.wait_until_stopped(DEADLINE_SECONDS)
