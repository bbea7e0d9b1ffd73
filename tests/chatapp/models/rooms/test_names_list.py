"""What happens while a channel's names are told counts, whichever comes first."""

import pytest

from chatapp.models.rooms import names_list
from chatapp.models.rooms.names_list import NamesList
from chatapp.models.rooms.roster import Roster
from chatapp.wire.modes import ModeTypes
from chatapp.wire.names import fold


@pytest.fixture
def roster():
    """A channel of which one name was told; the other names are still to come."""
    roster = Roster(fold)
    roster.open("#lobby")
    roster.list_member("#lobby", "noor", "")
    return roster


def finished(roster):
    """Give the nicks with their ranks, once all names were told."""
    roster.finish_list("#lobby")
    people = roster.people("#lobby", ModeTypes(), "noor")
    return [person.rank + person.nick for person in people]


def test_who_leaves_before_his_name_is_told_is_not_there(roster):
    roster.remove("#lobby", "ann")
    roster.remove_everywhere("Bob")

    for nick in ("ann", "bob"):
        roster.list_member("#lobby", nick, "o")

    assert finished(roster) == ["noor"]
    assert roster.person("ann") is None


def test_who_comes_back_before_his_name_is_told_is_there(roster):
    roster.remove("#lobby", "ann")
    roster.add("#lobby", "ann")
    roster.list_member("#lobby", "ann", "")

    assert finished(roster) == ["ann", "noor"]


def test_a_name_that_was_given_up_stands_for_the_new_one(roster):
    roster.rename("ann", "anna")
    roster.rename("anna", "Annika")
    roster.list_member("#lobby", "ann", "o")

    assert finished(roster) == ["@Annika", "noor"]


def test_who_leaves_under_a_new_nick_is_not_there(roster):
    roster.rename("ann", "anna")
    roster.remove_everywhere("anna")
    roster.list_member("#lobby", "ann", "")

    assert finished(roster) == ["noor"]


def test_a_nick_that_somebody_else_took_meanwhile_is_his(roster):
    roster.rename("ann", "anna")
    roster.rename("bob", "ann")
    roster.list_member("#lobby", "ann", "")
    roster.list_member("#lobby", "bob", "o")

    assert "@ann" in finished(roster)
    assert roster.person("bob") is None


def test_who_goes_while_the_channel_is_told_anew_is_gone(roster):
    roster.list_member("#lobby", "ann", "")
    roster.finish_list("#lobby")
    roster.list_member("#lobby", "noor", "")
    roster.remove("#lobby", "ann")
    roster.list_member("#lobby", "ann", "")

    assert finished(roster) == ["noor"]


def test_a_list_without_an_end_does_not_grow_for_ever(mocker):
    mocker.patch.object(names_list, "MOST_CHANGES", 3)
    listed = NamesList()

    for number in range(9):
        listed.go(f"gone{number}")
        listed.rename(f"old{number}", f"new{number}", f"new{number}")

    assert len(listed._now) <= 3
    assert len(listed._told_as) <= 3
