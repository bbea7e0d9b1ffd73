"""The rooms of a server, with a mocked window and network."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.rooms.room_browser import (
    RoomBrowserController,
    RoomBrowserView,
    RoomBrowserWindow,
)
from chatapp.models.entities import ListedRoom, Room, RoomKind, RoomOffer
from chatapp.models.events import RequestRefused
from chatapp.models.rooms.room_events import RoomsListed

TEA = ListedRoom("#tea", 3, "At five, with Scones")
LOBBY = ListedRoom("#lobby", 9)
ZOO = ListedRoom("#zoo", 3)


@pytest.fixture
def card(mocker: MockerFixture):
    card = mocker.create_autospec(RoomBrowserView, instance=True)
    card.is_open = True
    return card


@pytest.fixture
def window(mocker: MockerFixture, card):
    window = mocker.create_autospec(RoomBrowserWindow, instance=True)
    window.new_room_browser.return_value = card
    return window


@pytest.fixture
def browser(window, network, bus, scheduler) -> RoomBrowserController:
    browser = RoomBrowserController(window, network, bus, scheduler, lambda _name: None)
    browser.open()
    return browser


def shown(card) -> list[str]:
    return [offer.name for offer in card.show_rooms.call_args.args[0]]


def words(card) -> str:
    return card.show_rooms.call_args.args[1]


def test_the_server_is_asked_when_the_card_opens(browser, card, window, network):
    window.new_room_browser.assert_called_once_with(
        "Rooms on Lab", "Find a room, or type the name of a new one"
    )
    network.directory.ask.assert_called_once_with()
    assert words(card) == "Asking the server which rooms there are…"


def test_rooms_with_most_people_come_first(browser, card, bus) -> None:
    bus.publish(RoomsListed((ZOO, LOBBY, TEA), True))

    assert card.show_rooms.call_args.args == (
        [
            RoomOffer("#lobby", 9, is_joined=True),
            RoomOffer("#tea", 3, "At five, with Scones"),
            RoomOffer("#zoo", 3),
        ],
        "3 rooms",
    )


def test_thousands_of_rooms_are_drawn_only_now_and_then(browser, card, bus, scheduler):
    card.show_rooms.reset_mock()

    for page in range(50):
        rooms = [ListedRoom(f"#{page}-{number}", 3) for number in range(200)]
        bus.publish(RoomsListed(tuple(rooms), False))
    early = card.show_rooms.call_count
    scheduler.run_next()

    assert (early, card.show_rooms.call_count) == (1, 2)
    assert words(card) == "10000 rooms until now…"


def test_a_room_is_found_by_its_name_and_by_what_it_is_about(browser, card, bus):
    bus.publish(RoomsListed((ZOO, LOBBY, TEA), True))

    card.on_search(" #LOB")
    by_name = shown(card)
    card.on_search("scone")

    assert by_name == ["#lobby", "#LOB"]
    assert shown(card) == ["#tea", "scone"]


def test_a_name_that_is_no_rooms_is_offered_to_be_made(browser, card, bus) -> None:
    bus.publish(RoomsListed((ZOO, LOBBY, TEA), True))

    card.on_search("garden")
    new = card.show_rooms.call_args.args[0]
    card.on_search("TEA")

    assert new == [RoomOffer("garden", is_new=True)]
    assert shown(card) == ["#tea"]


def test_what_is_left_out_is_said(browser, card, network, bus) -> None:
    network.directory.leaves_out_below = 3

    bus.publish(RoomsListed((LOBBY,), True))

    assert words(card) == (
        "1 room with 3 people or more. Type the whole name of a smaller one to join it."
    )


def test_a_server_that_does_not_list_its_rooms_says_why(browser, card, bus) -> None:
    bus.publish(RequestRefused("263", "LIST", "Please wait a while."))

    assert words(card) == "Please wait a while."


def test_a_card_that_is_closed_is_told_nothing(browser, card, bus) -> None:
    card.is_open = False
    card.show_rooms.reset_mock()

    bus.publish(RoomsListed((LOBBY,), True))
    bus.publish(RoomsListed((LOBBY,), True))

    card.show_rooms.assert_not_called()


def test_a_card_that_is_opened_again_begins_anew(browser, card, network, bus) -> None:
    bus.publish(RoomsListed((LOBBY,), True))

    browser.open()

    assert shown(card) == []
    assert network.directory.ask.call_count == 2


def test_a_room_that_one_is_not_in_now_can_be_joined(browser, card, rooms, bus):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, joined=False)

    bus.publish(RoomsListed((LOBBY,), True))

    assert not card.show_rooms.call_args.args[0][0].is_joined


def test_a_room_that_two_lists_name_stands_there_once(browser, card, bus) -> None:
    bus.publish(RoomsListed((TEA,), True))

    bus.publish(RoomsListed((TEA, LOBBY), True))

    assert shown(card) == ["#lobby", "#tea"]
