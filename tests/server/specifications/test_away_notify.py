"""Who goes away, and who comes back.

Specification: https://ircv3.net/specs/extensions/away-notify
"""

from tests.server.commands.rooms import garden
from tests.server.raw_client import lines


def test_who_shares_a_channel_hears_who_goes_away_and_comes_back(chat):
    """https://ircv3.net/specs/extensions/away-notify"""
    anna, bert = garden(chat, "anna", "bert", capabilities="away-notify")

    anna.ask("AWAY :at lunch", "AWAY")

    assert lines(bert.roundtrip()) == [
        ":anna!anna@127.0.0.1 AWAY :at lunch",
        ":anna!anna@127.0.0.1 AWAY",
    ]


def test_who_does_not_ask_for_it_hears_nothing(chat):
    """https://ircv3.net/specs/extensions/away-notify"""
    anna, bert = garden(chat, "anna", "bert")

    anna.ask("AWAY :at lunch")

    assert bert.roundtrip() == []


def test_who_comes_in_while_away_is_told_of(chat):
    """https://ircv3.net/specs/extensions/away-notify"""
    (bert,) = garden(chat, "bert", capabilities="away-notify")
    anna = chat.join("anna")
    anna.ask("AWAY :at lunch")
    bert.roundtrip()

    anna.ask("JOIN #garden")

    assert lines(bert.roundtrip()) == [
        ":anna!anna@127.0.0.1 JOIN #garden",
        ":anna!anna@127.0.0.1 AWAY :at lunch",
    ]


def test_who_shares_two_channels_hears_it_once(chat):
    """https://ircv3.net/specs/extensions/away-notify"""
    anna, bert = garden(chat, "anna", "bert", capabilities="away-notify")
    anna.ask("JOIN #orchard")
    bert.ask("JOIN #orchard")

    anna.ask("AWAY :at lunch")

    assert lines(bert.roundtrip()) == [":anna!anna@127.0.0.1 AWAY :at lunch"]
