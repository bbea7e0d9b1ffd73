"""The people rail, by keyboard and by mouse."""

import pytest

from chatapp.models.entities import (
    PeopleGroup,
    Person,
    Presence,
)
from chatapp.views.rails.roster_list import RosterList
from tests.chatapp.views.content import GROUPS
from tests.chatapp.views.rail_reading import HOSTILE_NAME, click, place_of, press, texts


@pytest.fixture
def roster(place, look, settle) -> RosterList:
    rail = RosterList(place, look)
    rail.pack(side="left", fill="y")
    rail.configure(width=220)
    rail.pack_propagate(False)
    rail.show_people(GROUPS)
    settle()
    return rail


def test_hostile_names_of_people_are_drawn_on_one_line(roster, settle):
    person = Person(HOSTILE_NAME, status=HOSTILE_NAME * 50)

    roster.show_people([PeopleGroup(HOSTILE_NAME, (person,))])
    settle()

    assert all("\n" not in it and "\u202e" not in it for it in texts(roster))


def test_people_stand_in_their_groups_with_what_they_do(roster):
    assert texts(roster) == [
        "ONLINE — 2",
        "Ada",
        "Moderator",
        "Noor",
        "You",
        "AWAY — 1",
        "Lena",
        "At lunch",
    ]


def test_somebody_away_without_words_is_said_to_be_away(roster, settle):
    away = Person("Lena", presence=Presence.AWAY)
    roster.show_people([PeopleGroup("Away", (away,))])
    settle()

    assert texts(roster)[2] == "Away"


def test_a_click_chooses_a_person(roster, settle):
    chosen = []
    roster.on_choose = chosen.append

    click(roster, "Ada", settle)

    assert chosen == ["Ada"]


def test_whom_one_ignores_looks_so(roster, settle):
    ignored = Person("Troll", status="Look at me", is_ignored=True)
    roster.show_people([PeopleGroup("Here", (ignored,))])
    settle()

    assert texts(roster) == ["HERE — 1", "Troll", "Ignored"]


@pytest.fixture
def searched(roster, settle) -> list[str]:
    found: list[str] = []
    roster.on_search = found.append
    roster.show_search(visible=True)
    settle()
    return found


def test_one_searches_by_typing_in_the_list(roster, searched, settle):
    roster.canvas.focus_force()
    settle()

    press(roster, "<a>", settle)

    assert searched == ["a"]
    assert roster.focus_get() is roster.search.entry


def test_enter_chooses_the_first_who_is_found_and_escape_finds_all(
    roster, searched, settle
):
    chosen = []
    roster.on_choose = chosen.append
    roster.search.fill("ad")
    roster.search.entry.focus_force()
    settle()

    for key in ("<Return>", "<Escape>"):
        roster.search.entry.event_generate(key)
        settle()

    assert chosen == ["Ada"]
    assert searched == ["ad", ""]


def test_down_leads_from_the_field_into_the_list(roster, searched, settle):
    roster.search.entry.focus_force()
    settle()

    roster.search.entry.event_generate("<Down>")
    settle()

    assert roster.focus_get() is roster.canvas


def test_a_search_that_is_taken_away_is_empty(roster, searched, settle):
    roster.search.fill("ad")

    roster.show_search(visible=False)
    settle()

    assert searched == ["ad", ""]
    assert not roster.search.winfo_ismapped()


def test_of_five_thousand_people_only_some_are_drawn(roster, settle):
    many = tuple(Person(f"person{number}") for number in range(5_000))
    roster.show_people([PeopleGroup("Here", many)])
    settle()
    roster.canvas.focus_force()

    press(roster, "<End>", settle)

    assert "person4999" in texts(roster)
    assert len(roster.canvas.find_all()) < 100


def test_a_name_that_is_cut_is_told_whole_under_the_pointer(roster, settle):
    long = "Bartholomew_of_the_very_long_name"
    roster.show_people([PeopleGroup("Here", (Person("Ada"), Person(long)))])
    settle()

    assert (roster.tip_of(long), roster.tip_of("Ada")) == (long, "")


def test_of_whom_nothing_is_known_the_name_alone_stands_in_the_middle(roster, settle):
    unknown = Person("Bo", presence=Presence.UNKNOWN)
    roster.show_people([PeopleGroup("Here", (Person("Ada"), unknown))])
    settle()

    (_, ada), (_, online) = place_of(roster, "Ada"), place_of(roster, "Online")
    (_, bo), height = place_of(roster, "Bo"), roster.pixels(44)
    assert texts(roster).count("Online") == 1
    assert ada < online < bo
    assert bo - ada > height


def test_emoji_in_what_somebody_does_are_pictures(roster, settle) -> None:
    roster.show_people([PeopleGroup("", (Person("Ada", status="🍕 lunch 🎉"),))])
    settle()
    canvas = roster.canvas
    images = [it for it in canvas.find_all() if canvas.type(it) == "image"]

    assert " lunch " in texts(roster)
    assert len(images) == 3  # with the avatar


def test_no_second_letter_lies_under_the_dot_of_presence(look):
    of_name = ("#336699", "#ffffff", "#000000", "#00ff00")

    whole, first = (look.pictures.avatar(it, 32, *of_name) for it in ("Ada", "A"))

    assert whole is first
