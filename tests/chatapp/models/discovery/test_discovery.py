"""The search for chats: what comes, changes and goes, and what is in the way."""

import ipaddress
import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from chatapp.models.discovery import discovery as module
from chatapp.models.discovery.discovery import MOST_RECORDS, Discovery
from chatapp.models.entities import Neighbourhood, Outlook
from tests.chatapp.models.neighbours import HERE, FakeBrowser, entry_of, heard

PATIENCE = 30.0


class Watcher:
    """Runs what is posted, as the main thread does, and notes what it is told."""

    def __init__(self) -> None:
        self.told: list[Neighbourhood] = []
        self._changed = threading.Condition()

    def post(self, callback: Callable[[], None]) -> None:
        with self._changed:
            callback()
            self._changed.notify_all()

    def listen(self, found: Neighbourhood) -> None:
        self.told.append(found)

    def wait_for(self, is_so: Callable[[Neighbourhood], bool]) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: is_so(self.told[-1]), PATIENCE)


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


@pytest.fixture
def browser() -> FakeBrowser:
    return FakeBrowser()


@pytest.fixture
def port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0), backlog=100) as server:
        yield server.getsockname()[1]


@pytest.fixture
def search(watcher, browser):
    """Search with this browser until the test is over."""
    begun = []

    def begin(open_browser=browser.open, interfaces=lambda: HERE) -> Discovery:
        discovery = Discovery(watcher.post, open_browser, interfaces)
        discovery.watch(watcher.listen)
        begun.append(discovery)
        return discovery

    yield begin
    for each in begun:
        each.unwatch(watcher.listen)


def names(found: Neighbourhood) -> list[str]:
    return [server.told.name for server in found.servers]


def test_a_server_that_is_announced_and_answers_is_told(search, watcher, browser, port):
    search()

    browser.say(heard("Physics 2b", port))

    assert watcher.wait_for(lambda it: names(it) == ["Physics 2b"])
    assert watcher.told[-1].outlook is Outlook.FOUND
    assert watcher.told[-1].servers[0].port == port


def test_before_anything_is_found_one_is_looking(search, watcher):
    search()

    assert watcher.told[0] == Neighbourhood(Outlook.LOOKING)


def test_a_server_that_says_goodbye_goes(search, watcher, browser, port):
    search()
    browser.say(heard("Physics 2b", port), heard("Garden", port))
    watcher.wait_for(lambda it: names(it) == ["Physics 2b", "Garden"])

    browser.say_goodbye(entry_of("Physics 2b"))

    assert watcher.wait_for(lambda it: names(it) == ["Garden"])


def test_more_people_are_told(search, watcher, browser, port):
    search()
    browser.say(heard("Physics 2b", port, users=1))
    watcher.wait_for(lambda it: names(it) == ["Physics 2b"])

    browser.say(heard("Physics 2b", port, users=2))

    assert watcher.wait_for(lambda it: it.servers[0].told.users == 2)


def test_that_nothing_is_found_is_told_after_a_while(search, watcher, mocker):
    mocker.patch.object(module, "SECONDS_TO_FIND", 0)

    search()

    assert watcher.wait_for(lambda it: it.outlook is Outlook.NOTHING)


def test_a_network_in_which_nothing_can_be_heard_is_told(search, watcher):
    def refuse(_on_heard):
        raise OSError("No such device")

    search(refuse)

    assert watcher.wait_for(lambda it: it.outlook is Outlook.BLOCKED)


def test_whatever_fails_in_the_search_is_told_kindly(search, watcher):
    def break_down(_on_heard):
        raise RuntimeError

    search(break_down)

    assert watcher.wait_for(lambda it: it.outlook is Outlook.BLOCKED)


def test_a_computer_without_a_network_hears_nothing(search, watcher):
    search(interfaces=tuple)

    assert watcher.wait_for(lambda it: it.outlook is Outlook.BLOCKED)


def test_in_another_network_one_looks_anew(search, watcher, browser, port, mocker):
    mocker.patch.object(module, "SECONDS_BETWEEN_LOOKS", 0.05)
    interfaces = [HERE]
    opened = []

    def open_it(on_heard):
        opened.append(on_heard)
        return browser.open(on_heard)

    search(open_it, lambda: interfaces[-1])
    browser.say(heard("Physics 2b", port))
    watcher.wait_for(lambda it: names(it) == ["Physics 2b"])
    interfaces.append((*HERE, ipaddress.ip_interface("10.1.2.3/8")))
    browser.say(heard("Physics 2b", port, users=9))

    assert watcher.wait_for(lambda it: it.servers[0].told.users == 9)
    assert len(opened) == 2


def test_one_rests_from_a_flood_and_keeps_what_was_found(
    search, watcher, browser, port
):
    search()
    browser.say(heard("Physics 2b", port))
    watcher.wait_for(lambda it: names(it) == ["Physics 2b"])

    browser.records = MOST_RECORDS
    browser.say(heard("forged", port))

    assert watcher.wait_for(lambda it: it.outlook is Outlook.FLOODED)
    assert browser.closed
    assert names(watcher.told[-1]) == ["Physics 2b"]


def test_a_thousand_forged_servers_are_few_words_to_the_window(
    search, watcher, browser, port
):
    search()

    browser.say(*(heard(f"forged {number}", port) for number in range(1000)))

    assert watcher.wait_for(lambda it: len(it.servers) == 50)
    assert len(watcher.told) < 50


def test_with_the_last_watcher_the_search_ends(search, watcher, browser):
    closed = threading.Event()
    browser.close = closed.set
    opened = threading.Event()
    discovery = search(lambda on_heard: opened.set() or browser.open(on_heard))
    assert opened.wait(PATIENCE)

    discovery.unwatch(watcher.listen)

    assert closed.wait(PATIENCE)


def test_a_second_watcher_hears_at_once_what_is_known(search, watcher, browser, port):
    discovery = search()
    browser.say(heard("Physics 2b", port))
    watcher.wait_for(lambda it: names(it) == ["Physics 2b"])
    told = []

    discovery.watch(told.append)

    assert [names(it) for it in told] == [["Physics 2b"]]
    discovery.unwatch(told.append)


def test_an_address_that_was_left_is_noticed_though_nobody_tells_when_it_ends(
    search, watcher, browser, port
):
    search()
    browser.say(heard("moved", port, ["127.0.0.1", "127.0.0.9"]))
    assert watcher.wait_for(lambda it: names(it) == ["moved"])

    browser.expire(heard("moved", port, ["127.0.0.1"]))

    assert watcher.wait_for(
        lambda it: [server.addresses for server in it.servers] == [("127.0.0.1",)]
    )
