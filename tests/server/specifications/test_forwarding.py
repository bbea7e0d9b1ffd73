"""Channels that send those whom they do not let in to another (mode f).

Specification: https://modern.ircdocs.horse/#channel-modes
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import commands, lines


@pytest.fixture
def anna(chat):
    """An operator of #garden and of #shed, to which #garden forwards."""
    (anna,) = garden(chat, "anna")
    anna.ask("JOIN #shed", "MODE #garden +f #Shed")
    return anna


@pytest.mark.parametrize("change", ["+i", "+l 1", "+R"])
def test_who_is_not_let_in_comes_into_the_other(chat, anna, change):
    """https://modern.ircdocs.horse/#join-message"""
    anna.ask(f"MODE #garden {change}")

    answers = chat.join("bert").ask("JOIN #garden")

    assert lines(answers)[:2] == [
        (
            ":chatapp.local 470 bert #garden #shed "
            ":That channel did not take you; you come into this one."
        ),
        ":bert!bert@127.0.0.1 JOIN #shed",
    ]


@pytest.mark.parametrize(
    ("change", "numeric"), [("+b bert", "474"), ("+k sesame", "475")]
)
def test_who_is_banned_or_lacks_the_key_is_sent_nowhere(chat, anna, change, numeric):
    """https://modern.ircdocs.horse/#join-message"""
    anna.ask(f"MODE #garden {change}")

    assert commands(chat.join("bert").ask("JOIN #garden")) == [numeric]


def test_who_is_let_in_is_not_sent_on(chat, anna):
    """https://modern.ircdocs.horse/#join-message"""
    assert commands(chat.join("bert").ask("JOIN #garden"))[0] == "JOIN"


def test_the_mode_is_told_and_taken_away(anna):
    """https://modern.ircdocs.horse/#mode-message"""
    told = anna.ask("MODE #garden")[0]

    assert told.params[2:] == ("+ntf", "#shed")
    assert lines(anna.ask("MODE #garden -f")) == [
        ":anna!anna@127.0.0.1 MODE #garden -f"
    ]
    assert anna.ask("MODE #garden -f") == []


@pytest.mark.parametrize("target", ["#nowhere", "#garden", "shed"])
def test_there_must_be_another_channel(anna, target):
    """https://modern.ircdocs.horse/#errinvalidmodeparam-696"""
    assert commands(anna.ask(f"MODE #garden +f {target}")) == ["696"]


def test_only_an_operator_of_both_may_send_people_there(chat, anna):
    """https://modern.ircdocs.horse/#errchanoprivsneeded-482"""
    bert = chat.join("bert")
    bert.ask("JOIN #hut")
    anna.roundtrip()

    assert commands(anna.ask("MODE #garden +f #hut")) == ["482"]
