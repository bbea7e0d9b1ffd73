"""Announcements that come, change, go, and are forged."""

import pytest

from chatapp.models.connection.round_trip import MOST_AT_ONCE
from chatapp.models.discovery.sightings import (
    MOST_HEARD,
    MOST_HURRIES,
    MOST_SHOWN,
    SECONDS_BETWEEN_VISITS,
    SECONDS_WHERE_SELDOM,
    Sightings,
)
from chatapp.models.entities import FoundServer
from tests.chatapp.models.neighbours import LAN, entry_of, heard

PLACE = ("192.168.1.20", 6667)
PHYSICS = heard("Physics 2b", addresses=[PLACE[0]], users=23)


@pytest.fixture
def sightings() -> Sightings:
    return Sightings()


def visit(sightings: Sightings, now: float, answering=None) -> None:
    """Visit who is due; those places answer that are given, or all of them."""
    due = sightings.due(now)
    for place, entries in due.items():
        for entry in entries if answering is None or place in answering else ():
            sightings.answered(entry, place, 2.04)
    sightings.visited(entry for entries in due.values() for entry in entries)


def test_a_server_is_shown_once_it_has_answered(sightings):
    sightings.hear(PHYSICS, LAN)
    assert sightings.shown() == ()

    visit(sightings, 0)

    assert sightings.shown() == (
        FoundServer(
            entry_of("Physics 2b"), PHYSICS.told, *PLACE, 2.0, PHYSICS.addresses
        ),
    )


def test_what_it_says_anew_is_shown_at_once(sightings):
    sightings.hear(PHYSICS, LAN)
    visit(sightings, 0)

    sightings.hear(heard("Physics 2b", addresses=[PLACE[0]], users=24), LAN)

    assert sightings.shown()[0].told.users == 24
    assert sightings.due(1) == {}


def test_another_address_is_visited_first(sightings):
    sightings.hear(PHYSICS, LAN)
    visit(sightings, 0)

    sightings.hear(heard("Physics 2b", addresses=["192.168.1.21"]), LAN)

    assert list(sightings.due(1)) == [("192.168.1.21", 6667)]


def test_who_says_goodbye_is_gone(sightings):
    sightings.hear(PHYSICS, LAN)
    visit(sightings, 0)

    sightings.lose(PHYSICS.entry)

    assert sightings.shown() == ()


def test_who_goes_without_a_word_is_gone_after_two_visits(sightings):
    sightings.hear(PHYSICS, LAN)
    visit(sightings, 0)

    visit(sightings, SECONDS_BETWEEN_VISITS, answering=[])
    assert len(sightings.shown()) == 1
    visit(sightings, 2 * SECONDS_BETWEEN_VISITS, answering=[])

    assert sightings.shown() == ()


def test_who_answers_again_is_back(sightings):
    sightings.hear(PHYSICS, LAN)
    for turn in range(3):
        visit(sightings, turn * SECONDS_BETWEEN_VISITS, answering=[])

    visit(sightings, 3 * SECONDS_BETWEEN_VISITS)

    assert len(sightings.shown()) == 1


def test_the_address_that_answers_is_the_one_shown(sightings):
    sightings.hear(heard("twofold", addresses=["192.168.1.8", "192.168.1.9"]), LAN)

    visit(sightings, 0, answering=[("192.168.1.9", 6667)])

    assert sightings.shown()[0].host == "192.168.1.9"


def test_what_is_somewhere_in_the_internet_is_never_visited(sightings):
    sightings.hear(heard("forged", addresses=["8.8.8.8", "127.0.0.1", "10.0.0.1"]), LAN)

    assert sightings.due(0) == {}


def test_a_flood_of_forged_servers_is_bounded(sightings):
    for number in range(10 * MOST_HEARD):
        sightings.hear(
            heard(f"forged {number}", number % 60_000 + 1, ["192.168.1.66"]), LAN
        )

    for turn in range(100):
        visit(sightings, turn)
    visited = sightings.due(1_000_000)

    assert len(sightings.shown()) == MOST_SHOWN
    assert len(visited) <= MOST_AT_ONCE


def test_forged_servers_that_do_not_answer_make_way(sightings):
    for number in range(MOST_HEARD):
        sightings.hear(heard(f"forged {number}", number + 1, ["192.168.1.66"]), LAN)
    for turn in range(10):
        visit(sightings, 1 + turn, answering=[])

    sightings.hear(PHYSICS, LAN)
    visit(sightings, 12, answering=[PLACE])

    assert [it.told.name for it in sightings.shown()] == ["Physics 2b"]


def test_after_a_change_of_networks_all_are_visited_again(sightings):
    sightings.hear(PHYSICS, LAN)
    visit(sightings, 0)

    sightings.forget_visits()

    assert list(sightings.due(1)) == [PLACE]


def test_who_is_announced_elsewhere_again_and_again_is_not_visited_each_time(
    sightings,
):
    visits = 0
    for number in range(1, 100):
        forged = heard("forged", addresses=[f"192.168.1.{number}"])
        sightings.hear(forged, LAN)
        visits += len(sightings.due(number / 100))
        sightings.visited([forged.entry])

    assert visits == 1 + MOST_HURRIES


def test_who_says_goodbye_and_comes_again_all_the_time_is_not_visited_each_time(
    sightings,
):
    visits = 0
    for number in range(100):
        sightings.hear(PHYSICS, LAN)
        visits += len(sightings.due(number / 100))
        sightings.lose(PHYSICS.entry)

    assert visits == 1 + MOST_HURRIES


def test_who_was_away_for_a_moment_is_shown_at_once_when_he_is_back(sightings):
    sightings.hear(PHYSICS, LAN)
    visit(sightings, 0)
    sightings.lose(PHYSICS.entry)

    sightings.hear(PHYSICS, LAN)
    visit(sightings, 1)

    assert len(sightings.shown()) == 1


def test_a_computer_that_forges_hundreds_of_servers_hides_no_other_one(sightings):
    for number in range(MOST_HEARD):
        forged = heard(f"forged {number}", number + 1, ["192.168.1.66"])
        sightings.hear(forged, LAN)
    for turn in range(10):
        visit(sightings, turn)

    sightings.hear(PHYSICS, LAN)
    visit(sightings, 11)

    assert "Physics 2b" in [it.told.name for it in sightings.shown()]
    assert len(sightings.shown()) == MOST_SHOWN


def test_where_seldom_will_do_a_server_that_answers_is_left_alone(sightings):
    sightings.hear(PHYSICS, LAN)
    visit(sightings, 0)

    assert sightings.due(SECONDS_BETWEEN_VISITS, seldom=True) == {}
    assert list(sightings.due(SECONDS_WHERE_SELDOM, seldom=True)) == [PLACE]
