"""Messages to members with certain ranks.

Specification: https://modern.ircdocs.horse/#statusmsg-parameter
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines


def test_only_members_with_the_rank_hear_it(chat):
    """https://modern.ircdocs.horse/#statusmsg-parameter"""
    anna, bert, carl = garden(chat, "anna", "bert", "carl")
    anna.ask("MODE #garden +o bert")
    bert.roundtrip()
    carl.roundtrip()

    assert anna.ask("PRIVMSG @#garden :among us") == []
    assert lines(bert.roundtrip()) == [
        ":anna!anna@127.0.0.1 PRIVMSG @#garden :among us"
    ]
    assert carl.roundtrip() == []


@pytest.mark.parametrize(
    ("target", "is_heard"),
    [("+#garden", True), ("%#garden", False), ("@+#garden", True), ("~#garden", False)],
)
def test_the_lowest_rank_that_is_named_counts(chat, target, is_heard):
    """https://modern.ircdocs.horse/#statusmsg-parameter"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +v bert")
    bert.roundtrip()

    anna.ask(f"NOTICE {target} :psst")

    assert commands(bert.roundtrip()) == (["NOTICE"] if is_heard else [])


def test_who_has_no_rank_may_write_to_operators_and_gets_the_echo(chat):
    """https://ircv3.net/specs/extensions/echo-message"""
    anna, bert = garden(chat, "anna", "bert", capabilities=ALL_CAPABILITIES)

    echo = bert.ask("@label=1 PRIVMSG @#garden :help!")
    heard = anna.roundtrip()

    assert lines(echo) == lines(heard)
    assert echo[0].tags["msgid"] == heard[0].tags["msgid"]
    assert echo[0].tags["label"] == "1"


def test_it_does_not_stand_in_the_history_of_all(chat):
    """https://ircv3.net/specs/extensions/chathistory"""
    anna, bert = garden(chat, "anna", "bert", capabilities=ALL_CAPABILITIES)
    anna.ask("PRIVMSG @#garden :among us", "PRIVMSG #garden :to all")
    bert.roundtrip()

    page = bert.ask("CHATHISTORY LATEST #garden * 10")

    assert [each.trailing for each in page[1:-1]] == ["to all"]


def test_who_may_not_speak_may_not_write_to_operators(chat):
    """https://modern.ircdocs.horse/#errcannotsendtochan-404"""
    garden(chat, "anna")
    bert = chat.join("bert")

    assert commands(bert.ask("PRIVMSG @#garden :let me in")) == ["404"]


def test_the_server_says_for_which_ranks(chat):
    """https://modern.ircdocs.horse/#statusmsg-parameter"""
    anna = chat.join("anna")

    tokens = {word for each in anna.ask("VERSION") for word in each.params}

    assert "STATUSMSG=~&@%+" in tokens
