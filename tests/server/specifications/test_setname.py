"""SETNAME.

Specification: https://ircv3.net/specs/extensions/setname
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines


def test_everybody_with_the_capability_hears_of_it(chat):
    """https://ircv3.net/specs/extensions/setname#description"""
    anna, bert = garden(chat, "anna", "bert", capabilities="setname")
    (carl,) = garden(chat, "carl")
    anna.roundtrip()
    bert.roundtrip()

    own = anna.ask("SETNAME :Anna A.")

    assert lines(own) == [":anna!anna@127.0.0.1 SETNAME :Anna A."]
    assert lines(bert.roundtrip()) == lines(own)
    assert carl.roundtrip() == []
    assert carl.ask("WHOIS anna")[0].trailing == "Anna A."


def test_it_works_without_the_capability_too_and_is_silent(chat):
    """https://ircv3.net/specs/extensions/setname#description"""
    anna = chat.join("anna")

    assert anna.ask("SETNAME Anna") == []
    assert anna.ask("WHOIS anna")[0].trailing == "Anna"


@pytest.mark.parametrize("realname", ["", "   ", "a" * 151])
def test_a_wrong_name_is_refused(chat, realname):
    """https://ircv3.net/specs/extensions/setname#errors"""
    anna = chat.join("anna", "setname")

    assert lines(anna.ask(f"SETNAME :{realname}")) == [
        (
            ":chatapp.local FAIL SETNAME INVALID_REALNAME "
            ":A real name has 1 to 150 characters, and not only blanks."
        )
    ]


def test_a_labelled_change_is_answered_with_its_label(chat):
    """https://ircv3.net/specs/extensions/labeled-response"""
    anna = chat.join("anna", f"{ALL_CAPABILITIES} setname")

    answers = anna.ask("@label=1 SETNAME Anna")

    assert commands(answers) == ["SETNAME"]
    assert answers[0].tags["label"] == "1"
