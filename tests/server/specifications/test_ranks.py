"""Ranks in a channel: founder, protected, operator, half-operator, voice.

Specification: https://modern.ircdocs.horse/#channel-membership-prefixes
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import commands, lines


@pytest.mark.parametrize(
    ("by", "letter", "is_allowed"),
    [
        ("o", "o", True),
        ("o", "h", True),
        ("o", "v", True),
        ("o", "a", False),
        ("o", "q", False),
        ("h", "v", True),
        ("h", "h", False),
        ("h", "o", False),
    ],
)
def test_each_rank_gives_what_is_not_above_it(chat, by, letter, is_allowed):
    """https://modern.ircdocs.horse/#mode-message"""
    anna, bert, carl = garden(chat, "anna", "bert", "carl")
    anna.ask(f"MODE #garden +{by} bert")
    carl.roundtrip()
    bert.roundtrip()

    answers = bert.ask(f"MODE #garden +{letter} carl")

    assert commands(answers) == ["MODE" if is_allowed else "482"]


def test_anybody_can_step_down(chat):
    """https://modern.ircdocs.horse/#mode-message"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +h bert")
    bert.roundtrip()

    assert commands(bert.ask("MODE #garden -h bert")) == ["MODE"]
    assert commands(bert.ask("MODE #garden -h bert")) == ["482"]


def test_who_is_above_is_not_put_out(chat):
    """https://modern.ircdocs.horse/#kick-message"""
    anna, bert, carl = garden(chat, "anna", "bert", "carl")
    anna.ask("MODE #garden +h bert")
    bert.roundtrip()

    refused = bert.ask("KICK #garden anna")
    obeyed = bert.ask("KICK #garden carl")

    assert lines(refused) == [
        (
            ":chatapp.local 482 bert #garden "
            ":Your rank in this channel is not high enough for that."
        )
    ]
    assert commands(obeyed) == ["KICK"]
    assert carl.roundtrip()[-1].command == "KICK"


def test_a_half_operator_may_change_the_channel(chat):
    """https://modern.ircdocs.horse/#halfop-prefix"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +h bert")
    bert.roundtrip()

    answers = bert.ask("TOPIC #garden :Pears", "MODE #garden +m", "NAMES #garden")

    assert commands(answers) == ["TOPIC", "MODE", "353", "366"]
    assert answers[-2].trailing == "@anna %bert"
