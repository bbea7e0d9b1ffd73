"""SEARCH: finding what was said.

Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md
"""

import sqlite3

import pytest

from server.storage.word_index import WordIndex
from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands

SEARCHING = f"{ALL_CAPABILITIES} draft/message-redaction draft/multiline soju.im/search"


def find(client, attributes):
    """Search, and give the texts that are found."""
    client.roundtrip()
    begin, *found, end = client.ask(f"SEARCH :{attributes}")
    assert begin.params[1:] == ("soju.im/search",)
    assert commands([begin, end]) == ["BATCH", "BATCH"]
    return [each.trailing for each in found if each.command in ("PRIVMSG", "NOTICE")]


def say(client, *texts, target="#garden"):
    return client.ask(*(f"PRIVMSG {target} :{text}" for text in texts))


def is_indexed(chat):
    """Tell whether nothing waits to be indexed."""
    reader = chat.reader._connection
    last = reader.execute("SELECT last_sequence FROM word_index").fetchone()
    highest = reader.execute("SELECT max(sequence) FROM messages").fetchone()
    return last == highest


@pytest.fixture(params=["before it is indexed", "when it is indexed"])
def settled(request, chat, monkeypatch):
    """Wait for the index, or have it stand still: what is found is the same."""
    waits = request.param == "when it is indexed"
    if not waits:
        monkeypatch.setattr(WordIndex, "work", lambda _: 600.0)
    return lambda: chat.waits_for(lambda: not waits or is_indexed(chat))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fast", ["That was fast!", "Fasting is hard."]),
        ("FAST hard", ["Fasting is hard."]),
        ("ast", []),
        ("café", ["Le cafe est bon", "Le CAFÉ est bon"]),
        ("слово", ["Слова и СЛОВО"]),
        ("花", ["春の花"]),
        ("👍", ["fine 👍"]),
        ("! hard", ["Fasting is hard."]),
    ],
)
def test_words_are_found_by_how_they_begin(chat, settled, text, found):
    """The attribute `text`: how it matches is the server's own choice.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    (anna,) = garden(chat, "anna", capabilities=SEARCHING)
    say(anna, "That was fast!", "Fasting is hard.", "Le cafe est bon")
    say(anna, "Le CAFÉ est bon", "Слова и СЛОВО", "春の花", "fine 👍")
    settled()

    assert find(anna, f"in=#garden;text={text}") == found


def test_what_is_found_is_told_as_it_was_heard(chat):
    """The msgid and the time are those of the message.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#returned-message-notes
    """
    (anna,) = garden(chat, "anna", capabilities=SEARCHING)
    (echo,) = say(anna, "a rose")

    _, found, _ = anna.ask("SEARCH text=rose")

    assert found.tags["msgid"] == echo.tags["msgid"]
    assert found.tags["time"] == echo.tags["time"]
    assert found.source == echo.source


def test_nothing_is_an_empty_batch(chat):
    """A client need not wait for an answer.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    assert find(chat.join("anna", SEARCHING), "text=nothing") == []


def test_who_said_it_and_where_can_be_given(chat, settled):
    """The attributes `from` and `in`.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    anna, bert = garden(chat, "anna", "bert", capabilities=SEARCHING)
    say(anna, "one rose")
    say(bert, "two roses")
    say(bert, "a rose in the lobby", target="#lobby")
    settled()

    assert find(anna, "text=rose;in=#garden;from=BERT") == ["two roses"]
    assert find(anna, "from=bert") == ["two roses", "a rose in the lobby"]
    assert find(anna, "in=#lobby") == ["a rose in the lobby"]


def test_times_are_part_of_what_they_bound(chat, settled):
    """The attributes `after` and `before`.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    (anna,) = garden(chat, "anna", capabilities=SEARCHING)
    times = []
    for text in ("one", "two", "three"):
        (echo,) = say(anna, f"word {text}")
        times.append(echo.tags["time"])
        chat.waits_for(lambda: chat.services.clock.milliseconds() % 2 == 0)
        chat.waits_for(lambda: chat.services.clock.milliseconds() % 2 == 1)
    settled()

    assert find(anna, f"text=word;after={times[1]}") == ["word two", "word three"]
    assert find(anna, f"text=word;before={times[1]}") == ["word one", "word two"]
    assert find(anna, f"text=word;after={times[1]};before={times[1]}") == ["word two"]
    assert find(anna, f"after={times[1]};limit=1") == ["word two"]


