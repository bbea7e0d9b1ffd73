"""The server announces itself by real mDNS, on this machine's own interface."""

import itertools
import logging
import threading

import pytest
from zeroconf import ServiceInfo

from chatapp.system.mdns import open_zeroconf
from chatapp.wire.announcement import SERVICE, Announcement, Needs
from chatapp.wire.fingerprints import Fingerprint
from server.announcing import announcement_of, announcers_for
from server.network import announcing
from server.network.announcing import Rest
from server.settings.settings import Settings
from tests.server.network.announced import (
    FINGERPRINT,
    HERE,
    Word,
    entry_of,
    label_of,
    look_up,
)
from tests.server.raw_client import DEADLINE_SECONDS
from tests.server.running import settings_for_tests


def test_a_server_is_found_with_all_that_a_window_shows(network, found, announce):
    label = label_of("physics")
    announce(Word(label, needs=Needs.INVITATION, users=23))

    assert found.wait_for(lambda: entry_of(label) in found.names)

    info = look_up(network, label)
    told = Announcement.parse(info.properties)
    assert told == Announcement(label, FINGERPRINT, Needs.INVITATION, 23)
    assert info.port == 7001
    assert set(info.parsed_addresses()) == {"192.0.2.7", "2001:db8::7"}


def test_how_many_are_on_is_told_anew(network, found, announce):
    word = Word(label_of("count"))
    announce(word)
    name = entry_of(word.said.name)
    assert found.wait_for(lambda: name in found.names)

    word.said = Announcement(word.said.name, FINGERPRINT, users=7)

    def is_told() -> bool:
        info = ServiceInfo(SERVICE, name)
        return info.load_from_cache(network) and info.properties[b"users"] == b"7"

    assert found.wait_for(is_told)


def test_a_server_that_ends_says_goodbye(found, announce):
    word = Word(label_of("goodbye"))
    announcer = announce(word)
    name = entry_of(word.said.name)
    assert found.wait_for(lambda: name in found.names)

    announcer.begin_to_stop()

    assert found.wait_for(lambda: name not in found.names)


def test_another_address_is_announced_while_the_server_runs(network, found, announce):
    addresses = ["192.0.2.7"]
    word = Word(label_of("moving"))
    announce(word, lambda: list(addresses))
    name = entry_of(word.said.name)
    assert found.wait_for(lambda: name in found.names)

    addresses[:] = ["192.0.2.8"]

    def has_moved() -> bool:
        info = ServiceInfo(SERVICE, name)
        return info.load_from_cache(network) and info.parsed_addresses() == addresses

    assert found.wait_for(has_moved)


def test_a_machine_without_a_network_is_left_alone(announce, mocker):
    opened = mocker.patch("server.network.announcing.open_zeroconf")
    looked = threading.Semaphore(0)

    announce(Word("alone"), lambda: looked.release() or [])

    assert looked.acquire(timeout=DEADLINE_SECONDS)
    assert looked.acquire(timeout=DEADLINE_SECONDS)
    opened.assert_not_called()


@pytest.fixture
def refused(mocker) -> threading.Semaphore:
    """How often a network without multicast was tried, as far as not awaited."""
    tried = threading.Semaphore(0)

    def refuse(_interfaces):
        tried.release()
        raise OSError("No such device")

    mocker.patch("server.network.announcing.open_zeroconf", side_effect=refuse)
    return tried


def test_a_network_without_multicast_is_told_once_and_tried_less_and_less(
    announce, refused, caplog
):
    caplog.set_level(logging.INFO)
    looked = threading.Semaphore(0)

    announce(Word("refused"), lambda: looked.release() or HERE, seconds=0.001)
    seen = [looked.acquire(timeout=DEADLINE_SECONDS) for _ in range(100)]

    tries = [refused.acquire(timeout=0) for _ in range(10)]
    told = [each for each in caplog.messages if "cannot be announced" in each]
    assert all(seen)
    assert 1 < sum(tries) < 8
    assert told == ["The server cannot be announced until later: OSError"]


HOME, ELSEWHERE = ("192.0.2.7",), ("192.0.2.8",)


def looks_passed(rest: Rest, place: tuple[str, ...]) -> int:
    return next(passed for passed in itertools.count() if not rest.lets_pass(place))


def test_twice_as_many_looks_are_let_pass_after_each_failure_up_to_a_bound():
    rest, passed, firsts = Rest(), [], []
    rest.lets_pass(HOME)

    for _ in range(10):
        firsts.append(rest.is_first_failure())
        passed.append(looks_passed(rest, HOME))

    assert passed == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert firsts == [True, *[False] * 9]


def test_another_network_is_tried_at_once_and_a_success_forgets_the_failures():
    rest = Rest()
    rest.lets_pass(HOME)
    rest.is_first_failure()

    assert looks_passed(rest, ELSEWHERE) == 0
    rest.end()
    assert rest.is_first_failure()


def test_a_server_for_this_machine_alone_is_not_announced():
    told = settings_for_tests(discovery={"announce": True})
    silent = settings_for_tests(server={"host": ""})

    assert announcers_for(told, [("127.0.0.1", 7001)], lambda: None) == []
    assert announcers_for(silent, [("0.0.0.0", 7001)], lambda: None) == []  # noqa: S104
    assert len(announcers_for(Settings(), [("", 7001)], lambda: None)) == 1
    assert announcers_for(Settings(), [], lambda: None) == []


@pytest.mark.parametrize(
    ("server", "needs"),
    [
        ({}, Needs.NOTHING),
        ({"password": "sesame"}, Needs.PASSWORD),
        ({"password": "sesame", "invited_only": True}, Needs.INVITATION),
    ],
)
def test_it_is_announced_what_one_needs_to_come_in(start_server, server, needs):
    chat = start_server(server=server, discovery={"name": "Physics 2b"})

    told = announcement_of(chat.services)

    assert told.needs is needs
    assert told.name == "Physics 2b"
    assert told.fingerprint == Fingerprint.parse(chat.server.fingerprint)


def test_the_count_is_of_people(chat):
    chat.join("anna")

    assert chat.server._announcement().users == 1


def test_a_server_announces_itself_from_its_start_to_its_end(
    start_server, network, found, mocker
):
    mocker.patch.object(announcing, "open_zeroconf", return_value=open_zeroconf(HERE))
    mocker.patch("server.announcing.addresses_for_others", return_value=HERE)
    label = label_of("whole")
    chat = start_server(
        server={"host": ""}, discovery={"announce": True, "name": label}
    )
    name = entry_of(label, chat.server.port)
    assert found.wait_for(lambda: name in found.names)

    chat.stop()

    assert found.wait_for(lambda: name not in found.names)


def test_without_a_name_the_network_and_the_computer_are_named(chat, mocker):
    mocker.patch("server.announcing.socket.gethostname", return_value="tower.lan")

    assert announcement_of(chat.services).name == "chatapp (tower)"


def test_a_server_that_describes_itself_is_listed_by_that(start_server):
    described = start_server(server={"description": "Schule am See, 7b"})

    assert announcement_of(described.services).name == "Schule am See, 7b"
