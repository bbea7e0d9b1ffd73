"""A server on this computer is sought by the addresses that others use."""

import ipaddress
import queue
import socket

import pytest

from chatapp.models.connection.round_trip import round_trips
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.hosting.outward import seek_outward
from chatapp.system.interfaces import Interface

PATIENCE = 30.0
LAN = "192.168.1.20"


def interface(address: str) -> Interface:
    return Interface("eth0", ipaddress.ip_interface(address))


@pytest.fixture
def found():
    return queue.Queue()


def sought(found, knock, *addresses: str) -> str:
    listed = [interface(each) for each in ("127.0.0.1/8", *addresses)]
    seek_outward(7001, lambda: listed, found.put, knock)
    return found.get(timeout=PATIENCE)


def test_the_first_address_that_answers_is_given(found):
    def knock(places, _seconds):
        assert places == [("10.1.1.1", 7001), (LAN, 7001), ("fd00::2", 7001)]
        yield ("fd00::2", 7001), 1.0
        yield (LAN, 7001), 2.0

    assert sought(found, knock, "fd00::2/64", "10.1.1.1/8", f"{LAN}/24") == LAN


def test_where_nothing_answers_there_is_none(found):
    assert sought(found, lambda _places, _seconds: iter(()), f"{LAN}/24") == ""
    assert sought(found, lambda _places, _seconds: iter(())) == ""


def test_trouble_with_the_network_is_as_no_answer(found):
    def knock(_places, _seconds):
        raise OSError

    assert sought(found, knock, f"{LAN}/24") == ""


@pytest.fixture
def listening():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


def test_a_server_that_listens_is_heard(found, listening):
    port = listening.getsockname()[1]
    here = [("127.0.0.1", port)]

    def knock(_places, seconds):
        return ((("10.1.1.1", port), it) for _, it in round_trips(here, seconds))

    seek_outward(port, lambda: [interface("10.1.1.1/8")], found.put, knock)

    assert found.get(timeout=PATIENCE) == "10.1.1.1"


def test_who_is_at_no_network_hears_the_address_that_is_known(tmp_path, mailbox, loop):
    heard = []
    hosting = Hosting(mailbox, tmp_path, interfaces=list)

    hosting.seek_address("127.0.0.1", 7001, heard.append)

    loop.run_until(lambda: bool(heard))
    assert heard == ["127.0.0.1"]
