"""WHOWAS.

Specification: https://modern.ircdocs.horse/#whowas-message
"""

import pytest

from server.clock import Clock
from server.world.past_users import PastUsers
from server.world.user import User
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines
from tests.server.specifications.wall import Wall


@pytest.fixture
def anna(start_server):
    """Somebody who knows that bert was here twice and carl once."""
    chat = start_server(clock=Clock(wall=Wall()))
    anna = chat.join("anna")
    for nick in ("bert", "carl", "bert"):
        client = chat.join(nick)
        client.send("QUIT")
        client.read_to_end()
    anna.roundtrip()
    return anna


def told(messages):
    return [each.params[1] for each in messages if each.command == "314"]


def test_what_was_known_is_told_with_the_time(anna):
    """https://modern.ircdocs.horse/#rplwhowasuser-314"""
    assert lines(anna.ask("WHOWAS carl")) == [
        ":chatapp.local 314 anna carl carl 127.0.0.1 * :The real carl",
        (
            ":chatapp.local 312 anna carl chatapp.local "
            ":Friday, 15 January 2027, 08:00:00 UTC"
        ),
        ":chatapp.local 369 anna carl :End of WHOWAS.",
    ]


@pytest.mark.parametrize(
    ("asked", "nicks"),
    [
        ("bert", ["bert", "bert"]),
        ("BERT", ["bert", "bert"]),
        ("bert 1", ["bert"]),
        ("bert 2", ["bert", "bert"]),
        ("bert 0", ["bert", "bert"]),
        ("bert -1", ["bert", "bert"]),
        ("carl,bert", ["bert", "carl", "bert"]),
        ("bert,carl 1", ["bert", "carl"]),
        ("bert 1 chatapp.local", ["bert"]),
    ],
)
def test_the_latest_is_told_first_and_no_more_than_asked(anna, asked, nicks):
    """https://modern.ircdocs.horse/#whowas-message"""
    answers = anna.ask(f"WHOWAS {asked}")

    assert told(answers) == nicks
    assert answers[-1].params[1] == asked.split()[0]


def test_a_nick_that_was_given_up_is_remembered(chat):
    """https://modern.ircdocs.horse/#whowas-message"""
    anna = chat.join("anna")
    anna.ask("NICK bea")

    assert told(anna.ask("WHOWAS anna")) == ["anna"]


def test_a_nick_that_nobody_had_is_said_so(chat):
    """https://modern.ircdocs.horse/#errwasnosuchnick-406"""
    anna = chat.join("anna")

    assert commands(anna.ask("WHOWAS nobody")) == ["406", "369"]
    assert commands(anna.ask("WHOWAS")) == ["431"]


def test_who_never_signed_in_is_not_remembered(chat):
    """https://modern.ircdocs.horse/#whowas-message"""
    anna, stranger = chat.join("anna"), chat.connect()
    stranger.send("NICK bert", "NICK carl", "QUIT")
    stranger.read_to_end()

    assert commands(anna.ask("WHOWAS bert,carl")) == ["406", "406", "369"]


def test_a_labelled_question_is_answered_in_one_batch(chat):
    """https://ircv3.net/specs/extensions/labeled-response"""
    anna = chat.join("anna", ALL_CAPABILITIES)

    assert commands(anna.ask("@label=1 WHOWAS nobody"))[0] == "BATCH"


def test_the_oldest_are_forgotten_first():
    """https://modern.ircdocs.horse/#whowas-message"""
    users = [User(str(number), "host", 0) for number in range(3)]
    past = PastUsers(limit=2)
    for user in users:
        user.take_nick(f"nick{user.id}")
        past.add(user, left_at=0)

    assert past.of("nick0") == ()
    assert [each.nick for each in past.of("nick2")] == ["nick2"]
