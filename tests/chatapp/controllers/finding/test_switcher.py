"""Going somewhere by a few letters."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.finding.other_rooms import OtherRooms
from chatapp.controllers.finding.switcher import (
    MOST_SHOWN,
    SwitcherController,
    SwitcherView,
)
from chatapp.controllers.servers.server_doors import ServerDoor
from chatapp.models.entities import (
    Attention,
    Finding,
    FindingKind,
    ListedRoom,
    Person,
    Room,
    RoomKind,
)
from chatapp.models.network import Network
from chatapp.models.rooms.room_events import RoomsListed

ROOMS = [
    Room("#lobby", RoomKind.CHANNEL),
    Room("#garden", RoomKind.CHANNEL, unread=3),
    Room("Lena", RoomKind.DIRECT),
]
PEOPLE = [Person("Lena"), Person("Mateo"), Person("Kofi", is_me=True)]


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(SwitcherView, instance=True)


@pytest.fixture
def gone() -> list[str]:
    return []


@pytest.fixture
def other_rooms(network, bus, scheduler) -> OtherRooms:
    return OtherRooms(network, bus, scheduler)


@pytest.fixture
def controller(view, network, other_rooms, gone):
    network.rooms.side_effect = lambda: ROOMS
    network.people.side_effect = lambda _room: PEOPLE
    network.nick = "Kofi"
    return SwitcherController(
        lambda: view, network, other_rooms, gone.append, gone.append
    )


def names(findings) -> list[str]:
    return [finding.name for finding in findings]


def test_at_first_rooms_and_people_are_there_those_with_news_before_the_others(
    controller, view
):
    controller.open()

    found = names(view.show_findings.call_args.args[0])
    assert found == ["#garden", "#lobby", "Lena", "Mateo"]
    view.open.assert_called_once_with()


def test_a_room_that_is_muted_has_no_news(controller, network):
    muted = Room("#loud", RoomKind.CHANNEL, unread=9, attention=Attention.NOTHING)
    network.rooms.side_effect = lambda: (Room("#tea", RoomKind.CHANNEL), muted)

    found = controller.find("")

    assert [(it.name, it.unread) for it in found[:2]] == [("#tea", 0), ("#loud", 0)]


def test_what_is_typed_is_looked_for(controller, view):
    controller.open()

    view.on_type("gar")

    assert names(view.show_findings.call_args.args[0]) == ["#garden"]


@pytest.mark.parametrize("text", ["lob", "LOB", "#lob", " lby"])
def test_a_room_is_found_by_letters_that_come_in_its_order(controller, text):
    assert names(controller.find(text))[0] == "#lobby"


def test_people_are_found_once_and_not_oneself(controller):
    assert names(controller.find("mat")) == ["Mateo"]
    assert names(controller.find("@lena")) == ["Lena"]
    assert "Kofi" not in names(controller.find("kof"))


@pytest.mark.parametrize("typed", ["mull", "Müll", "MU\u0308L"])
def test_accents_make_no_difference(controller, network, typed):
    network.people.side_effect = lambda _room: [*PEOPLE, Person("Müller")]

    assert names(controller.find(typed)) == ["Müller"]


def test_what_begins_with_the_letters_comes_before_what_has_them(controller):
    found = names(controller.find("le"))

    assert found[0] == "Lena"


def test_a_slash_finds_commands_only(controller):
    found = controller.find("/wh")

    assert found[0].name == "/whois"
    assert {finding.kind for finding in found} == {FindingKind.COMMAND}


def test_a_room_is_opened(controller, gone):
    controller.go_to(Finding(FindingKind.ROOM, "#garden"))

    assert gone == ["#garden"]


def test_a_person_is_written_to(controller, network):
    controller.go_to(Finding(FindingKind.PERSON, "Mateo"))

    network.open_direct.assert_called_once_with("Mateo")


def test_a_command_is_begun(controller, gone):
    controller.go_to(Finding(FindingKind.COMMAND, "/whois"))

    assert gone == ["/whois "]


def test_never_more_than_can_be_shown(controller, network):
    network.rooms.side_effect = lambda: [
        Room(f"#room{number}", RoomKind.CHANNEL) for number in range(100)
    ]

    assert len(controller.find("")) == len(controller.find("room")) == MOST_SHOWN


def test_a_conversation_of_two_is_told_from_a_room(controller) -> None:
    kinds = {it.name: it.kind for it in controller.find("")}

    assert kinds["Lena"] is FindingKind.CONVERSATION
    assert kinds["#lobby"] is FindingKind.ROOM


@pytest.fixture
def other(mocker: MockerFixture, gone) -> ServerDoor:
    away = mocker.create_autospec(Network, instance=True)
    away.name, away.host, away.port, away.nick = "Libera", "irc.example", 6697, "kofi"
    away.rooms.return_value = [
        Room("#python", RoomKind.CHANNEL, unread=2),
        Room("#gardening", RoomKind.CHANNEL),
    ]
    away.people.return_value = [Person("Tove")]
    return ServerDoor(
        "2",
        away,
        True,
        False,
        lambda: gone.append("shown"),
        lambda room: gone.append(f"entered {room}"),
        lambda nick: gone.append(f"writing to {nick}"),
        gone.append,
    )


@pytest.fixture
def wide(controller, view, network, other_rooms, gone, other) -> SwitcherController:
    """A switcher with one more server."""
    return SwitcherController(
        lambda: view,
        network,
        other_rooms,
        gone.append,
        gone.append,
        lambda: [other],
        gone.append,
    )


def test_news_on_another_server_stands_with_those_here(wide):
    found = wide.find("")

    assert names(found) == ["#garden", "#python", "#lobby", "Lena", "Mateo"]
    assert [it.detail for it in found if it.server] == ["Libera"]


@pytest.mark.parametrize(
    ("typed", "name", "gone_to"),
    [
        ("gardeni", "#gardening", "entered #gardening"),
        ("tove", "Tove", "writing to Tove"),
        ("libera", "Libera", "shown"),
    ],
)
def test_rooms_people_and_other_servers_are_found(wide, gone, typed, name, gone_to):
    found = wide.find(typed)

    wide.go_to(found[0])

    assert names(found) == [name]
    assert gone == [gone_to]


def test_a_link_that_is_pasted_is_opened(wide, gone):
    (found,) = wide.find(" irc://irc.example/#python ")

    wide.go_to(found)

    assert gone == ["irc://irc.example/#python"]


TEA = [ListedRoom(f"#tea{number}", 9 - number) for number in range(9)]


def test_rooms_one_is_not_in_stand_below_the_others(controller, network, bus):
    bus.publish(RoomsListed(tuple(TEA), is_whole=True))
    network.rooms.side_effect = lambda: [Room("#steam", RoomKind.CHANNEL)]

    found = controller.find("tea")

    assert names(found) == ["#steam", "#tea0", "#tea1", "#tea2", "#tea3", "#tea4"]


def test_they_leave_room_for_what_one_has(controller, network, bus):
    bus.publish(RoomsListed(tuple(TEA), is_whole=True))
    network.rooms.side_effect = lambda: [
        Room(f"#steam{number}", RoomKind.CHANNEL) for number in range(9)
    ]

    kinds = [it.kind for it in controller.find("tea")]

    assert kinds == [FindingKind.ROOM] * 4 + [FindingKind.OTHER_ROOM] * 2


def test_they_are_shown_as_soon_as_the_server_has_told_them(controller, view, bus):
    controller.open()
    view.on_type("tea")
    before = names(view.show_findings.call_args.args[0])

    bus.publish(RoomsListed(tuple(TEA[:1]), is_whole=True))

    assert before == ["#tea"]
    assert names(view.show_findings.call_args.args[0]) == ["#tea0"]


def test_a_card_that_is_closed_is_shown_nothing_more(controller, view, bus):
    controller.open()
    view.is_open = False
    count = view.show_findings.call_count

    bus.publish(RoomsListed(tuple(TEA), is_whole=True))

    assert view.show_findings.call_count == count


def test_such_a_room_is_joined(controller, network):
    controller.go_to(Finding(FindingKind.OTHER_ROOM, "#tea0"))

    network.join.assert_called_once_with("#tea0")


def test_the_server_is_asked_only_once_something_is_typed(controller, view, network):
    controller.open()
    at_once = network.directory.ask.call_count
    for text in ("t", "te", "tea", "/te"):
        view.on_type(text)

    assert (at_once, network.directory.ask.call_count) == (0, 1)


def test_people_are_gathered_once_for_each_card(controller, view, network):
    controller.open()
    for text in ("m", "ma", "mat"):
        view.on_type(text)
    once = network.people.call_count

    controller.open()
    view.on_type("m")

    assert network.people.call_count == 2 * once
