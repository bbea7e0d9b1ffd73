"""Lines that are not UTF-8.

Specification: https://ircv3.net/specs/extensions/utf8-only
"""

import pytest

from tests.server.raw_client import ALL_CAPABILITIES, lines

REFUSAL = "INVALID_UTF8 :This line is not UTF-8. Please send UTF-8."


@pytest.mark.parametrize(
    ("line", "command"),
    [
        (b"PRIVMSG #lobby :hi \xaa", "PRIVMSG"),
        (b"topic #lobby \xff", "TOPIC"),
        (b"PRIV\xaaMSG #lobby hi", "*"),
        (b"\xaa\xaa", "*"),
        (b"@\xaa", "*"),
    ],
)
def test_it_is_refused_with_its_command_where_that_is_legible(chat, line, command):
    """https://ircv3.net/specs/extensions/utf8-only#the-invalid_utf8-standard-replies-code"""
    anna = chat.join("anna")

    anna.send_bytes(line + b"\r\n")

    assert lines(anna.roundtrip()) == [f":chatapp.local FAIL {command} {REFUSAL}"]


def test_a_label_comes_back_with_the_refusal(chat):
    """https://ircv3.net/specs/extensions/labeled-response"""
    anna = chat.join("anna", ALL_CAPABILITIES)

    anna.send_bytes(b"@label=x1 PRIVMSG #lobby hi\xaa\r\n")

    (answer,) = anna.roundtrip()
    assert answer.command == "FAIL"
    assert answer.tags["label"] == "x1"


def test_nobody_hears_it(chat):
    """https://ircv3.net/specs/extensions/utf8-only#the-utf8only-isupport-token"""
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.roundtrip()

    bert.send_bytes(b"PRIVMSG #lobby hi\xaa\r\n")
    bert.roundtrip()

    assert anna.roundtrip() == []
