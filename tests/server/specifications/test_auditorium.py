"""Auditoriums: who has no rank is seen by those only who have one (mode u).

Specification: https://modern.ircdocs.horse/#channel-modes
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import commands, lines


@pytest.fixture
def hall(chat):
    """Give an operator and two listeners in #garden, which is an auditorium."""
    clients = garden(chat, "anna")
    clients[0].ask("MODE #garden +u", "PART #lobby")
    clients += garden(chat, "bert", "carl")
    for client in clients:
        client.ask("PART #lobby")
    for client in clients:
        client.roundtrip()
    return clients


def names(client):
    return client.ask("NAMES #garden")[0].trailing.split()


def test_only_operators_see_who_listens(hall):
    """https://modern.ircdocs.horse/#names-message"""
    anna, bert, _carl = hall

    assert names(anna) == ["@anna", "bert", "carl"]
    assert names(bert) == ["@anna"]
    assert commands(anna.ask("WHO #garden")) == ["352"] * 3 + ["315"]
    assert commands(bert.ask("WHO #garden")) == ["352", "315"]


def test_only_operators_hear_who_comes_and_goes(chat, hall):
    """https://modern.ircdocs.horse/#join-message"""
    anna, bert, carl = hall

    own = carl.ask("PART #garden", "JOIN #garden", "NICK carlo")
    carl.send("QUIT")
    carl.read_to_end()

    assert commands(own) == ["PART", "JOIN", "353", "366", "NICK"]
    assert commands(anna.roundtrip()) == ["PART", "JOIN", "NICK", "QUIT"]
    assert bert.roundtrip() == []


def test_everybody_hears_what_is_said_and_of_who_has_a_rank(hall):
    """https://modern.ircdocs.horse/#privmsg-message"""
    anna, bert, carl = hall

    bert.ask("PRIVMSG #garden :hello")
    anna.ask("MODE #garden +v bert")
    bert.ask("PART #garden")

    assert lines(carl.roundtrip()) == [
        ":bert!bert@127.0.0.1 PRIVMSG #garden hello",
        ":anna!anna@127.0.0.1 MODE #garden +v bert",
        ":bert!bert@127.0.0.1 PART #garden",
    ]
