"""All forms of CHATHISTORY, and what is said of those that make no sense.

Specification: https://ircv3.net/specs/extensions/chathistory
"""

import pytest

from tests.server.commands.test_history import say, texts
from tests.server.raw_client import ALL_CAPABILITIES, commands, lines

LONG_AGO, FAR_AHEAD = "1970-01-01T00:00:00.000Z", "2100-01-01T00:00:00.000Z"


@pytest.fixture
def anna(chat):
    return chat.join("anna", ALL_CAPABILITIES)


@pytest.fixture
def msgids(anna):
    return [each.tags["msgid"] for each in say(anna, "one", "two", "three", "four")]


def test_after_gives_the_oldest_that_came_later(anna, msgids):
    """https://ircv3.net/specs/extensions/chathistory#subcommands"""
    answers = anna.ask(f"CHATHISTORY AFTER #lobby msgid={msgids[0]} 2")

    assert texts(answers) == ["two", "three"]


def test_around_gives_both_sides(anna, msgids):
    """https://ircv3.net/specs/extensions/chathistory#subcommands"""
    answers = anna.ask(f"CHATHISTORY AROUND #lobby msgid={msgids[2]} 3")

    assert texts(answers) == ["two", "three", "four"]


def test_between_goes_forwards_and_backwards(anna, msgids):
    """https://ircv3.net/specs/extensions/chathistory#subcommands"""
    first, last = f"msgid={msgids[0]}", f"timestamp={FAR_AHEAD}"

    forwards = anna.ask(f"CHATHISTORY BETWEEN #lobby {first} {last} 2")
    backwards = anna.ask(f"CHATHISTORY BETWEEN #lobby {last} {first} 2")

    assert texts(forwards) == ["two", "three"]
    assert texts(backwards) == ["three", "four"]


@pytest.mark.parametrize("target", ["#LobbY", "BERT"])
def test_a_page_names_its_target_as_it_was_asked_for(chat, anna, target):
    """https://ircv3.net/specs/extensions/chathistory#batch-type"""
    chat.join("bert")
    anna.ask(f"PRIVMSG {target} :hello")

    answers = anna.ask(f"CHATHISTORY LATEST {target} * 10")

    assert answers[0].params[1:] == ("chathistory", target)
    assert texts(answers) == ["hello"]


def test_a_message_that_is_not_known_still_has_its_place(anna, msgids):
    """https://ircv3.net/specs/extensions/chathistory#subcommands"""
    answers = anna.ask(f"CHATHISTORY AFTER #lobby msgid={'f' * 100} 2")

    assert commands(answers) == ["BATCH", "BATCH"]


def targets(answers) -> list[str]:
    return [each.params[1] for each in answers if each.command == "CHATHISTORY"]


