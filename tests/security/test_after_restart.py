"""What a restart of the server gives to others: nothing that an account had."""

import pytest

from tests.server.account_holders import come_as, make_account, prove
from tests.server.raw_client import commands


@pytest.fixture
def begin(start_server):
    """Start a server, anew with what the last one has kept."""
    return lambda: start_server(accounts={"scram_iterations": 4096})


@pytest.fixture
def later(begin):
    """A server that begins again; anna, by another nick, had looked after #garden."""
    chat = begin()
    make_account(chat, "anna")
    founder = chat.join("founder")
    founder.ask("JOIN #garden")
    come_as(chat, "anna", nick="nora").ask("JOIN #garden")
    founder.ask("MODE #garden +o nora", "MODE #garden +ik sesame")
    chat.stop()
    return begin()


def told_to(client):
    return client.ask("JOIN #garden")


def test_a_guest_with_nick_and_address_of_an_account_has_nothing_of_it(later):
    guest = later.connect()
    guest.send("NICK nora", "USER nora 0 * :The real anna")
    guest.read_until("422")

    assert commands(told_to(guest))[-1] == "475"


def test_the_account_has_it_again(later):
    names = [
        each.trailing
        for each in told_to(come_as(later, "anna", nick="nora"))
        if each.command == "353"
    ]

    assert names[-1] == "@nora"


def test_who_signs_in_meanwhile_is_known_by_the_account_then(begin):
    chat = begin()
    make_account(chat, "anna")
    nora = chat.join("nora")
    nora.ask("JOIN #garden", "MODE #garden +i")
    assert "903" in commands(prove(nora, "anna"))
    chat.stop()

    assert "366" in commands(told_to(come_as(begin(), "anna", nick="nora")))


def test_who_signs_out_meanwhile_is_known_as_a_guest_then(begin):
    chat = begin()
    make_account(chat, "anna")
    nora = come_as(chat, "anna", nick="nora")
    nora.ask("JOIN #garden", "MODE #garden +i", "NS LOGOUT")
    chat.stop()

    assert "366" in commands(told_to(begin().join("nora")))
