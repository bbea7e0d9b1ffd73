"""Bans, exceptions, invitations for good, and masks of accounts and of silence.

Specification: https://modern.ircdocs.horse/#channel-modes
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import commands, lines


def join(chat, nick):
    return commands(chat.join(nick).ask("JOIN #garden"))[0]


def test_an_exception_lets_in_who_would_be_banned(chat):
    """https://modern.ircdocs.horse/#ban-exception-channel-mode"""
    (anna,) = garden(chat, "anna")
    anna.ask("MODE #garden +b *!*@*", "MODE #garden +e bert!*@*")

    assert join(chat, "bert") == "JOIN"
    assert join(chat, "carl") == "474"


def test_who_is_expected_needs_no_invitation(chat):
    """https://modern.ircdocs.horse/#invite-exception-channel-mode"""
    (anna,) = garden(chat, "anna")
    anna.ask("MODE #garden +iI bert!*@*")

    assert join(chat, "bert") == "JOIN"
    assert join(chat, "carl") == "473"


def test_an_operators_invitation_undoes_a_ban_once(chat):
    """https://modern.ircdocs.horse/#invite-message"""
    (anna,) = garden(chat, "anna")
    bert = chat.join("bert")
    anna.ask("MODE #garden +b bert", "INVITE bert #garden")
    bert.roundtrip()

    assert commands(bert.ask("JOIN #garden")) == ["JOIN", "353", "366"]
    assert commands(bert.ask("PART #garden", "JOIN #garden")) == ["PART", "474"]


@pytest.mark.parametrize(("change", "numeric"), [("+b carl", "474"), ("+l 1", "471")])
def test_a_members_invitation_undoes_neither_a_ban_nor_a_limit(chat, change, numeric):
    """https://modern.ircdocs.horse/#invite-message"""
    anna, bert = garden(chat, "anna", "bert")
    carl = chat.join("carl")
    anna.ask(f"MODE #garden {change}")
    bert.ask("INVITE carl #garden")
    carl.roundtrip()

    assert commands(carl.ask("JOIN #garden")) == [numeric]


def test_an_operators_invitation_lets_past_a_limit_once(chat):
    """https://modern.ircdocs.horse/#client-limit-channel-mode"""
    (anna,) = garden(chat, "anna")
    bert = chat.join("bert")
    anna.ask("MODE #garden +l 1", "INVITE bert #garden")
    bert.roundtrip()

    assert commands(bert.ask("JOIN #garden")) == ["JOIN", "353", "366"]
    assert commands(bert.ask("PART #garden", "JOIN #garden")) == ["PART", "471"]


@pytest.mark.parametrize(
    ("letter", "entry", "end"), [("e", "348", "349"), ("I", "346", "347")]
)
def test_only_operators_read_who_is_excepted(chat, letter, entry, end):
    """https://modern.ircdocs.horse/#rplexceptlist-348 and #rplinvexlist-346"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask(f"MODE #garden +{letter} carl")
    bert.roundtrip()

    told, last = anna.ask(f"MODE #garden +{letter}")

    assert (told.command, last.command) == (entry, end)
    assert told.params[1:4] == ("#garden", "carl!*@*", "anna!anna@127.0.0.1")
    assert commands(bert.ask(f"MODE #garden {letter}")) == ["482"]


def test_a_mute_forbids_to_speak_and_not_to_come(chat):
    """https://modern.ircdocs.horse/#extban-parameter"""
    (anna,) = garden(chat, "anna")
    anna.ask("MODE #garden +b m:BERT!*@*")
    bert = chat.join("bert")

    assert commands(bert.ask("JOIN #garden"))[0] == "JOIN"
    assert commands(bert.ask("PRIVMSG #garden :hello?")) == ["404"]
    assert lines(bert.ask("MODE #garden b"))[0].split()[4] == "m:BERT!*@*"


@pytest.mark.parametrize(
    "change",
    ["+v bert", "-b m:bert!*@*", "+e m:*!~bert@*", "+e bert", "+e $m:bert"],
)
def test_a_mute_ends_with_a_voice_or_an_exception(chat, change):
    """https://modern.ircdocs.horse/#extban-parameter"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +b m:bert")
    anna.ask(f"MODE #garden {change}")
    bert.roundtrip()

    assert commands(bert.ask("PRIVMSG #garden :hello!")) == []


def test_a_mask_of_an_account_describes_no_guest(chat):
    """https://ircv3.net/specs/extensions/account-extban"""
    (anna,) = garden(chat, "anna")
    anna.ask("MODE #garden +b $a:bert")

    assert lines(anna.ask("MODE #garden b"))[0].split()[4] == "a:bert"
    assert join(chat, "bert") == "JOIN"


@pytest.mark.parametrize("mask", ["m:", "a:", "m:a:", "m:m:bert", "$"])
def test_a_mask_that_describes_nobody_is_refused(chat, mask):
    """https://modern.ircdocs.horse/#errinvalidmodeparam-696"""
    (anna,) = garden(chat, "anna")

    assert commands(anna.ask(f"MODE #garden +b {mask}")) == ["696"]
