"""Who is in which channel."""

import pytest

from chatapp.models.entities import Person, Presence
from chatapp.models.rooms import roster as roster_module
from chatapp.models.rooms.roster import Roster
from chatapp.wire.modes import ModeTypes
from chatapp.wire.names import fold

TYPES = ModeTypes()


@pytest.fixture
def roster():
    roster = Roster(fold)
    roster.open("#lobby")
    roster.open("#tea")
    return roster


def nicks(roster, channel="#lobby"):
    return [person.nick for person in roster.people(channel, TYPES, "noor")]


def test_people_are_listed_by_rank_and_then_by_name(roster):
    for nick, modes in (("zoe", ""), ("Bob", "v"), ("ann", ""), ("Yan", "o")):
        roster.add("#lobby", nick, modes)

    assert nicks(roster) == ["Yan", "Bob", "ann", "zoe"]


def test_a_person_is_shown_with_rank_and_presence(roster):
    roster.add("#lobby", "noor", "ov")
    roster.person("noor").away = "Lunch"

    assert roster.people("#lobby", TYPES, "Noor") == [
        Person("noor", "@", Presence.AWAY, "Lunch", is_me=True)
    ]


def test_who_is_in_no_channel_any_more_is_forgotten(roster):
    roster.add("#lobby", "ann")
    roster.add("#tea", "ann")

    roster.remove("#lobby", "ANN")
    assert roster.person("ann")
    roster.close("#tea")

    assert roster.person("ann") is None
    assert roster.presence("ann") is None


def test_who_was_named_in_a_list_that_has_no_end_is_forgotten_too(roster):
    roster.list_member("#tea", "ann", "")
    roster.list_member("#lobby", "ann", "")

    roster.close("#tea")
    assert roster.person("ann")
    roster.open("#lobby")

    assert roster.person("ann") is None


def test_who_is_being_listed_elsewhere_is_not_forgotten(roster):
    roster.add("#lobby", "ann")
    roster.list_member("#tea", "ann", "")

    roster.remove("#lobby", "ann")
    roster.finish_list("#tea")

    assert nicks(roster, "#tea") == ["ann"]
    assert roster.person("ann")


def test_who_leaves_the_server_leaves_all_channels(roster):
    roster.add("#lobby", "ann")
    roster.add("#tea", "ann")

    assert roster.remove_everywhere("Ann") == ["#lobby", "#tea"]
    assert roster.person("ann") is None


def test_a_new_nick_keeps_rank_and_absence(roster):
    roster.add("#lobby", "ann", "o")
    roster.person("ann").away = "Lunch"

    assert roster.rename("ann", "Anna") == ["#lobby"]

    person = roster.people("#lobby", TYPES, "noor")[0]
    assert (person.nick, person.rank, person.presence) == ("Anna", "@", Presence.AWAY)


def test_a_list_of_names_replaces_who_was_there(roster):
    roster.add("#lobby", "ann")
    roster.list_member("#lobby", "bob", "v")
    assert nicks(roster) == ["ann"]

    roster.finish_list("#lobby")

    assert nicks(roster) == ["bob"]
    assert roster.person("ann") is None


def test_an_end_without_a_list_changes_nothing(roster):
    roster.add("#lobby", "ann")

    roster.finish_list("#lobby")

    assert nicks(roster) == ["ann"]


def test_unknown_channels_and_people_change_nothing(roster):
    assert roster.add("#other", "ann") is None
    assert not roster.remove("#other", "ann")
    assert roster.list_member("#other", "ann", "") is None
    assert roster.people("#other", TYPES, "noor") == []
    assert roster.rename("ann", "anna") == []
    roster.finish_list("#other")
    roster.set_mode("#lobby", "ann", "o", adding=True)
    roster.close("#other")

    assert roster.channels() == ["#lobby", "#tea"]


def test_there_is_a_limit_to_what_a_server_can_make_one_remember(mocker, roster):
    mocker.patch.object(roster_module, "MOST_MEMBERS", 3)
    for number in range(5):
        roster.add("#lobby", f"nick{number}")
        roster.list_member("#tea", f"nick{number}", "")
    roster.finish_list("#tea")

    assert len(nicks(roster)) == len(nicks(roster, "#tea")) == 3


def test_who_joins_while_names_are_told_is_in_the_room_afterwards(roster):
    roster.list_member("#lobby", "ann", "")
    roster.add("#lobby", "zoe", "")
    roster.list_member("#lobby", "bob", "")

    roster.finish_list("#lobby")

    assert nicks(roster) == ["ann", "bob", "zoe"]


def test_who_goes_while_names_are_told_is_not_there_afterwards(roster):
    roster.list_member("#lobby", "ann", "")
    roster.list_member("#lobby", "bob", "")

    assert roster.remove("#lobby", "ann")
    roster.finish_list("#lobby")

    assert nicks(roster) == ["bob"]
    assert roster.person("ann") is None


def test_a_new_nick_and_a_new_rank_hold_also_where_names_are_being_told(roster):
    roster.list_member("#lobby", "ann", "")
    roster.list_member("#lobby", "bob", "")

    assert roster.rename("ann", "anna") == ["#lobby"]
    roster.set_mode("#lobby", "bob", "o", adding=True)
    roster.finish_list("#lobby")

    assert nicks(roster) == ["bob", "anna"]


def test_a_nick_that_somebody_else_has_now_is_his_alone(roster):
    for nick, modes in (("ann", "o"), ("bob", "v")):
        roster.add("#lobby", nick, modes)
    roster.add("#tea", "bob")

    roster.rename("ann", "bob")

    assert roster.people("#lobby", TYPES, "noor") == [Person("bob", "@")]
    assert nicks(roster, "#tea") == []
    roster.remove("#lobby", "bob")
    assert roster.person("bob") is None


def test_who_is_told_twice_is_forgotten_once_he_is_gone(roster):
    roster.add("#lobby", "ann")
    roster.add("#lobby", "ann")
    for _ in range(2):
        roster.list_member("#lobby", "ann", "")
    roster.finish_list("#lobby")

    roster.remove("#lobby", "ann")

    assert roster.person("ann") is None


def test_leaving_a_large_room_takes_as_long_in_many_rooms_as_in_few(roster, mocker):
    for number in range(50):
        roster.open(f"#room{number}")
        roster.add("#tea", f"nick{number}")
    looked = mocker.patch.object(
        roster_module.Channel, "__contains__", autospec=True, return_value=False
    )

    roster.close("#tea")

    assert roster.person("nick0") is None
    assert looked.call_count == 0
