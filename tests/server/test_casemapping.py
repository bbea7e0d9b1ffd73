"""A server compares all names as its settings have it, and says how."""

import pytest

from server.settings.operator_settings import OperatorSettings
from server.storage.schema import UnusableStorage
from tests.server.account_holders import come_as, make_account
from tests.server.raw_client import commands
from tests.server.specifications.test_isupport import tokens

RFC1459 = {"server": {"casemapping": "rfc1459"}}
ASCII = {"server": {"casemapping": "ascii"}}


@pytest.mark.parametrize("casemapping", ["precis", "ascii", "rfc1459"])
def test_the_casemapping_is_told(start_server, casemapping):
    """https://modern.ircdocs.horse/#casemapping-parameter"""
    chat = start_server(server={"casemapping": casemapping})

    assert tokens(chat.join("anna"))["CASEMAPPING"] == casemapping


@pytest.mark.parametrize(("sections", "answer"), [(RFC1459, ["433"]), (ASCII, [])])
def test_nicks_are_compared_so(start_server, sections, answer):
    chat = start_server(**sections)
    chat.join("anna[")

    assert commands(chat.connect().ask("NICK ANNA{")) == answer


@pytest.mark.parametrize(("sections", "hears"), [(RFC1459, ["JOIN"]), (ASCII, [])])
def test_channels_are_compared_so(start_server, sections, hears):
    chat = start_server(**sections)
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #F]|oo{")

    bert.ask("JOIN #f}\\oo[")

    assert commands(anna.roundtrip()) == hears


def test_who_is_watched_is_found_so(start_server):
    chat = start_server(**RFC1459)
    anna = chat.join("anna")
    anna.ask("MONITOR + bert[", "MONITOR + carl", "PART #lobby")

    bert = chat.join("BERT{")
    bert.ask("NICK bert[", "NICK carl")

    assert commands(anna.roundtrip()) == ["730", "731", "730"]


def test_whom_a_ban_describes_is_kept_out_so(start_server):
    chat = start_server(**RFC1459)
    anna, bert = chat.join("anna"), chat.join("BERT{")
    anna.ask("JOIN #garden", "MODE #garden +b bert[!*@*", "MODE #garden +b BERT{")

    assert commands(bert.ask("JOIN #garden")) == ["474"]
    assert commands(anna.ask("MODE #garden b")) == ["367", "368"]


def test_a_server_ban_is_found_and_lifted_so(start_server):
    chat = start_server(
        **RFC1459, operators=(OperatorSettings(name="anna", password="sesame"),)
    )
    anna = chat.join("anna")
    anna.ask("OPER anna sesame", "KLINE bert[!*@* :spam")

    refused = chat.connect()
    refused.send("NICK BERT{", "USER b 0 * :Bert")
    refused.read_to_end()
    anna.ask("UNKLINE BERT{!*@*")

    assert chat.join("BERT{").nick == "BERT{"


def said_in(messages):
    return [each.trailing for each in messages if each.command == "PRIVMSG"]


def test_accounts_and_what_they_said_are_found_so_after_a_restart(start_server):
    chat = start_server(**RFC1459)
    for account in ("anna[", "bert["):
        make_account(chat, account)
    anna = come_as(chat, "ANNA{")
    come_as(chat, "bert[")
    anna.ask("JOIN #f[", "PRIVMSG #f[ :roses", "PRIVMSG bert[ :tulips")
    chat.stop()

    anna = come_as(start_server(**RFC1459), "Anna[", "", "draft/chathistory")
    anna.ask("JOIN #F{")

    assert said_in(anna.ask("CHATHISTORY LATEST #F{ * 10")) == ["roses"]
    assert said_in(anna.ask("CHATHISTORY LATEST BERT{ * 10")) == ["tulips"]


def test_whose_messages_are_searched_for_is_found_so(start_server):
    anna = start_server(**RFC1459).join("anna[", "soju.im/search batch message-tags")
    anna.ask("PRIVMSG #lobby :roses")

    assert said_in(anna.ask("SEARCH from=ANNA{;in=#lobby")) == ["roses"]


def test_a_nick_beyond_ascii_is_refused_with_a_sentence(start_server):
    chat = start_server(**ASCII)

    (refusal,) = chat.connect().ask("NICK Änna")

    assert refusal.command == "432"
    assert refusal.trailing.startswith("This server takes usernames of plain letters")


def test_a_channel_may_have_any_letters_and_is_compared_by_those_of_ascii(
    start_server,
):
    chat = start_server(**ASCII)
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #Änna")

    bert.ask("JOIN #änna", "JOIN #ÄNNA")

    assert commands(anna.roundtrip()) == ["JOIN"]


def test_a_history_of_another_casemapping_is_refused_at_the_start(start_server):
    chat = start_server()
    chat.join("anna").ask("PRIVMSG #lobby :hello")
    chat.stop()

    with pytest.raises(UnusableStorage, match="compared by “precis”"):
        start_server(**ASCII)

    assert start_server().join("anna").nick == "anna"
