"""Rooms that one is not in, as the switcher offers them."""

import sys

import pytest

from chatapp.controllers.finding import other_rooms
from chatapp.controllers.finding.other_rooms import OtherRooms
from chatapp.models.entities import Connectedness, Finding, FindingKind, ListedRoom
from chatapp.models.events import ConnectionChanged
from chatapp.models.rooms.room_events import RoomsListed

LISTED = (
    ListedRoom("#garden", 2),
    ListedRoom("#gardeners", 40),
    ListedRoom("#tea-garden", 90),
    ListedRoom("#lobby", 300),
    ListedRoom("#great-idea", 5),
)


@pytest.fixture
def others(network, bus, scheduler) -> OtherRooms:
    network.directory.ask.return_value = True
    return OtherRooms(network, bus, scheduler)


def names(found) -> list[str]:
    return [finding.name for finding in found]


def test_rooms_that_begin_so_come_first_those_with_most_people_before(others, bus):
    bus.publish(RoomsListed(LISTED, is_whole=True))

    found = others.find("garden", 6)

    assert names(found) == ["#gardeners", "#garden", "#tea-garden"]
    assert found[0] == Finding(FindingKind.OTHER_ROOM, "#gardeners", "40 people")


def test_letters_that_stand_apart_in_a_name_are_too_little(others, bus):
    bus.publish(RoomsListed(LISTED, is_whole=True))

    assert names(others.find("gd", 6)) == []


def test_a_room_that_stands_in_the_rail_is_no_other(others, bus):
    bus.publish(RoomsListed(LISTED, is_whole=True))

    assert names(others.find("lob", 6)) == []


def test_never_more_than_are_wanted(others, bus):
    bus.publish(RoomsListed(LISTED, is_whole=True))

    assert names(others.find("garden", 1)) == ["#gardeners"]


def test_the_server_is_asked_once_and_again_after_a_while(others, network, scheduler):
    others.ask()
    others.ask()
    often = network.directory.ask.call_count

    scheduler.run_next()
    others.ask()

    assert (often, network.directory.ask.call_count) == (1, 2)


def test_few_rooms_are_asked_for_again_soon_and_many_are_not(others, bus, scheduler):
    others.ask()

    bus.publish(RoomsListed(LISTED, is_whole=True))
    bus.publish(RoomsListed([ListedRoom(f"#r{n}", 1) for n in range(1000)], True))

    assert [it.seconds for it in scheduler.timers] == [300, 5, 20]
    assert [it.cancelled for it in scheduler.timers] == [True, True, False]


def test_what_was_told_stays_until_all_is_told_anew(others, bus):
    told = []
    others.on_listed = lambda: told.append(names(others.find("t", 6)))
    bus.publish(RoomsListed((ListedRoom("#tea", 3),), is_whole=True))

    bus.publish(RoomsListed((ListedRoom("#toys", 2),), is_whole=False))
    meanwhile = names(others.find("t", 6))
    bus.publish(RoomsListed((ListedRoom("#tent", 1),), is_whole=True))

    assert meanwhile == ["#tea"]
    assert told == [["#tea"], ["#toys", "#tent"]]


def test_a_list_that_was_cut_off_is_asked_for_anew(others, network, bus):
    others.ask()
    bus.publish(RoomsListed((ListedRoom("#tea", 3),), is_whole=False))

    bus.publish(ConnectionChanged(Connectedness.ONLINE))
    others.ask()
    bus.publish(RoomsListed((ListedRoom("#toys", 2),), is_whole=True))

    assert network.directory.ask.call_count == 2
    assert names(others.find("t", 6)) == ["#toys"]


def test_without_a_connection_nothing_is_asked_and_nothing_offered(
    others, network, bus
):
    bus.publish(RoomsListed(LISTED, is_whole=True))
    network.state = Connectedness.WAITING

    others.ask()

    assert names(others.find("garden", 6)) == []
    network.directory.ask.assert_not_called()


def test_of_a_list_without_an_end_only_so_much_is_kept(others, bus, mocker):
    mocker.patch.object(other_rooms, "MOST_KEPT", 3)

    bus.publish(RoomsListed(LISTED[:2], is_whole=False))
    bus.publish(RoomsListed(LISTED[2:], is_whole=True))

    assert len(others.find("", 6)) == 3


def test_longer_words_are_looked_for_in_what_fitted_before_and_shorter_in_all(
    others, bus
):
    bus.publish(RoomsListed(LISTED, is_whole=True))

    typed = ("ga", "gar", "gardene", "gard", "l", "lo", "")
    found = [names(others.find(wanted, 2)) for wanted in typed]

    garden = ["#gardeners", "#garden"]
    assert found[:4] == [garden, garden, ["#gardeners"], garden]
    assert found[4:] == [[], [], ["#tea-garden", "#gardeners"]]


def test_a_room_one_has_left_is_found_by_the_same_letters_again(others, rooms, bus):
    bus.publish(RoomsListed(LISTED, is_whole=True))
    without = names(others.find("lob", 6))

    rooms.clear()

    assert (without, names(others.find("lobb", 6))) == ([], ["#lobby"])


def test_accents_make_no_difference_to_the_letters(others, bus):
    bus.publish(RoomsListed((ListedRoom("#café-crème", 2),), is_whole=True))

    found = [names(others.find(wanted, 2)) for wanted in ("cafe", "cafe-", "crè")]

    assert found == [["#café-crème"]] * 3


def test_no_rule_is_run_for_each_room_that_is_listed(others, bus):
    """With thousands of rooms every key that is pressed would take its time."""
    many = tuple(ListedRoom(f"#tea{number}", 1) for number in range(2_000))
    bus.publish(RoomsListed((*many, ListedRoom("#quiet", 1)), is_whole=True))
    calls: list[str] = []

    sys.setprofile(lambda _frame, event, _arg: calls.append(event))
    found = [names(others.find(wanted, 1)) for wanted in ("q", "qui", "x", "ea")]
    sys.setprofile(None)

    assert found == [["#quiet"], ["#quiet"], [], ["#tea0"]]
    assert calls.count("call") < len(many)
