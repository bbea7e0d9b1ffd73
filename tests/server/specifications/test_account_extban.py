"""Bans, exceptions and invitations that name accounts.

Specification: https://ircv3.net/specs/extensions/account-extban
"""

import pytest

from tests.server.account_holders import come_as, make_account
from tests.server.commands.rooms import garden
from tests.server.raw_client import commands


@pytest.fixture
def anna(chat):
    """The operator of #garden, where another has the account Bert."""
    make_account(chat, "Bert")
    (anna,) = garden(chat, "anna")
    return anna


def tokens(client):
    told = [each for each in client.ask("VERSION") if each.command == "005"]
    return {token for each in told for token in each.params}


def test_the_server_tells_how_such_masks_are_written(anna):
    """https://ircv3.net/specs/extensions/account-extban"""
    assert {"ACCOUNTEXTBAN=a", "EXTBAN=,am"} <= tokens(anna)


@pytest.mark.parametrize("mask", ["a:bert", "$a:BERT", "a:b*"])
def test_an_account_is_kept_out_under_every_nick(chat, anna, mask):
    """https://ircv3.net/specs/extensions/account-extban"""
    anna.ask(f"MODE #garden +b {mask}")

    assert commands(come_as(chat, "Bert", "Carl").ask("JOIN #garden")) == ["474"]
    assert "JOIN" in commands(chat.join("dora").ask("JOIN #garden"))


def test_an_account_is_excepted_from_a_ban(chat, anna):
    """https://ircv3.net/specs/extensions/account-extban"""
    anna.ask("MODE #garden +be *!*@* a:Bert")

    assert "JOIN" in commands(come_as(chat, "Bert").ask("JOIN #garden"))
    assert commands(chat.join("dora").ask("JOIN #garden")) == ["474"]


def test_an_account_needs_no_invitation(chat, anna):
    """https://ircv3.net/specs/extensions/account-extban"""
    anna.ask("MODE #garden +iI a:Bert")

    assert "JOIN" in commands(come_as(chat, "Bert").ask("JOIN #garden"))
    assert commands(chat.join("dora").ask("JOIN #garden")) == ["473"]
