"""What belongs together is marked so.

Specification: https://ircv3.net/specs/extensions/batch
"""

import pytest

from tests.server.raw_client import ALL_CAPABILITIES, commands

REQUESTS = ["CHATHISTORY LATEST #lobby * 10", "@label=x WHOIS anna"]


@pytest.fixture
def anna(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    anna.ask("PRIVMSG #lobby :one", "PRIVMSG #lobby :two")
    return anna


@pytest.mark.parametrize("request_line", REQUESTS)
def test_what_is_inside_names_its_batch(anna, request_line):
    """https://ircv3.net/specs/extensions/batch#the-batch-tag"""
    begin, *inside, end = anna.ask(request_line)

    reference = begin.params[0][1:]
    assert (begin.params[0], end.params) == (f"+{reference}", (f"-{reference}",))
    assert {each.tags["batch"] for each in inside} == {reference}


@pytest.mark.parametrize("request_line", REQUESTS)
def test_references_are_words_of_letters_digits_and_hyphens(anna, request_line):
    """https://ircv3.net/specs/extensions/batch#the-batch-command"""
    begin, *_ = anna.ask(request_line)

    reference = begin.params[0][1:].replace("-", "")
    assert reference.isascii()
    assert reference.isalnum()


def test_two_batches_have_two_references(anna):
    """https://ircv3.net/specs/extensions/batch#the-batch-command"""
    answers = anna.ask(*REQUESTS)

    begins = [
        each.params[0]
        for each in answers
        if each.command == "BATCH" and each.params[0].startswith("+")
    ]
    assert len(set(begins)) == 2


def test_without_the_capability_there_is_no_batch(chat):
    """https://ircv3.net/specs/extensions/batch"""
    bert = chat.join("bert", "draft/chathistory message-tags")
    bert.ask("PRIVMSG #lobby :one")

    assert commands(bert.ask("CHATHISTORY LATEST #lobby * 10")) == ["PRIVMSG"]
