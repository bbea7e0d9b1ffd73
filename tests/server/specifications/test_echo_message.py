"""What one says comes back, as the others hear it.

Specification: https://ircv3.net/specs/extensions/echo-message
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import commands, lines

ECHOING = "echo-message message-tags server-time"


@pytest.mark.parametrize("command", ["PRIVMSG", "NOTICE"])
@pytest.mark.parametrize("target", ["#garden", "bert"])
def test_what_one_says_comes_back(chat, command, target):
    """https://ircv3.net/specs/extensions/echo-message"""
    anna, bert = garden(chat, "anna", "bert", capabilities=ECHOING)

    (echo,) = anna.ask(f"{command} {target} :hello")
    (heard,) = bert.roundtrip()

    assert (echo.command, echo.params, echo.source) == (
        (command, (target, "hello"), "anna!anna@127.0.0.1")
    )
    assert echo == heard


def test_tags_alone_come_back_too(chat):
    """https://ircv3.net/specs/extensions/message-tags#the-tagmsg-tag-only-message"""
    (anna,) = garden(chat, "anna", capabilities=ECHOING)

    (echo,) = anna.ask("@+typing=active TAGMSG #garden")

    assert (echo.command, echo.tags["+typing"]) == ("TAGMSG", "active")


def test_what_one_says_to_oneself_comes_twice(chat):
    """https://ircv3.net/specs/extensions/echo-message"""
    anna = chat.join("anna", ECHOING)

    echo, message = anna.ask("PRIVMSG anna :a note")

    assert echo.tags["msgid"] == message.tags["msgid"]
    assert lines([echo]) == lines([message])


def test_what_is_refused_does_not_come_back(chat):
    """https://ircv3.net/specs/extensions/echo-message"""
    anna = chat.join("anna", ECHOING)

    assert commands(anna.ask("PRIVMSG nobody :hello")) == ["401"]


def test_who_does_not_ask_for_it_hears_nothing_back(chat):
    """https://ircv3.net/specs/extensions/echo-message"""
    (anna,) = garden(chat, "anna", capabilities="message-tags")

    assert anna.ask("PRIVMSG #garden :hello") == []
