"""Searching on every server of the window, with mocked panel and networks."""

from dataclasses import replace

import pytest

from chatapp.controllers.finding import search_wording as wording
from chatapp.controllers.finding.panel import PanelLines, PanelView
from chatapp.controllers.finding.search import SearchPart
from chatapp.controllers.finding.searched_servers import (
    SearchedServer,
    elsewhere,
    server_in_window,
)
from chatapp.controllers.moments import Moments
from chatapp.models.entities import ChatMessage, FoundPage, Search
from chatapp.models.events import RoomSelected
from chatapp.models.finding.searching import Searching
from chatapp.models.network import Network
from chatapp.models.rooms.ignoring import Ignoring
from chatapp.models.servers.saved_servers import SavedServer
from tests.chatapp.controllers.fakes import NOON, messages


@pytest.fixture
def view(mocker):
    view = mocker.create_autospec(PanelView, instance=True)
    view.text.return_value = "text from:me"
    return view


@pytest.fixture
def went_to() -> list[str]:
    return []


@pytest.fixture
def others() -> list[SearchedServer]:
    """The other servers of the window."""
    return []


@pytest.fixture
def part(mocker, view, network, bus, scheduler, others, library) -> SearchPart:
    """The panel is open, and everything is searched."""
    network.searching = mocker.create_autospec(Searching, instance=True)
    network.ignoring = mocker.create_autospec(Ignoring, instance=True)
    network.ignoring.ignores.return_value = False
    lines = PanelLines(Moments(lambda: NOON, lambda: "%H:%M"))
    own = server_in_window(network, lambda: NOON, lambda _line: None)
    part = SearchPart(view, network, bus, scheduler, own, lines, lambda: others)
    part.begin()
    part.look(here=False)
    return part


@pytest.fixture
def library(mocker, others, went_to) -> SearchedServer:
    """Another server of the window, on which one has another name."""
    other = mocker.create_autospec(Network, instance=True)
    other.nick, other.name, other.host, other.port = "Kofi2", "Library", "lib", 6697
    other.searching = mocker.create_autospec(Searching, instance=True)
    other.ignoring = mocker.create_autospec(Ignoring, instance=True)
    other.ignoring.ignores.side_effect = lambda nick: nick == "Bore"
    server = server_in_window(
        other, lambda: NOON, lambda line: went_to.append(f"Library: {line.key}")
    )
    others.append(server)
    return server


def line_of(key: str, sender: str = "Ada") -> ChatMessage:
    return ChatMessage(key, "#lobby", sender, "text", NOON)


def answer_both(network, library, *lines: ChatMessage, is_local: bool = False) -> None:
    """Have the server one looks at find k0, and the other one these."""
    find = network.searching.find
    find.call_args.args[1](FoundPage(tuple(messages(1))))
    library.find.call_args.args[1](FoundPage(lines, is_local=is_local))


def test_everywhere_is_every_server_each_with_its_name_beside_the_room(
    part, library, view, network
) -> None:
    answer_both(network, library, line_of("far"))

    lines = view.add_lines.call_args.args[0]
    asked = network.searching.find.call_args.args[0]
    assert asked == Search("text", sender="Kofi")
    assert library.find.call_args.args[0] == Search("text", sender="Kofi2")
    assert {line.key: line.room for line in lines} == {
        "far": "Library · #lobby",
        "k0": "Lab · #lobby",
    }


def test_servers_of_one_name_are_told_apart_by_their_addresses(
    part, library, view, network, others
) -> None:
    others[0] = replace(library, name="Lab")
    part.begin()

    answer_both(network, library, line_of("far"))

    lines = view.add_lines.call_args.args[0]
    assert {line.room for line in lines} == {
        "lib:6697 · #lobby",
        "10.0.0.5:6667 · #lobby",
    }


def test_the_open_room_is_searched_on_its_own_server_only(
    part, library, network, bus
) -> None:
    bus.publish(RoomSelected("#lobby"))
    library.find.reset_mock()

    part.look(here=True)

    assert network.searching.find.call_args.args[0].room == "#lobby"
    library.find.assert_not_called()


def test_a_message_of_another_server_is_gone_to_there(
    part, library, network, went_to
) -> None:
    answer_both(network, library, line_of("far"))

    leads = [part.go_to(line_of("k0")), part.go_to(line_of("far"))]

    assert leads == [False, True]
    assert went_to == ["Library: far"]


def test_who_is_ignored_on_another_server_is_not_found_there(
    part, library, view, network
) -> None:
    answer_both(network, library, line_of("far", "Bore"))

    assert [line.key for line in view.add_lines.call_args.args[0]] == ["k0"]


def test_which_server_could_not_be_asked_is_said(part, library, view, network) -> None:
    answer_both(network, library, is_local=True)

    view.show_note.assert_called_with(wording.LOCAL_ONLY_OF.format(servers="Library"))


def test_a_saved_server_is_not_searched_twice_where_one_is_on_it() -> None:
    lab, library = SavedServer("Lab", 6697, "Kofi"), SavedServer("lib", 6697, "Kofi")

    found = elsewhere([lab, library, SavedServer("lab", 6697, "Old")], [("lab", 6697)])

    assert found == [library]