def test_targets_are_ones_channels_and_whom_one_talked_with(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#subcommands"""
    bert, carl = chat.join("bert"), chat.join("carl")
    anna.ask("PRIVMSG #lobby :hello", "JOIN #quiet")
    bert.ask("PRIVMSG anna :psst")
    anna.ask("PRIVMSG carl :you too")
    carl.ask("NICK clara")

    answers = anna.ask(
        f"CHATHISTORY TARGETS timestamp={LONG_AGO} timestamp={FAR_AHEAD} 10"
    )[-5:]

    assert answers[0].params[1] == "draft/chathistory-targets"
    assert sorted(targets(answers)) == ["#lobby", "bert", "clara"]
    assert answers[1].params[2].endswith("Z")


def test_targets_have_their_last_word_between_two_moments(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#subcommands"""
    say(anna, "hello")

    none = anna.ask(
        f"CHATHISTORY TARGETS timestamp={FAR_AHEAD} timestamp={FAR_AHEAD} 9"
    )

    assert targets(none) == []


def test_of_many_targets_the_first_on_the_way_are_given(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#subcommands"""
    chat.join("bert")
    heard = [*say(anna, "hello"), *anna.ask("PRIVMSG bert :psst")]
    times = [each.tags["time"] for each in heard]
    while times[0] == times[1]:
        times[1] = anna.ask("PRIVMSG bert :psst")[0].tags["time"]
    ends = f"timestamp={LONG_AGO}", f"timestamp={FAR_AHEAD}"

    first = anna.ask(f"CHATHISTORY TARGETS {ends[0]} {ends[1]} 1")
    last = anna.ask(f"CHATHISTORY TARGETS {ends[1]} {ends[0]} 1")

    assert targets(first) == ["#lobby"]
    assert targets(last) == ["bert"]


def test_whom_one_talked_with_can_be_read_when_he_has_gone(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#subcommands"""
    bert = chat.join("bert")
    bert.ask("PRIVMSG anna :psst")
    bert.send("QUIT")
    bert.read_to_end()

    found = anna.ask(
        f"CHATHISTORY TARGETS timestamp={LONG_AGO} timestamp={FAR_AHEAD} 10"
    )
    talk = anna.ask("CHATHISTORY LATEST bert * 10")

    assert targets(found) == ["bert"]
    assert texts(talk) == ["psst"]


@pytest.mark.parametrize(
    ("request_line", "failure"),
    [
        ("SIDEWAYS #lobby * 10", "INVALID_PARAMS SIDEWAYS"),
        ("LATEST #lobby", "INVALID_PARAMS LATEST"),
        ("LATEST #lobby * 10 20", "INVALID_PARAMS LATEST"),
        ("LATEST #lobby msgid=? 10", "INVALID_PARAMS LATEST"),
        ("LATEST #lobby * 0", "INVALID_PARAMS LATEST"),
        ("LATEST #lobby * many", "INVALID_PARAMS LATEST"),
        ("BEFORE #lobby * 10", "INVALID_PARAMS BEFORE"),
        ("BEFORE #lobby timestamp=yesterday 10", "INVALID_PARAMS BEFORE"),
        ("TARGETS msgid=1 timestamp=1970-01-01T00:00:00Z 10", "INVALID_PARAMS TARGETS"),
        ("AFTER #lobby place=7 10", "INVALID_MSGREFTYPE AFTER #lobby place"),
        ("AFTER #nowhere msgid=7 10", "INVALID_TARGET AFTER #nowhere"),
        ("AFTER nobody msgid=7 10", "INVALID_TARGET AFTER nobody"),
    ],
)
def test_a_request_that_makes_no_sense_is_told_why(anna, request_line, failure):
    """https://ircv3.net/specs/extensions/chathistory#errors-and-warnings"""
    (answer,) = anna.ask(f"CHATHISTORY {request_line}")

    assert " ".join(answer.params[:-1]) == f"CHATHISTORY {failure}"


def test_chathistory_without_a_word_needs_more(anna):
    """https://ircv3.net/specs/extensions/chathistory#errors-and-warnings"""
    assert lines(anna.ask("CHATHISTORY"))[0].startswith(":chatapp.local 461 anna")


def stored_talks(chat) -> int:
    reader = chat.reader._connection
    (count,) = reader.execute(
        "SELECT count(*) FROM messages WHERE target LIKE '% %'"
    ).fetchone()
    return count


def test_what_two_said_to_each_other_is_deleted_when_both_have_gone(chat, anna):
    """https://ircv3.net/specs/extensions/chathistory#security-considerations"""
    bert, carl = chat.join("bert"), chat.join("carl")
    bert.ask("PRIVMSG anna :psst", "PRIVMSG bert :note to myself")
    carl.ask("PRIVMSG bert :psst")

    bert.send("QUIT")
    bert.read_to_end()
    carl.send("QUIT")
    carl.read_to_end()

    assert chat.waits_for(lambda: stored_talks(chat) == 1)
    assert texts(anna.ask("CHATHISTORY LATEST bert * 10"))[-1:] == ["psst"]
