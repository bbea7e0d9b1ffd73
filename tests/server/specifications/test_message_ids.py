"""Every message has a name of its own, which is the same for all.

Specification: https://ircv3.net/specs/extensions/message-ids
"""

from tests.server.commands.rooms import garden

TAGS = "echo-message message-tags"


def test_all_read_the_same_msgid(chat):
    """https://ircv3.net/specs/extensions/message-ids"""
    anna, bert = garden(chat, "anna", "bert", capabilities=TAGS)

    (echo,), (heard,) = anna.ask("PRIVMSG #garden :hello"), bert.roundtrip()

    assert echo.tags["msgid"] == heard.tags["msgid"]


def test_no_two_messages_have_the_same_msgid(chat):
    """https://ircv3.net/specs/extensions/message-ids"""
    anna, bert = garden(chat, "anna", "bert", capabilities=TAGS)

    anna.ask(*["PRIVMSG #garden :hello", "NOTICE bert :hello"] * 20)

    assert len({each.tags["msgid"] for each in bert.roundtrip()}) == 40


def test_a_client_cannot_choose_the_msgid(chat):
    """https://ircv3.net/specs/extensions/message-ids"""
    anna, bert = garden(chat, "anna", "bert", capabilities=TAGS)

    anna.ask("@msgid=mine PRIVMSG #garden :hello")

    assert bert.roundtrip()[0].tags["msgid"] != "mine"


def test_who_does_not_know_tags_reads_none(chat):
    """https://ircv3.net/specs/extensions/message-ids"""
    anna, bert = garden(chat, "anna", "bert", capabilities="echo-message")

    (echo,), (heard,) = anna.ask("PRIVMSG #garden :hello"), bert.roundtrip()

    assert (echo.tags, heard.tags) == ({}, {})
