"""LIST by what channels are like.

Specification: https://modern.ircdocs.horse/#elist-parameter
"""

import pytest

from server.clock import Clock
from tests.server.raw_client import commands, lines
from tests.server.specifications.wall import Wall


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def anna(start_server, wall):
    """Somebody who is in #old, three minutes old with a topic, and #new with none."""
    chat = start_server(channels={"auto_join": ()}, clock=Clock(wall=wall))
    anna = chat.join("anna")
    anna.ask("JOIN #old", "TOPIC #old :Yesterday")
    wall.seconds += 180
    anna.ask("JOIN #new")
    bert = chat.join("bert")
    bert.ask("JOIN #new")
    anna.roundtrip()
    return anna


def listed(client, asked):
    answers = client.ask(f"LIST {asked}")
    assert commands(answers)[-1] == "323"
    return [each.params[1] for each in answers if each.command == "322"]


def test_all_five_kinds_of_conditions_are_said_to_be_known(chat):
    """https://modern.ircdocs.horse/#elist-parameter and #safelist-parameter"""
    client = chat.connect()
    client.send("NICK anna", "USER anna 0 * :Anna")

    tokens = [word for each in client.read_until("422") for word in each.params]

    assert {"ELIST=CMNTU", "SAFELIST"} < set(tokens)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (">1", ["#new"]),
        ("<2", ["#old"]),
        (">0", ["#old", "#new"]),
        ("<1", []),
        (">0,<2", ["#old"]),
    ],
)
def test_the_number_of_users_chooses(anna, asked, expected):
    """U: https://modern.ircdocs.horse/#elist-parameter"""
    assert listed(anna, asked) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("C>2", ["#old"]),
        ("C<2", ["#new"]),
        ("c<2", ["#new"]),
        ("C<0", []),
        ("C<10", ["#old", "#new"]),
    ],
)
def test_minutes_since_the_channel_was_opened_choose(anna, asked, expected):
    """C: https://modern.ircdocs.horse/#elist-parameter"""
    assert listed(anna, asked) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("T>2", ["#old"]), ("T<2", []), ("T<10", ["#old"]), ("T>0", ["#old"])],
)
def test_minutes_since_the_topic_was_set_choose(anna, asked, expected):
    """T: https://modern.ircdocs.horse/#elist-parameter"""
    assert listed(anna, asked) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("!*ew", ["#old"]),
        ("!#o*", ["#new"]),
        ("!#old", ["#new"]),
        ("!*", []),
        ("#*,!*old", ["#new"]),
        ("#new,#old,>1", ["#new"]),
        ("!", []),
    ],
)
def test_masks_can_be_turned_round_and_joined_with_numbers(anna, asked, expected):
    """N: https://modern.ircdocs.horse/#elist-parameter"""
    assert listed(anna, asked) == expected


@pytest.mark.parametrize("asked", ["", " #room", " >0", " C<5"])
def test_a_private_channel_is_listed_for_its_members_only(chat, asked):
    """https://modern.ircdocs.horse/#list-message"""
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #room", "MODE #room +p")

    assert "#room" in listed(anna, asked)
    assert "#room" not in listed(bert, asked)


def test_names_of_several_channels_end_with_one_line(anna):
    """https://modern.ircdocs.horse/#names-message"""
    assert lines(anna.ask("NAMES #new,#nowhere,#old")) == [
        ":chatapp.local 353 anna = #new :@anna bert",
        ":chatapp.local 353 anna = #old @anna",
        ":chatapp.local 366 anna #new,#nowhere,#old :End of NAMES.",
    ]
