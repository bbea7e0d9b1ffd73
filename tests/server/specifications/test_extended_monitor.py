"""What else is told of nicks that one watches.

Specification: https://ircv3.net/specs/extensions/extended-monitor
"""

import pytest

from tests.server.raw_client import lines
from tests.server.specifications.happenings import log_in


def watch(chat, capabilities):
    anna = chat.join("anna", capabilities)
    anna.ask("PART #lobby", "MONITOR + bert")
    bert = chat.join("bert")
    anna.roundtrip()
    return anna, bert


@pytest.mark.parametrize(
    ("capability", "command", "heard"),
    [
        ("away-notify", "AWAY :at lunch", "AWAY :at lunch"),
        ("away-notify", "AWAY :", None),
        ("setname", "SETNAME :Bert B.", "SETNAME :Bert B."),
    ],
)
def test_a_watcher_hears_what_he_asked_for(chat, capability, command, heard):
    """https://ircv3.net/specs/extensions/extended-monitor#description"""
    anna, bert = watch(chat, f"extended-monitor {capability}")

    bert.ask(command)

    expected = [f":bert!bert@127.0.0.1 {heard}"] if heard else []
    assert lines(anna.roundtrip()) == expected


def test_a_watcher_hears_of_an_account(chat):
    """https://ircv3.net/specs/extensions/extended-monitor#description"""
    anna, _bert = watch(chat, "extended-monitor account-notify")

    log_in(chat, "bert", "Bertram")

    assert lines(anna.roundtrip()) == [":bert!bert@127.0.0.1 ACCOUNT Bertram"]


@pytest.mark.parametrize(
    "capabilities", ["extended-monitor", "away-notify setname account-notify"]
)
def test_a_watcher_hears_nothing_without_both_capabilities(chat, capabilities):
    """https://ircv3.net/specs/extensions/extended-monitor#description"""
    anna, bert = watch(chat, capabilities)

    bert.ask("AWAY :at lunch", "SETNAME :Bert B.")
    log_in(chat, "bert", "Bertram")

    assert anna.roundtrip() == []


def test_who_shares_a_channel_too_hears_it_once(chat):
    """https://ircv3.net/specs/extensions/extended-monitor#description"""
    anna, bert = watch(chat, "extended-monitor away-notify setname")
    anna.ask("JOIN #lobby")

    bert.ask("AWAY :at lunch", "SETNAME :Bert B.")

    assert [each.command for each in anna.roundtrip()] == ["AWAY", "SETNAME"]
