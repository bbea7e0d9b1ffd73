"""FAIL: a command, a code for programs, a sentence for people.

Specification: https://ircv3.net/specs/extensions/standard-replies
"""

import pytest

FAILURES = [
    ("CHATHISTORY LATEST #nowhere * 10", "INVALID_TARGET"),
    ("CHATHISTORY DANCE #lobby * 10", "INVALID_PARAMS"),
    ("REDACT #lobby nothing", "UNKNOWN_MSGID"),
    ("METADATA anna DANCE", "SUBCOMMAND_INVALID"),
    ("SETNAME :", "INVALID_REALNAME"),
    ("REGISTER * * :x", "WEAK_PASSWORD"),
]


@pytest.mark.parametrize(("line", "code"), FAILURES)
def test_a_failure_names_its_command_and_code_and_says_why(chat, line, code):
    """https://ircv3.net/specs/extensions/standard-replies#format"""
    (failure,) = chat.join("anna").ask(line)

    assert (failure.command, failure.source) == ("FAIL", "chatapp.local")
    assert failure.params[:2] == (line.split()[0], code)
    assert failure.trailing.endswith(".")


def test_a_line_that_has_no_command_is_named_by_a_star(chat):
    """https://ircv3.net/specs/extensions/standard-replies#format"""
    anna = chat.join("anna")

    anna.send_bytes(b"\xff\xff\r\n")

    assert anna.read().params[:2] == ("*", "INVALID_UTF8")
