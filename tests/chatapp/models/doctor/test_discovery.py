"""What the doctor says of mDNS."""

import errno
import socket
import threading
from contextlib import contextmanager

import pytest

from chatapp.models.doctor.case import Instruments
from chatapp.models.doctor.discovery import NAME, check_discovery
from chatapp.models.doctor.multicast import ask_neighbours
from chatapp.models.doctor.way import check_isolation
from chatapp.system.mdns import hears_itself
from chatapp.wire.findings import Finding, Verdict
from tests.chatapp.models.doctor.stage import case, only

LOOPBACK = ["127.0.0.1"]
NOWHERE = ["203.0.113.9"]
PATIENCE = 30.0


@contextmanager
def neighbour():
    """Somebody who answers one question of mDNS, by a port of his own."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.settimeout(PATIENCE)
        listening.bind(("127.0.0.1", 0))
        asked: list[bytes] = []

        def answer() -> None:
            question, asker = listening.recvfrom(9000)
            asked.append(question)
            listening.sendto(question, asker)

        thread = threading.Thread(target=answer)
        thread.start()
        yield listening.getsockname(), asked
        thread.join(PATIENCE)


def test_who_hears_itself_finds_chats_near():
    examined = case(hears_itself=lambda: hears_itself(LOOPBACK, PATIENCE))

    finding = only(check_discovery, examined)

    sentence = "Chats in this network can be found: mDNS goes out and comes in."
    assert finding == Finding(NAME, Verdict.OK, sentence)


def test_where_nothing_comes_in_again_a_firewall_may_swallow_it():
    finding = only(check_discovery, case(hears_itself=lambda: False))

    assert finding == Finding(
        NAME,
        Verdict.WARN,
        "Chats near cannot be found by themselves: what is sent by mDNS (UDP port 5353)"
        " does not come in again, as if a firewall swallowed it.",
        "Let UDP port 5353 through the firewall. Until then, type the server's address,"
        " or paste an invitation.",
    )


def test_a_network_that_is_not_there_is_told_so():
    def fail():
        raise OSError(errno.ENODEV, "No such device")

    finding = only(check_discovery, case(hears_itself=fail))

    assert finding.sentence == (
        "Chats near cannot be found by themselves: No such device."
    )
    assert finding.advice == (
        "Until then, type the server's address, or paste an invitation."
    )


def test_a_computer_without_any_network_is_told_so():
    finding = only(check_discovery, case(hears_itself=lambda: hears_itself([], 0)))

    assert finding.sentence == (
        "Chats near cannot be found by themselves: this computer is in no network."
    )


def test_a_neighbour_that_answers_is_heard():
    with neighbour() as (place, asked):
        heard = ask_neighbours(place, LOOPBACK, seconds=0.5)

    assert heard == {"127.0.0.1"}
    assert b"\x09_services\x07_dns-sd\x04_udp\x05local\0" in asked[0]


@pytest.mark.parametrize("sources", [LOOPBACK, NOWHERE, []])
def test_where_nobody_answers_nobody_is_heard(sources):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))

        assert ask_neighbours(silent.getsockname(), sources, 0.05) == frozenset()


def test_who_is_told_not_to_look_around_asks_nobody(mocker):
    ask = mocker.Mock()
    examined = case(looks_around=False, hears_itself=ask, neighbours=ask)

    finding = only(check_discovery, examined)

    sentence = "chatapp was told not to look for chats near."
    assert finding == Finding(NAME, Verdict.OK, sentence)
    assert list(check_isolation(examined)) == []
    ask.assert_not_called()


@pytest.mark.parametrize(("word", "looks"), [("off", False), ("", True)])
def test_the_environment_may_tell_it_not_to_look_around(monkeypatch, word, looks):
    monkeypatch.setenv("CHATAPP_DISCOVERY", word)

    assert Instruments().looks_around is looks
