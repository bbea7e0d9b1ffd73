"""AWAY before signing in.

Specification: https://ircv3.net/specs/extensions/pre-away
"""

from tests.server.raw_client import commands


def test_who_asked_for_it_can_be_away_from_the_first_moment(chat):
    """https://ircv3.net/specs/extensions/pre-away#implementation"""
    anna, bert = chat.join("anna", "away-notify"), chat.connect()
    bert.send("CAP REQ draft/pre-away", "AWAY *", "NICK bert", "USER bert 0 * :Bert")
    bert.send("CAP END")
    answers = bert.read_until("422")

    heard = anna.roundtrip()
    told = [each for each in anna.ask("WHOIS bert") if each.command == "301"]
    assert "306" in commands(answers)
    assert commands(heard) == ["JOIN", "AWAY"]
    assert told[0].trailing == "*"


def test_without_the_capability_it_needs_signing_in(chat):
    """https://ircv3.net/specs/extensions/pre-away#implementation"""
    client = chat.connect()

    assert commands(client.ask("AWAY :at lunch")) == ["451"]
