"""When something was said, or happened.

Specification: https://ircv3.net/specs/extensions/server-time
"""

import re

from tests.server.commands.rooms import garden

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def test_all_that_is_heard_has_its_time(chat):
    """https://ircv3.net/specs/extensions/server-time"""
    anna, bert = garden(chat, "anna", "bert", capabilities="server-time")

    anna.ask(
        "PRIVMSG #garden :hello", "TOPIC #garden :roses", "NICK anne", "PART #garden"
    )

    heard = bert.roundtrip()
    assert len(heard) == 4
    assert all(TIME.fullmatch(each.tags["time"]) for each in heard)


def test_answers_have_their_time_too(chat):
    """https://ircv3.net/specs/extensions/server-time"""
    anna = chat.join("anna", "server-time")

    answers = anna.ask("WHOIS anna", "NONSENSE", "MOTD")

    assert all(TIME.fullmatch(each.tags["time"]) for each in answers)


def test_all_read_the_same_time(chat):
    """https://ircv3.net/specs/extensions/server-time"""
    capabilities = "echo-message server-time"
    anna, bert = garden(chat, "anna", "bert", capabilities=capabilities)

    (echo,), (heard,) = anna.ask("PRIVMSG #garden :hello"), bert.roundtrip()

    assert echo.tags["time"] == heard.tags["time"]


def test_times_never_go_backwards(chat):
    """https://ircv3.net/specs/extensions/server-time"""
    anna, bert = garden(chat, "anna", "bert", capabilities="server-time")

    anna.ask(*(f"PRIVMSG #garden :{number}" for number in range(50)))

    times = [each.tags["time"] for each in bert.roundtrip()]
    assert times == sorted(times)


def test_who_does_not_ask_for_it_reads_no_times(chat):
    """https://ircv3.net/specs/extensions/server-time"""
    anna, bert = garden(chat, "anna", "bert")

    anna.ask("PRIVMSG #garden :hello")

    assert [each.tags for each in bert.roundtrip()] == [{}]
