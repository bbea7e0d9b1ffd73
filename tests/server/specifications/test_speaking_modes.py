"""Channel modes about who may say what, and who hears it: C, M, U; user mode R.

Specification: https://modern.ircdocs.horse/#channel-modes
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("\x01VERSION\x01", ["404"]),
        ("\x01ACTION waves\x01", []),
        ("hello", []),
    ],
)
def test_a_channel_without_ctcp_takes_only_actions(chat, text, answers):
    """https://modern.ircdocs.horse/#mode-message"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +C")
    bert.roundtrip()

    assert commands(bert.ask(f"PRIVMSG #garden :{text}")) == answers


def test_where_only_accounts_speak_a_guest_needs_a_voice(chat):
    """https://modern.ircdocs.horse/#errcannotsendtochan-404"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +M")
    bert.roundtrip()

    silenced = bert.ask("PRIVMSG #garden :hello?")
    anna.ask("MODE #garden +v bert")
    heard = bert.ask("PRIVMSG #garden :hello!")

    assert commands(silenced) == ["404"]
    assert commands(heard) == ["MODE"]


def test_where_operators_moderate_they_alone_hear_who_has_no_rank(chat):
    """https://modern.ircdocs.horse/#channel-modes"""
    people = garden(chat, "anna", "bert", "carl", capabilities=ALL_CAPABILITIES)
    anna, bert, carl = people
    anna.ask("MODE #garden +U")
    bert.roundtrip()
    carl.roundtrip()

    echo = bert.ask("PRIVMSG #garden :may I?")

    assert lines(echo) == [":bert!bert@127.0.0.1 PRIVMSG #garden :may I?"]
    assert lines(anna.roundtrip()) == lines(echo)
    assert carl.roundtrip() == []


def test_where_operators_moderate_everybody_hears_who_has_a_voice(chat):
    """https://modern.ircdocs.horse/#channel-modes"""
    anna, bert, carl = garden(chat, "anna", "bert", "carl")
    anna.ask("MODE #garden +Uv bert")
    bert.roundtrip()
    carl.roundtrip()

    bert.ask("PRIVMSG #garden :now I may")

    assert commands(anna.roundtrip()) == commands(carl.roundtrip()) == ["PRIVMSG"]


def test_a_guest_does_not_write_to_who_hears_only_accounts(chat):
    """https://modern.ircdocs.horse/#user-modes"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE anna +R")

    assert lines(bert.ask("PRIVMSG anna :hello?")) == [
        (
            ":chatapp.local 477 bert anna "
            ":Only who is signed in to an account may write to this user."
        )
    ]
    assert bert.ask("NOTICE anna :hello?") == []
    assert anna.roundtrip() == []


def test_who_is_accepted_may_write_until_he_is_no_more(chat):
    """https://modern.ircdocs.horse/#user-modes"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE anna +R", "ACCEPT bert")
    first = bert.ask("PRIVMSG anna :hello!")
    anna.ask("ACCEPT -bert")

    assert first == []
    assert commands(bert.ask("PRIVMSG anna :hello?")) == ["477"]
    assert commands(anna.ask("ACCEPT nobody")) == ["401"]


def test_who_was_written_to_may_answer(chat):
    """https://modern.ircdocs.horse/#user-modes"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE anna +R", "PRIVMSG bert :are you there?")
    bert.roundtrip()

    assert bert.ask("PRIVMSG anna :yes") == []
    assert commands(anna.roundtrip()) == ["PRIVMSG"]


@pytest.mark.parametrize(
    ("text", "answers"),
    [("\x01VERSION\x01", ["531"]), ("\x01ACTION waves\x01", []), ("hello", [])],
)
def test_who_wants_no_ctcp_gets_none(chat, text, answers):
    """https://modern.ircdocs.horse/#user-modes"""
    anna, bert = garden(chat, "anna", "bert")
    anna.ask("MODE anna +T")

    assert commands(bert.ask(f"PRIVMSG anna :{text}")) == answers
    assert len(anna.roundtrip()) == 1 - len(answers)