def test_the_newest_are_given_where_there_are_too_many(chat, settled):
    """The attribute `limit`.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    (anna,) = garden(chat, "anna", capabilities=SEARCHING)
    say(anna, "word one", "word two", "word three")
    settled()

    assert find(anna, "text=word;limit=2") == ["word two", "word three"]


def test_only_who_is_there_finds_it(chat, settled):
    """Nothing is found of channels and talks of others.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    anna, bert = garden(chat, "anna", "bert", capabilities=SEARCHING)
    carl = chat.join("carl", SEARCHING)
    say(anna, "a rose for you", target="bert")
    say(anna, "a rose for all")
    settled()

    assert find(carl, "text=rose") == []
    assert find(bert, "text=rose") == ["a rose for you", "a rose for all"]
    assert find(bert, "text=rose;in=anna") == ["a rose for you"]
    (refused,) = carl.ask("SEARCH text=rose;in=#garden")
    assert refused.params[:3] == ("SEARCH", "INVALID_PARAMS", "in")


def test_what_was_said_in_an_earlier_channel_of_the_name_is_not_found(chat, settled):
    """A channel that ends takes its words with it.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    (anna,) = garden(chat, "anna", capabilities=SEARCHING)
    say(anna, "an old rose")
    settled()
    anna.ask("PART #garden", "JOIN #garden")
    say(anna, "a new rose")

    assert find(anna, "text=rose") == ["a new rose"]


def test_what_was_taken_back_is_not_found(chat, settled):
    """https://ircv3.net/specs/extensions/message-redaction#chat-history"""
    (anna,) = garden(chat, "anna", capabilities=SEARCHING)
    (echo,) = say(anna, "a secret rose")
    say(anna, "a rose")
    settled()

    anna.ask(f"REDACT #garden {echo.tags['msgid']}")

    assert find(anna, "text=rose") == ["a rose"]
    assert find(anna, "text=secret") == []


def test_a_message_of_several_lines_is_found_whole(chat, settled):
    """https://ircv3.net/specs/extensions/multiline"""
    (anna,) = garden(chat, "anna", capabilities=SEARCHING)
    line = "@batch=1 PRIVMSG #garden :"
    anna.ask(
        "BATCH +1 draft/multiline #garden",
        f"{line}first",
        f"{line}sec",
        "@batch=1;draft/multiline-concat PRIVMSG #garden :ond",
        "BATCH -1",
    )
    settled()

    assert find(anna, "text=second") == ["first", "sec", "ond"]


@pytest.mark.parametrize(
    ("attributes", "wrong"),
    [
        ("limit=0", "limit"),
        ("limit=many", "limit"),
        ("after=yesterday", "after"),
        ("in=#nowhere", "in"),
        ("colour=red", "colour"),
    ],
)
def test_what_makes_no_sense_is_refused(chat, attributes, wrong):
    """The code INVALID_PARAMS.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    anna = chat.join("anna", SEARCHING)

    (answer,) = anna.ask(f"SEARCH {attributes}")

    assert answer.command == "FAIL"
    assert answer.params[:3] == ("SEARCH", "INVALID_PARAMS", wrong)


def test_a_search_that_takes_too_long_is_given_up(chat, mocker):
    """The code INTERNAL_ERROR.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    (anna,) = garden(chat, "anna", capabilities=SEARCHING)
    say(anna, *(f"word {number}" for number in range(50)))
    mocker.patch("server.storage.searcher.SECONDS_FOR_A_SEARCH", -1.0)
    mocker.patch("server.storage.searcher.STEPS_BETWEEN_LOOKS", 1)

    (answer,) = anna.ask("SEARCH text=nothing")

    assert answer.params[:2] == ("SEARCH", "INTERNAL_ERROR")
    assert answer.trailing.startswith("This took too long.")


def test_a_search_that_fails_says_why_and_no_more_than_that_is_logged(
    chat, mocker, caplog
):
    """The code INTERNAL_ERROR.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    anna = chat.join("anna", SEARCHING)
    broken = sqlite3.OperationalError("broken near secret")
    mocker.patch.object(chat.reader, "search", side_effect=broken)

    (answer,) = anna.ask("SEARCH text=secret")

    assert answer.params[:2] == ("SEARCH", "INTERNAL_ERROR")
    assert answer.trailing.startswith("The server could not search its history now.")
    assert "Work failed: OperationalError" in caplog.text
    assert "secret" not in caplog.text


def test_one_search_too_many_says_so(chat, mocker):
    """The code INTERNAL_ERROR.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    anna = chat.join("anna", SEARCHING)
    mocker.patch.object(chat.workers._quota, "_most", 0)

    (answer,) = anna.ask("SEARCH text=rose")

    assert answer.params[:2] == ("SEARCH", "INTERNAL_ERROR")
    assert answer.trailing.startswith("Too many searches wait")


def test_words_said_before_a_restart_are_found(start_server):
    """The index goes on where it was.

    Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md#search-command
    """
    chat = start_server()
    anna = chat.join("anna", SEARCHING)
    say(anna, "an old rose", target="#lobby")
    chat.stop()

    chat = start_server()
    anna = chat.join("anna", SEARCHING)

    assert chat.waits_for(lambda: is_indexed(chat))
    assert find(anna, "text=rose") == ["an old rose"]
