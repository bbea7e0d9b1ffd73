"""What people see of a newcomer whose address has a name."""

import pytest

from server.settings.operator_settings import OperatorSettings
from tests.server.raw_client import commands, lines

SECTIONS = {
    "server": {"lookup_hostnames": True},
    "operators": (OperatorSettings(name="anna", password="sesame"),),
}


@pytest.fixture
def look_up(mocker):
    """The system's look-up, by which this machine is called desk.example."""
    return mocker.patch(
        "server.network.host_names.confirmed_name", return_value="desk.example"
    )


@pytest.fixture
def chat(start_server, look_up):
    """A server that looks names up."""
    return start_server(**SECTIONS)


def told(answers, numeric):
    return [each.params[1:4] for each in answers if each.command == numeric]


def test_the_name_is_shown_instead_of_the_address(chat):
    anna, bert = chat.join("anna"), chat.join("bert")

    bert.ask("PRIVMSG #lobby :hello")
    heard = lines(anna.roundtrip())

    assert ":bert!bert@desk.example PRIVMSG #lobby hello" in heard
    assert told(anna.ask("WHOIS bert"), "311") == [("bert", "bert", "desk.example")]


def test_operators_are_told_the_address(chat):
    anna = chat.join("anna")
    anna.ask("OPER anna sesame")

    assert told(anna.ask("WHOIS anna"), "338")[0][:2] == ("anna", "127.0.0.1")


@pytest.mark.parametrize("mask", ["*!*@*.example", "*!*@127.0.0.*"])
def test_a_ban_may_name_either(chat, mask):
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #garden", f"MODE #garden +b {mask}")

    assert commands(bert.ask("JOIN #garden")) == ["474"]


@pytest.mark.parametrize("mask", ["bert!*@*.example", "bert!*@127.0.0.*"])
def test_a_server_ban_may_name_either(chat, mask):
    anna = chat.join("anna")
    anna.ask("OPER anna sesame", f"KLINE {mask} :spam")

    bert = chat.connect()
    bert.send("NICK bert", "USER bert 0 * :Bert")

    assert "465" in commands(bert.read_to_end())


def test_without_a_confirmed_name_the_address_is_shown(chat, look_up):
    look_up.return_value = None
    anna = chat.join("anna")

    assert told(anna.ask("WHOIS anna"), "311") == [("anna", "anna", "127.0.0.1")]


def test_nothing_is_looked_up_unless_it_is_wanted(start_server, look_up):
    anna = start_server().join("anna")

    assert told(anna.ask("WHOIS anna"), "311") == [("anna", "anna", "127.0.0.1")]
    assert not look_up.called
