"""WHO with fields.

Specification: https://ircv3.net/specs/extensions/whox
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines


@pytest.mark.parametrize(
    "fields", ["tcuihsnfdlaor", "roaldfnshiuct", "tcuihsnfdlaorxz"]
)
def test_all_fields_are_told_in_their_order(chat, fields):
    """https://ircv3.net/specs/extensions/whox#rpl_whospcrpl-354-numeric-reply"""
    anna, _bert = garden(chat, "anna", "bert")

    answers = anna.ask(f"WHO #garden %{fields},123")

    assert lines(answers)[-2] in [
        ":chatapp.local 354 anna 123 #garden bert 127.0.0.1 127.0.0.1 chatapp.local "
        f"bert H 0 {idle} 0 n/a :The real bert"
        for idle in range(30)
    ]
    assert commands(answers) == ["354", "354", "315"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("%tn,7", "7 bert"),
        ("%n", "bert"),
        ("%tn", "bert"),
        ("%tn,1234", "bert"),
        ("%nr", "bert :The real bert"),
        ("%cf", "* H"),
    ],
)
def test_only_what_is_asked_for_is_told(chat, asked, told):
    """https://ircv3.net/specs/extensions/whox#extended-who-command"""
    anna, _bert = garden(chat, "anna", "bert")

    answers = anna.ask(f"WHO bert {asked}")

    assert lines(answers)[0] == f":chatapp.local 354 anna {told}"
    assert answers[-1].params[1] == "bert"


def test_only_operators_of_the_server_are_told_where_that_is_asked(chat):
    """https://modern.ircdocs.horse/#who-message"""
    anna, _bert = garden(chat, "anna", "bert")

    assert commands(anna.ask("WHO #garden o")) == ["315"]


def test_the_server_says_that_it_knows_fields(chat):
    """https://ircv3.net/specs/extensions/whox#isupport-token"""
    anna = chat.join("anna")

    tokens = {word for each in anna.ask("VERSION") for word in each.params}

    assert "WHOX" in tokens


def test_a_labelled_who_with_fields_stands_in_one_batch(chat):
    """https://ircv3.net/specs/extensions/labeled-response"""
    anna = chat.join("anna", ALL_CAPABILITIES)

    assert commands(anna.ask("@label=1 WHO anna %n")) == [
        "BATCH",
        "354",
        "315",
        "BATCH",
    ]
