"""MODE b. Specification: https://modern.ircdocs.horse/#ban-channel-mode"""

import pytest

from server.clock import Clock
from tests.server.commands.rooms import garden
from tests.server.raw_client import commands, lines

ANNA = ":anna!anna@127.0.0.1"
NOON = 1_800_000_000


def test_bans_are_listed_with_who_made_them_and_when(start_server):
    chat = start_server(clock=Clock(wall=lambda: NOON))
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +bb carl *@*.example")

    answers = bert.ask("MODE #garden b")

    assert lines(answers)[1:] == [
        f":chatapp.local 367 bert #garden carl!*@* anna!anna@127.0.0.1 {NOON}",
        f":chatapp.local 367 bert #garden *!*@*.example anna!anna@127.0.0.1 {NOON}",
        ":chatapp.local 368 bert #garden :End of the list of bans.",
    ]


@pytest.mark.parametrize("query", ["b", "+b", "-b", "+bbb"])
def test_the_bans_can_be_asked_for_by_everybody(chat, query):
    garden(chat, "anna")
    bert = chat.join("bert")

    assert commands(bert.ask(f"MODE #garden {query}")) == ["368"]


def test_a_ban_is_told_as_it_was_completed(chat):
    anna, bert = garden(chat, "anna", "bert")

    anna.ask("MODE #garden +b carl", "MODE #garden -b CARL")

    assert lines(bert.roundtrip()) == [
        f"{ANNA} MODE #garden +b carl!*@*",
        f"{ANNA} MODE #garden -b carl!*@*",
    ]
    assert commands(bert.ask("MODE #garden b")) == ["368"]


def test_the_same_ban_twice_is_one(chat):
    (anna,) = garden(chat, "anna")

    answers = anna.ask("MODE #garden +b carl", "MODE #garden +b Carl!*@*")

    assert len(answers) == 1


def test_a_full_list_takes_no_more_bans(start_server):
    chat = start_server(limits={"list_mode_entries": 2})
    (anna,) = garden(chat, "anna")

    answers = anna.ask("MODE #garden +bbb one two three")

    assert lines(answers) == [
        (
            ":chatapp.local 478 anna #garden three!*@* "
            ":This list is full. Remove an entry first."
        ),
        f"{ANNA} MODE #garden +bb one!*@* two!*@*",
    ]
